import { has } from './bits';
import type { Answering } from './calls';
import type { Coverage, KnownTest } from './coverage';
import { createLoader, type Instance, type Switch } from './instance';
import type { Luck } from './luck';
import { outcomeOf, stopwatch } from './outcome';
import type { FoundTest } from './suite';

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

  /** For changes under which nothing is made that is kept: what has run a thousand times runs ten times as fast. */
  let warm: Instance | undefined;

  return async function judge(id: number, source: string, uses: readonly number[] = []): Promise<Judged> {
    const since = stopwatch();
    const judged = (status: Status, more: Partial<Judged> = {}) => ({ status, ...more, ms: Math.round(since()) });
    const rounds = roundsFor(id, source, uses, coverage, luck);
    if (rounds.every(({ tests }) => tests.length === 0)) return judged('NoCoverage');
    const isKept = has(coverage.kept, id);
    changes.active = isKept ? id : undefined;
    changes.limit = LOOP_TIMES * (coverage.most[id] ?? 0) + LOOP_LEAST;
    changes.hits = 0;
    let status: Status = 'Survived';
    let isCutOff = false;
    const wasUsed = warm !== undefined;
    const instance = isKept || !warm ? load() : warm;
    if (!isKept) warm = instance;
    instance.forget();
    for (const { tests, answering, share } of rounds) {
      for (const test of tests) {
        if (since() > share * mostMs) {
          isCutOff = true;
          break;
        }
        changes.hits = 0;
        changes.answering = answering;
        changes.active = isKept ? id : undefined;
        const found = findTest(instance, test);
        if (found === undefined) return judged(changes.hits > changes.limit ? 'Timeout' : 'RuntimeError');
        changes.active = id;
        const { outcome } = await outcomeOf(found, LONGEST_WAIT_MS);
        const isLoop = changes.hits > changes.limit;
        // A loop that was cut short may look like a failure.
        if (outcome === 'hung' || isLoop) status = 'Timeout';
        luck.note(source, test, outcome === 'failed');
        if (status === 'Timeout') warm = undefined;
        if (isLoop) return judged(status);
        if (outcome === 'failed' && !isKept && !(await passesWithout(found, instance))) {
          // Something was kept that should not have been: then the change is judged where nothing is.
          warm = undefined;
          return wasUsed ? judge(id, source, uses) : judged('Killed', { by: `${test.file}: ${test.name}` });
        }
        if (outcome === 'failed') return judged('Killed', { by: `${test.file}: ${test.name}` });
      }
    }
    return judged(status, isCutOff ? { isCutOff } : {});
  };

  async function passesWithout(test: FoundTest, { forget }: Instance): Promise<boolean> {
    changes.active = undefined;
    forget();
    return (await outcomeOf(test, LONGEST_WAIT_MS)).outcome === 'passed';
  }
}

interface Round {
  readonly tests: readonly KnownTest[];
  readonly answering: Answering | undefined;
  /** Of the time that a change may take, when it ends. */
  readonly share: number;
}

/**
 * What is made once may be noticed wherever it is used: first the tests and calls run that pass the change, or what uses it by its
 * name, then, as far as there is time, all tests of the files in which it was made.
 */
function roundsFor(
  id: number,
  source: string,
  uses: readonly number[],
  coverage: Coverage,
  luck: Luck,
): readonly Round[] {
  const isShared = has(coverage.shared, id);
  const near = isShared ? [id, ...uses] : [id];
  const [using, others] = testsFor(id, near, coverage);
  const isAll = others.length === 0 && !isShared;
  return [
    {
      tests: luck.sorted(source, using, isShared ? uses : undefined),
      answering: answeringFor(near, coverage),
      share: isAll ? 1 : 0.75,
    },
    {
      tests: luck.sorted(source, isShared ? [...using, ...others] : others),
      answering: isShared ? undefined : answeringFor(near, coverage),
      share: 1,
    },
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

/** The tests that pass a change or what is near it, and of one that is passed once for several tests of a file the others. */
function testsFor(
  id: number,
  near: readonly number[],
  { tests, once }: Coverage,
): readonly [readonly KnownTest[], readonly KnownTest[]] {
  const isNear = ({ passed }: KnownTest) => near.some((one) => has(passed, one));
  const using = tests.filter((test) => (has(test.passed, id) || has(once.get(test.file), id)) && isNear(test));
  const known = new Set(using);
  return [using, tests.filter((test) => has(once.get(test.file), id) && !known.has(test))];
}

/** Calls that pass none of these give what they gave. */
function answeringFor(ids: readonly number[], { calls }: Coverage): Answering {
  return (key, run) => {
    const known = calls.get(key);
    const isPassed = known === undefined || ids.some((id) => has(known.first, id) || has(known.again, id));
    return isPassed ? run() : known.result;
  };
}
