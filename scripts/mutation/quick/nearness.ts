import { has } from './bits';
import type { KnownTest } from './coverage';

/** How much a test has to do with a source, between 0 and 1: it passes changes there, and of those the ones that few tests pass. */
export type Nearness = (source: string, test: KnownTest) => number;

export function nearness(tests: readonly KnownTest[], sources: readonly string[]): Nearness {
  const idsOf = new Map<string, number[]>();
  for (const [id, source] of sources.entries()) idsOf.set(source, [...(idsOf.get(source) ?? []), id]);
  const known = new Map<string, ReadonlyMap<KnownTest, number>>();
  const ofSource = (source: string) => {
    const sums = new Map<KnownTest, number>();
    for (const id of idsOf.get(source) ?? []) {
      const passing = tests.filter(({ passed }) => has(passed, id));
      for (const test of passing) sums.set(test, (sums.get(test) ?? 0) + 1 / passing.length);
    }
    return sums;
  };
  return (source, test) => {
    const sums = known.get(source) ?? ofSource(source);
    known.set(source, sums);
    const sum = sums.get(test) ?? 0;
    return sum / (sum + 0.1);
  };
}
