import { ftruncateSync, openSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createRandom } from '../chaos/random';
import { starvedMs } from '../chaos/starved';
import { type Memory, memoryInUse, moreMemory } from './memory';
import { shrink } from './shrink';
import { slowness } from './slowness';
import { Finding, fail, type Surface, type Target } from './surface';
import { SURFACES, type SurfaceName } from './surfaces';

/** What the process of a surface is told. */
export interface ChildOptions {
  readonly surface: SurfaceName;
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  /** Ends earlier after so many milliseconds. */
  readonly ms?: number;
  /** Where it notes the number of the input that it is at, in case it does not survive it. */
  readonly note: string;
  /** One input of somebody else's, in place of its own. */
  readonly input?: string;
  /** So many bytes of each input stay, to prove that they are seen. */
  readonly leak?: number;
}

export interface Found {
  readonly number: number;
  readonly what: string;
  readonly input: string;
}

/** What the process tells. `memory`: how much more is in use at the end than after the first part. */
export type Told =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'done'; readonly inputs: number; readonly longestMs: number; readonly memory: Memory };

/** The system is opened anew after so many inputs, so that an input meets what it meets when it is put alone. */
const PER_TARGET = 1000;
/** Milliseconds of processor time that any input may take, and a thousand characters of it more. */
const FIXED_MS = 250;
const PER_1000_MS = 4;
/** A first time may be longer: code is compiled, caches are filled. */
const TRIES = 3;
const LONGEST_MS = 15_000;
/** Of an array. */
const BYTES_PER_ITEM = 8;

/** What is to stay, for as long as the process. */
const planted: unknown[] = [];

/** Puts inputs to a surface, one after the other, and tells what is found. */
export async function serveChild(options: ChildOptions): Promise<void> {
  const { surface: name, seed, from, count, ms = Number.POSITIVE_INFINITY, note, leak = 0 } = options;
  const surface: Surface = SURFACES[name];
  const notes = openSync(note, 'w');
  const tell = (told: Told) => new Promise<void>((resolve) => process.send?.(told, () => resolve()));
  let rejected: unknown;
  process.on('unhandledRejection', (reason) => {
    rejected ??= reason ?? 'nothing';
  });

  /** Only the first of a kind is made small. */
  const known = new Set<string>();
  let target: Target | undefined;
  let longestMs = 0;
  /** What is wrong with how an input is taken. */
  async function faultOf(input: string): Promise<string | undefined> {
    target ??= await surface.open();
    let shortest = Number.POSITIVE_INFINITY;
    const allowed = FIXED_MS + (PER_1000_MS * input.length) / 1000;
    for (let tries = 0; tries < TRIES && shortest > allowed; tries++) {
      const before = process.cpuUsage();
      try {
        await inTime(target.run(input));
      } catch (error) {
        if (!(error instanceof Finding)) return `thrown: ${error instanceof Error ? error.stack : error}`;
        return error.message;
      }
      const { user, system } = process.cpuUsage(before);
      shortest = Math.min(shortest, (user + system) / 1000);
      if (rejected !== undefined) {
        const reason = rejected;
        rejected = undefined;
        return `unhandled rejection: ${reason instanceof Error ? reason.stack : reason}`;
      }
    }
    longestMs = Math.max(longestMs, shortest);
    const isSlow = shortest > allowed && shortest > allowed * slowness();
    return isSlow ? `${Math.round(shortest)} ms for ${input.length} characters` : undefined;
  }

  async function report(number: number, what: string, input: string): Promise<void> {
    const kind = kindOf(what);
    const isNew = !known.has(kind);
    known.add(kind);
    const isSame = async (smaller: string) => kindOf((await faultOf(smaller)) ?? '') === kind;
    const smallest = isNew ? await shrink(input, isSame) : '';
    await tell({ kind: 'found', found: { number, what, input: smallest } });
    await target?.close();
    target = undefined;
  }

  const until = performance.now() + ms;
  let done = 0;
  let first: Memory | undefined;
  while (done < count && performance.now() < until) {
    const number = from + done;
    ftruncateSync(notes);
    writeSync(notes, String(number), 0);
    const input = options.input ?? (await surface.make(createRandom(seed, name, number)));
    const fault = await faultOf(input);
    if (leak > 0) planted.push(new Array(Math.ceil(leak / BYTES_PER_ITEM)).fill(done));
    if (fault !== undefined) await report(number, fault, input);
    done++;
    if (done % PER_TARGET === 0) {
      await target?.close();
      target = undefined;
      first ??= memoryInUse();
    }
  }
  await target?.close();
  const last = memoryInUse();
  await tell({ kind: 'done', inputs: done, longestMs, memory: moreMemory(last, first ?? last) });
  process.exit(0);
}

/** Nothing that an input does takes longer than a turn. */
async function inTime(work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = timeFor(LONGEST_MS, over.signal).then(() => fail(`no answer in ${LONGEST_MS} ms`));
  late.catch(() => {});
  try {
    await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}

/** So much time to work: what the machine withholds is waited for as well. */
async function timeFor(ms: number, signal: AbortSignal): Promise<void> {
  const starved = () => starvedMs(process.pid) ?? 0;
  for (let left = ms; left >= 1; ) {
    const before = starved();
    await delay(left, undefined, { signal });
    left = starved() - before;
  }
}

/** What two findings have in common that are the same: numbers and names differ. */
export function kindOf(what: string): string {
  return (what.split('\n')[0] ?? '').replace(/\d+/g, '#').slice(0, 60);
}
