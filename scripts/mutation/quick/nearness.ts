import { has } from './bits';
import type { KnownTest } from './coverage';

/**
 * How much a test has to do with a source, or with some changes, between 0 and 1: it passes changes there, and of those the ones
 * that few tests pass.
 */
export type Nearness = (source: string, test: KnownTest, changes?: readonly number[]) => number;

export function nearness(tests: readonly KnownTest[], sources: readonly string[]): Nearness {
  const idsOf = new Map<string, number[]>();
  for (const [id, source] of sources.entries()) idsOf.set(source, [...(idsOf.get(source) ?? []), id]);
  const known = new Map<string | readonly number[], ReadonlyMap<KnownTest, number>>();
  const sumsOf = (ids: readonly number[]) => {
    const sums = new Map<KnownTest, number>();
    for (const id of ids) {
      const passing = tests.filter(({ passed }) => has(passed, id));
      for (const test of passing) sums.set(test, (sums.get(test) ?? 0) + 1 / passing.length);
    }
    return sums;
  };
  return (source, test, changes) => {
    const place = changes ?? source;
    const sums = known.get(place) ?? sumsOf(changes ?? idsOf.get(source) ?? []);
    known.set(place, sums);
    const sum = sums.get(test) ?? 0;
    return sum / (sum + 0.1);
  };
}
