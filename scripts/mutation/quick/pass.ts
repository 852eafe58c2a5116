import { fork } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ROOMS, type RoomName } from '../rooms';
import type { Mutant } from '../summary';
import { type Bundle, bundleRoom, hashOf } from './bundle';
import type { Judged } from './judge';
import type { Change } from './packages';
import { inRandomOrder } from './random-order';
import type { Report, Work } from './worker';

export interface Options {
  readonly again: boolean;
  /** Only these sources. */
  readonly files?: readonly string[];
  /** It ends after so long: as the order is by chance, what is judged then is a fair sample. */
  readonly minutes: number;
  /** So long a change may take at most, in milliseconds. */
  readonly mostMs: number;
}

/** A change as it was judged, with what that depends on. */
export interface Verdict extends Omit<Mutant, 'status'>, Judged {
  readonly id: string;
  readonly hash: string;
}

/**
 * The process has said nothing for so long: it is caught in a loop that does not pass the place of the change. Where others use
 * the machine too, the processor's time of a change takes several times as long.
 */
const SILENCE_MS = 25_000;
const SILENCE_TIMES = 10;
/** To run all tests twice. */
const PREPARING_MS = 900_000;

/**
 * Judges the changes of a large room by its tests, all in one process: the room stands there with all changes in it, one
 * at work at a time, and only the tests and calls that pass it are run.
 */
export async function quickPass(name: RoomName, options: Options): Promise<readonly Verdict[]> {
  const folder = resolve('dist/mutation', `${name}-quick`);
  mkdirSync(folder, { recursive: true });
  const bundle = await bundleRoom(ROOMS[name]);
  const code = join(folder, 'room.js');
  const coverage = join(folder, `coverage-${bundle.key}`);
  writeFileSync(code, bundle.code);
  const results = join(folder, 'verdicts.jsonl');
  if (options.again) rmSync(results, { force: true });
  const known = knownVerdicts(results, bundle);
  const wanted = bundle.mutants.filter(({ fileName }) => options.files?.includes(relative('', fileName)) ?? true);
  const order = inRandomOrder(wanted);
  const left = order.filter((change) => !known.has(keyOf(change, bundle)));
  const note = (change: Change, judged: Judged) => {
    const verdict = { ...verdictOf(change, judged), hash: keyOf(change, bundle) };
    known.set(verdict.hash, verdict);
    appendFileSync(results, `${JSON.stringify({ ...verdict, bundle: bundle.key })}\n`);
  };
  const until = Date.now() + options.minutes * 60_000;
  while (left.length > 0 && Date.now() < until) {
    const work: Work = {
      code,
      coverage,
      files: bundle.tests,
      sources: bundle.mutants.map(({ fileName }) => fileName),
      mutants: left.map(({ id }) => Number(id)),
      mostMs: options.mostMs,
      uses: bundle.uses,
    };
    await runWorker(folder, work, until, (id, judged) => {
      const at = left.findIndex((change) => Number(change.id) === id);
      const [change] = left.splice(at, 1);
      if (change !== undefined) note(change, judged);
    });
  }
  // What was killed in an earlier run, behind a change that is still to be judged, would make the sample look better than it is.
  const end = order.findIndex((change) => !known.has(keyOf(change, bundle)));
  return order.slice(0, end < 0 ? order.length : end).flatMap((change) => known.get(keyOf(change, bundle)) ?? []);
}

/** Until everything is judged, the time is over, or a change has ended the process. */
async function runWorker(folder: string, work: Work, until: number, done: (id: number, judged: Judged) => void) {
  const file = join(folder, 'work.json');
  writeFileSync(file, JSON.stringify(work));
  const worker = fork(join('dist', 'mutate.js'), ['--work', file], {
    execArgv: ['--no-flush-bytecode', '--max-old-space-size=3000', '--max-semi-space-size=32'],
    env: { ...process.env, ...ONLY_THE_ROOM },
  });
  let current: number | undefined;
  let isReady = false;
  let timer = setTimeout(() => worker.kill('SIGKILL'), PREPARING_MS);
  worker.on('message', (report: Report) => {
    clearTimeout(timer);
    timer = setTimeout(() => worker.kill('SIGKILL'), isReady ? SILENCE_MS + SILENCE_TIMES * work.mostMs : PREPARING_MS);
    if ('covering' in report) console.log(`What is passed is noted: ${report.covering}`);
    else if ('ready' in report) {
      isReady = true;
      for (const name of report.ready) console.log(`Left to the whole: ${name}`);
    } else if ('begun' in report) current = report.begun;
    else {
      current = undefined;
      done(report.id, report.judged);
      if (Date.now() > until) worker.kill('SIGKILL');
    }
  });
  await new Promise((resolve) => worker.once('exit', resolve));
  clearTimeout(timer);
  if (!isReady) throw new Error('the tests cannot be run without a change');
  if (current !== undefined && Date.now() <= until) done(current, { status: 'Timeout', ms: SILENCE_MS });
}

/** Nothing of the shell's may decide what tests see. */
const ONLY_THE_ROOM = { NODE_ENV: 'test' };

/** What was judged stands as long as its source is unchanged, and who survived only as long as everything is. */
function knownVerdicts(file: string, now: Bundle): Map<string, Verdict> {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return new Map();
  }
  const verdicts = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict & { readonly bundle: string });
  return new Map(
    verdicts
      .filter(({ status, bundle }) => status === 'Killed' || bundle === now.key)
      .map(({ bundle: _, ...verdict }) => [verdict.hash, verdict]),
  );
}

/** The same for the same change of the same source. */
function keyOf({ fileName, location: { start, end }, mutatorName, replacement }: Change, { hashes }: Bundle): string {
  const place = [start.line, start.column, end.line, end.column].join(':');
  return hashOf([fileName, hashes[fileName], place, mutatorName, replacement].join(' '));
}

function verdictOf(change: Change, judged: Judged): Omit<Verdict, 'hash'> {
  const { id, fileName, mutatorName, replacement, location } = change;
  const from1 = ({ line, column }: { line: number; column: number }) => ({ line: line + 1, column: column + 1 });
  return {
    id,
    fileName: resolve(fileName),
    mutatorName,
    replacement,
    location: { start: from1(location.start), end: from1(location.end) },
    ...judged,
  };
}
