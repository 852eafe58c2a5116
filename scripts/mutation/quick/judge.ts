import { has } from './bits';
import type { Coverage, KnownTest } from './coverage';
import { createLoader, type Instance, type Switch } from './instance';
import type { Luck } from './luck';
import { outcomeOf, stopwatch } from './outcome';

export type Status = 'Killed' | 'Survived' | 'NoCoverage' | 'Timeout' | 'RuntimeError';

export interface Judged {
  readonly status: Status;
  /** The test that failed. */
  readonly by?: string;
  /** Not all of the tests that pass the place were run, as they would have taken too long. */
  readonly isCutOff?: boolean;
  readonly ms: number;
}

/** The place of a change is passed so many times as often as without a change, and the test is taken for caught in a loop. */
const LOOP_TIMES = 100;
/** Where it was passed once or twice. */
const LOOP_LEAST = 1000;
const LONGEST_WAIT_MS = 20_000;

/** What becomes of changes, each in the room loaded anew. */
export function createJudge(code: string, coverage: Coverage, luck: Luck, mostMs: number) {
  const changes: Switch = {
    active: undefined,
    hits: 0,
    limit: 0,
    passing: undefined,
    answering: undefined,
    clockReads: 0,
  };
  const load = createLoader(code, changes);

  return async (id: number, source: string): Promise<Judged> => {
    const since = stopwatch();
    const judged = (status: Status, more: Partial<Judged> = {}) => ({ status, ...more, ms: Math.round(since()) });
    const tests = luck.sorted(source, testsFor(id, coverage));
    if (tests.length === 0) return judged('NoCoverage');
    changes.active = id;
    changes.limit = LOOP_TIMES * (coverage.most[id] ?? 0) + LOOP_LEAST;
    changes.hits = 0;
    changes.answering = has(coverage.shared, id) ? undefined : answeringFor(id, coverage);
    let status: Status = 'Survived';
    const instance = load();
    for (const test of tests) {
      if (since() > mostMs) return judged(status, { isCutOff: true });
      changes.hits = 0;
      const found = findTest(instance, test);
      if (found === undefined) return judged(changes.hits > changes.limit ? 'Timeout' : 'RuntimeError');
      const { outcome } = await outcomeOf(found, LONGEST_WAIT_MS);
      // A loop that was cut short may look like a failure.
      if (outcome === 'hung' || changes.hits > changes.limit) status = 'Timeout';
      luck.note(source, test, outcome === 'failed');
      if (changes.hits > changes.limit) return judged(status);
      if (outcome === 'failed') return judged('Killed', { by: `${test.file}: ${test.name}` });
    }
    return judged(status);
  };
}

/** Undefined where the file cannot be loaded with the change. */
function findTest(instance: Instance, { file, index }: KnownTest) {
  try {
    return instance.testsOf(file)[index];
  } catch {
    return undefined;
  }
}

/** The tests that pass a change, and of one that is passed once for all tests of a file all of them. */
function testsFor(id: number, { tests, once }: Coverage): readonly KnownTest[] {
  return tests.filter(({ file, passed }) => has(passed, id) || has(once.get(file), id));
}

/** Calls that do not pass the change give what they gave. */
function answeringFor(id: number, { calls }: Coverage) {
  return (key: string, run: () => unknown) => {
    const known = calls.get(key);
    return known === undefined || has(known.first, id) || has(known.again, id) ? run() : known.result;
  };
}
