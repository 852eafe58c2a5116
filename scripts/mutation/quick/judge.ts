import { has } from './bits';
import type { Answering } from './calls';
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

  return async (id: number, source: string, uses: readonly number[] = []): Promise<Judged> => {
    const since = stopwatch();
    const judged = (status: Status, more: Partial<Judged> = {}) => ({ status, ...more, ms: Math.round(since()) });
    const rounds = roundsFor(id, source, uses, coverage, luck);
    if (rounds.every(({ tests }) => tests.length === 0)) return judged('NoCoverage');
    changes.active = id;
    changes.limit = LOOP_TIMES * (coverage.most[id] ?? 0) + LOOP_LEAST;
    changes.hits = 0;
    let status: Status = 'Survived';
    const instance = load();
    for (const { tests, answering, share } of rounds) {
      changes.answering = answering;
      for (const test of tests) {
        if (since() > share * mostMs) {
          if (share === 1) return judged(status, { isCutOff: true });
          break;
        }
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
    }
    return judged(status);
  };
}

interface Round {
  readonly tests: readonly KnownTest[];
  readonly answering: Answering | undefined;
  /** Of the time that a change may take, when it ends. */
  readonly share: number;
}

/**
 * What is made once may be noticed wherever it is used: first the tests and calls run that pass what uses it by its name, then,
 * as far as there is time, all tests of the files in which it was made.
 */
function roundsFor(
  id: number,
  source: string,
  uses: readonly number[],
  coverage: Coverage,
  luck: Luck,
): readonly Round[] {
  const all = testsFor(id, coverage);
  if (!has(coverage.shared, id))
    return [{ tests: luck.sorted(source, all), answering: answeringFor([id], coverage), share: 1 }];
  const near = [id, ...uses];
  const using = all.filter(({ passed }) => near.some((one) => has(passed, one)));
  return [
    { tests: luck.sorted(source, using, uses), answering: answeringFor(near, coverage), share: 0.75 },
    { tests: luck.sorted(source, all), answering: undefined, share: 1 },
  ];
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

/** Calls that pass none of these give what they gave. */
function answeringFor(ids: readonly number[], { calls }: Coverage): Answering {
  return (key, run) => {
    const known = calls.get(key);
    const isPassed = known === undefined || ids.some((id) => has(known.first, id) || has(known.again, id));
    return isPassed ? run() : known.result;
  };
}
