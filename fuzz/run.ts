import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../chaos/random';
import { starvedMs } from '../chaos/starved';
import { type ChildOptions, type Found, kindOf, type Told } from './child';
import type { Memory } from './memory';
import { shrink } from './shrink';
import { SURFACES, type SurfaceName } from './surfaces';

export interface FuzzOptions {
  readonly surface: SurfaceName;
  readonly seed: number;
  readonly count: number;
  /** Ends earlier after so many milliseconds. */
  readonly ms?: number;
  /** The first input's number. Default: 0. */
  readonly from?: number;
  /** So many bytes of each input are to stay. Default: none. */
  readonly leak?: number;
  /** The bundle that calls `serveChild`. */
  readonly script: string;
}

export interface FuzzResult {
  readonly inputs: number;
  /** One of each kind, the first. */
  readonly found: readonly Found[];
  /** How often each kind was found. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Of processor time, for one input. */
  readonly longestMs: number;
  /** How much more was in use at the end than after the first part. */
  readonly memory: Memory;
}

const HEAP_MB = 512;
/** An input that kills the process costs a start of it for each smaller one that is tried, in milliseconds. */
const SHRINK_DEATH_MS = 15_000;
/** So many deaths are enough to know. */
const MOST_DEATHS = 20;
/** A process that is at the same input for so long has come to a stop, but for what the machine has withheld. */
const STUCK_MS = 25_000;
const LOOK_MS = 1000;

/** Puts inputs to a surface, in a process of its own that may die of one. */
export async function runFuzz({
  surface,
  seed,
  count,
  ms,
  from = 0,
  leak = 0,
  script,
}: FuzzOptions): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-fuzz-'));
  const note = join(folder, 'at');
  const started = performance.now();
  const found = new Map<string, Found>();
  const kinds = new Map<string, number>();
  const add = (one: Found) => {
    const kind = kindOf(one.what);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (!found.has(kind)) found.set(kind, one);
  };
  let [inputs, longestMs, deaths] = [0, 0, 0];
  let memory: Memory = { data: 0, code: 0 };
  while (inputs < count && deaths < MOST_DEATHS) {
    const left = ms === undefined ? undefined : ms - (performance.now() - started);
    if (left !== undefined && left <= 0) break;
    const part = { surface, seed, from: from + inputs, count: count - inputs, ms: left, note, leak };
    const end = await runChild(part, script, add);
    if (end.kind === 'done') {
      inputs += end.inputs;
      longestMs = Math.max(longestMs, end.longestMs);
      memory = end.memory;
      break;
    }
    deaths++;
    const number = Number(readFileSync(note, 'utf8'));
    inputs = number - from + 1;
    const input = await SURFACES[surface].make(createRandom(seed, surface, number));
    const isNew = !found.has(kindOf(end.what));
    const dies = async (smaller: string) => {
      const single = { surface, seed, from: number, count: 1, note: `${note}-smaller`, input: smaller };
      return (await runChild(single, script, () => {})).kind === 'died';
    };
    add({ number, what: end.what, input: isNew ? await shrink(input, dies, SHRINK_DEATH_MS) : input });
  }
  rmSync(folder, { recursive: true });
  return { inputs, found: [...found.values()], kinds, longestMs, memory };
}

type End = Extract<Told, { readonly kind: 'done' }> | { readonly kind: 'died'; readonly what: string };

function runChild(options: ChildOptions, script: string, onFound: (found: Found) => void): Promise<End> {
  // An input may be longer than an environment can be.
  const told = `${options.note}.json`;
  writeFileSync(told, JSON.stringify(options));
  const child = fork(script, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--expose-gc', '--stack-size=900', `--max-old-space-size=${HEAP_MB}`],
    env: { PATH: process.env.PATH, FUZZ_CHILD: told },
  });
  let errors = '';
  let done: End | undefined;
  let isStuck = false;
  const workingMs = () => performance.now() - (starvedMs(child.pid ?? 0) ?? 0);
  let last = { at: '', since: workingMs() };
  const watch = setInterval(() => {
    const at = existsSync(options.note) ? readFileSync(options.note, 'utf8') : '';
    if (at !== last.at) last = { at, since: workingMs() };
    if (workingMs() - last.since < STUCK_MS) return;
    isStuck = true;
    child.kill('SIGKILL');
  }, LOOK_MS);
  child.stderr?.on('data', (chunk) => {
    errors = (errors + chunk).slice(-4000);
  });
  child.on('message', (told: Told) => {
    if (told.kind === 'found') onFound(told.found);
    else done = told;
  });
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      const how = isStuck ? 'it came to a stop' : `the process died (${signal ?? code})`;
      const error = /(?:panicked at|FATAL ERROR|\w*Error:).*/.exec(errors)?.[0] ?? '';
      resolve(done ?? { kind: 'died', what: `${how}: ${error}\n${errors.slice(-800)}` });
    });
  });
}
