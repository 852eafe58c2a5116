import type { DueNotification, InboxStore, NotificationStore, UserStore } from '../conversation/ports/store';
import { createConcurrencyLimit } from '../http/concurrency-limit';
import type { Telemetry } from '../telemetry/telemetry';
import { createAnnouncement } from './announcement';
import { createDispatch, type TrustedClock } from './dispatch';
import { guardSkills, type NotifyingSkill } from './notifying-skills';
import { createProgress } from './progress';
import { createWakeUpTimer } from './wake-up-timer';
import { type DueWork, keepWorking, workOff } from './working-off';

/** How long a notification may be held: far longer than a send with all its time-outs. */
const LEASE_MS = 60_000;
const IDLE_MS = 1000;
const PROGRESS_MS = 30_000;
/** Sends take a while: as many run at a time as the pace starts in half a second, within these bounds. */
const CONCURRENCY = { least: 8, most: 64, inMs: 500 };

/**
 * Tells users that something waits for them. Any number of notifiers may run on one store, in any number of processes.
 */
export interface Notifier {
  /**
   * Sends what is due, at the business's pace, until the signal. Then it starts no more, gives back what it holds, and
   * resolves once what was on its way has ended. Never rejects: what goes wrong is reported, and tried again.
   */
  run(signal: AbortSignal): Promise<void>;
  /**
   * Sends what is due and what becomes due within some seconds, and ends when that is done: for AWS Lambda, where
   * nothing runs on and time is paid for. Stops after `ms` milliseconds, or at the signal, as `run` does.
   *
   * @throws AloudError ALOUD_STORE_… when the database fails, once what was on its way has ended
   */
  drain(ms: number, signal?: AbortSignal): Promise<void>;
  /** Something becomes due then (epoch milliseconds; default: now). Saves waiting for the next look. */
  wake(at?: number): void;
}

export interface NotifierOptions {
  readonly store: NotificationStore & Pick<UserStore, 'subscribe'> & Pick<InboxStore, 'unread'>;
  /** Whose users are told. Those of other skills wait. */
  readonly skills: readonly NotifyingSkill[];
  /** Milliseconds between two notifications of the store, over all processes; at most a quarter of the lease. */
  readonly paceMs: number;
  /** Told of the whole; what is of one skill is told to that one's. */
  readonly telemetry: Telemetry;
  /** How long a notification may be held; what a killed process held is taken over after it. Default: a minute. */
  readonly leaseMs?: number;
  /** How often it looks for what is due when nothing wakes it. Default: a second. */
  readonly idleMs?: number;
  /** How often the progress is reported. Default: 30 seconds. */
  readonly progressMs?: number;
  readonly now?: () => number;
  /** Whether `now` can be relied on yet. Default: it can. */
  readonly clock?: TrustedClock;
  readonly random?: () => number;
}

/**
 * The notifications are in the store, and so is everything that must survive: which are due, who holds the lease of
 * which, how often each was tried, when the next may be sent. Killed at any point, a notifier leaves a lease that ends;
 * the next notifier sends the notification with the same id, which makes the send idempotent: Amazon knows it by that.
 */
export function createNotifier({
  store,
  telemetry,
  leaseMs = LEASE_MS,
  idleMs = IDLE_MS,
  progressMs = PROGRESS_MS,
  now = Date.now,
  clock = { isKnown: () => true, learn: async () => {} },
  random = Math.random,
  ...options
}: NotifierOptions): Notifier {
  const paceMs = Math.min(options.paceMs, leaseMs / 4);
  const skills = guardSkills(options.skills, { now, random });
  const onError = (error: unknown) => telemetry.error(error, 'notifications');
  const announce = createAnnouncement({ store, skills, paceMs, onError, now, random });
  const dispatch = createDispatch({ store, skills, paceMs, leaseMs, idleMs, now, clock, handle });
  const progress = createProgress(store, telemetry, progressMs);
  const timer = createWakeUpTimer();

  const dueWork = (work: DueWork['work']): DueWork => ({
    work,
    next: () => store.nextNotification(),
    isShut: () => skills.openUntil() !== undefined,
    sleep: (signal) => timer.sleep(idleMs, signal),
    ...{ onError, now, random },
  });

  async function run(signal: AbortSignal): Promise<void> {
    const sends = createConcurrencyLimit(concurrencyAt(paceMs));
    const work = async () => {
      await progress.report();
      return dispatch(sends, signal);
    };
    await keepWorking(dueWork(work), signal);
    await sends.idle();
  }

  async function drain(ms: number, signal?: AbortSignal): Promise<void> {
    const time = AbortSignal.timeout(Math.max(ms, 0));
    const end = signal ? AbortSignal.any([time, signal]) : time;
    const sends = createConcurrencyLimit(concurrencyAt(paceMs));
    const work = async () => {
      if (!(await dispatch(sends, end))) return false;
      // What was on its way may be due again.
      await sends.idle();
      return true;
    };
    try {
      await workOff(dueWork(work), end);
      await progress.report();
    } finally {
      await sends.idle();
    }
  }

  async function handle(notification: DueNotification): Promise<void> {
    const started = performance.now();
    const { outcome, result, telemetry: ofSkill = telemetry } = await announce(notification);
    ofSkill.notification({ outcome, ms: performance.now() - started });
    if (result.kind === 'sent') progress.sent();
    // Where that fails the lease ends, and it is tried again.
    await store.settleNotification(notification, result).catch(onError);
  }

  return {
    run,
    drain,
    wake: (at = now()) => timer.wakeIn(at - now()),
  };
}

/** How many sends run at a time. */
function concurrencyAt(paceMs: number): number {
  return Math.min(Math.max(Math.ceil(CONCURRENCY.inMs / paceMs), CONCURRENCY.least), CONCURRENCY.most);
}
