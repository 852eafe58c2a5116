import type { KnownTest } from './coverage';
import type { Nearness } from './nearness';

/** How often tests have found a change, so that the likeliest and quickest go first. */
export interface Luck {
  /** @param uses changes that tests pass which have to do with it; without them those of the source */
  sorted(source: string, tests: readonly KnownTest[], uses?: readonly number[]): readonly KnownTest[];
  note(source: string, test: KnownTest, hasFound: boolean): void;
}

/** What it takes at least to run a test, in milliseconds. */
const LEAST_MS = 3;

/** What a test is worth that passes nothing in the source: what is made there as it is loaded may be used elsewhere. */
const FAR = 0.02;

interface Tries {
  runs: number;
  found: number;
}

export function createLuck(near: Nearness = () => 1): Luck {
  const known = new Map<string, Tries>();
  const triesOf = (key: string) => {
    let tries = known.get(key);
    if (tries === undefined) {
      tries = { runs: 0, found: 0 };
      known.set(key, tries);
    }
    return tries;
  };
  const keysOf = (source: string, { file, index }: KnownTest) =>
    [`${source} ${file} ${index}`, `${source} ${file}`, `${file} ${index}`] as const;
  /** What is known of the very test counts most, then of its file, each for the same source. */
  const chance = (source: string, test: KnownTest) => {
    const [own, ofFile, ofTest] = keysOf(source, test).map(triesOf);
    const fromFile = ((ofFile?.found ?? 0) + 1) / ((ofFile?.runs ?? 0) + 4);
    const fromTest = ((ofTest?.found ?? 0) + 2 * fromFile) / ((ofTest?.runs ?? 0) + 2);
    return ((own?.found ?? 0) + 2 * fromTest) / ((own?.runs ?? 0) + 2);
  };
  return {
    sorted(source, tests, uses) {
      const worth = new Map(
        tests.map((test) => [test, (chance(source, test) * (near(source, test, uses) + FAR)) / (test.ms + LEAST_MS)]),
      );
      return [...tests].sort((one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0));
    },
    note(source, test, hasFound) {
      for (const key of keysOf(source, test)) {
        const tries = triesOf(key);
        tries.runs++;
        if (hasFound) tries.found++;
      }
    },
  };
}
