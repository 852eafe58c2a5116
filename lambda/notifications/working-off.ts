import { type Backoff, backoffMs } from '../http/backoff';
import { rest } from './wake-up-timer';

const STORE_BACKOFF: Backoff = { firstMs: 1000, mostMs: 30_000 };
/** What becomes due within this time is waited for when a drain has nothing else to do. */
const SOON_MS = 10_000;
/** An index of what is due may lag behind: it is not asked again at once. */
const LOOK_AGAIN_MS = 100;

/** One kind of what the store has due. */
export interface DueWork {
  /** Works off some of what is due. Resolves to `true` when no more is. */
  work(signal: AbortSignal): Promise<boolean>;
  /** When the next is due, in epoch milliseconds. */
  next(): Promise<number | undefined>;
  /** Whether nothing can be done at the moment. */
  isShut(): boolean;
  /** Where nothing is due. */
  sleep(signal: AbortSignal): Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Works off what is due until the signal. Never rejects: what goes wrong is reported, and tried again. */
export async function keepWorking({ work, sleep, onError, random }: DueWork, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const isDone = await work(signal);
      if (isDone) await sleep(signal);
      failures = 0;
    } catch (error) {
      onError(error);
      await rest(backoffMs(failures++, STORE_BACKOFF, random), signal);
    }
  }
}

/** Works off what is due and what becomes due within some seconds. */
export async function workOff({ work, next, isShut, now }: DueWork, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !isShut()) {
    if (!(await work(signal))) continue;
    const at = await next();
    if (at === undefined || at > now() + SOON_MS || isShut()) return;
    await rest(Math.max(at - now(), LOOK_AGAIN_MS), signal);
  }
}
