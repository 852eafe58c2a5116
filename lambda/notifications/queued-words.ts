import { randomUUID } from 'node:crypto';
import { type DueWords, loseOldWords } from '../conversation/due-words';
import type { ChannelIdentity, Store } from '../conversation/ports/store';
import { type ConcurrencyLimit, createConcurrencyLimit } from '../http/concurrency-limit';
import type { Telemetry } from '../telemetry/telemetry';
import { rest } from './wake-up-timer';
import { type DueWork, keepWorking, workOff } from './working-off';

/** Far longer than it takes until what is sent is noted: then the lease is over. */
const LEASE_MS = 5000;
const IDLE_MS = 1000;
const AT_ONCE = 32;
/** How long a call of a drain may go on after its end, in milliseconds. */
const CALL_AFTER_END_MS = 6000;

/** A skill whose users' words are passed on. */
export interface SpeakingSkill {
  /** Whether a user is of this skill: the words of all skills are due in one store. */
  owns(key: string, identity: ChannelIdentity): boolean;
  passOn(words: DueWords): Promise<void>;
}

export interface QueuedWordsOptions {
  readonly store: Store;
  /** Those of other skills are left to who serves these. */
  readonly skills: readonly SpeakingSkill[];
  readonly telemetry: Pick<Telemetry, 'error'>;
  /** How long nobody else takes what one has claimed, and has not noted as sent. Default: five seconds. */
  readonly leaseMs?: number;
  /** How often it looks for what is due. Default: a second. */
  readonly idleMs?: number;
  readonly now?: () => number;
}

/**
 * Passes on what users were promised to be passed on, once it is due. Any number may work on one store, in any number of
 * processes, beside turns: the claim in a user's outbox keeps them apart, and the lease spares them vain looks.
 */
export interface QueuedWords {
  /** Runs until `close`. */
  start(): void;
  /**
   * Passes on what is due and what becomes due within some seconds, for at most so many milliseconds, and ends when that is
   * done. A call may take some seconds longer.
   *
   * @throws AloudError ALOUD_STORE_… when the database fails
   */
  drain(ms: number): Promise<void>;
  /** Begins nothing more. Resolves when nothing is on its way any more. Safe to repeat. */
  close(): Promise<void>;
}

export function createQueuedWords({
  store,
  skills,
  telemetry,
  leaseMs = LEASE_MS,
  idleMs = IDLE_MS,
  now = Date.now,
}: QueuedWordsOptions): QueuedWords {
  const stop = new AbortController();
  let running: Promise<void> | undefined;

  const onError = (error: unknown) => telemetry.error(error, 'queued words');

  async function passOn(key: string, signal: AbortSignal, callMs?: number): Promise<void> {
    try {
      const standing = await store.standing(key);
      const skill = standing && skills.find(({ owns }) => owns(key, standing.identity));
      if (!skill) return await loseOldWords(store, key);
      const { locale } = standing.identity;
      await skill.passOn({ key, locale, id: randomUUID(), callMs, stop: signal });
    } catch (error) {
      // The lease ends, and it is tried again.
      onError(error);
    }
  }

  const dueWork = (work: DueWork['work']): DueWork => ({
    work,
    next: () => store.nextWords(),
    isShut: () => false,
    sleep: (signal) => rest(idleMs, signal),
    ...{ onError, now, random: Math.random },
  });

  /** Begins with what is due. Resolves to `true` when no more is. */
  async function begin(calls: ConcurrencyLimit, signal: AbortSignal, callMs?: () => number): Promise<boolean> {
    await calls.free();
    const keys = await store.claimWords({ now: now(), limit: AT_ONCE, leaseMs });
    for (const key of keys) {
      await calls.free();
      calls.run(() => passOn(key, signal, callMs?.()));
    }
    return keys.length < AT_ONCE;
  }

  async function run(): Promise<void> {
    const calls = createConcurrencyLimit(AT_ONCE);
    await keepWorking(
      dueWork((signal) => begin(calls, signal)),
      stop.signal,
    );
    await calls.idle();
  }

  return {
    start() {
      running ??= run();
    },
    async drain(ms) {
      const end = performance.now() + ms;
      const callMs = () => Math.max(end - performance.now(), 0) + CALL_AFTER_END_MS;
      const time = AbortSignal.timeout(Math.max(ms, 0));
      const calls = createConcurrencyLimit(AT_ONCE);
      const work = async (signal: AbortSignal) => {
        if (!(await begin(calls, signal, callMs))) return false;
        // When it is due again is known then.
        await calls.idle();
        return true;
      };
      await workOff(dueWork(work), AbortSignal.any([time, stop.signal])).finally(calls.idle);
    },
    async close() {
      stop.abort();
      await running;
    },
  };
}
