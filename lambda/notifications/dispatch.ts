import type { DueNotification, NotificationStore } from '../conversation/ports/store';
import type { ConcurrencyLimit } from '../http/concurrency-limit';
import type { NotifyingSkills } from './notifying-skills';
import { rest } from './wake-up-timer';

const MOST_CLAIMED = 250;

/** Takes a few due notifications in hand and starts them at the pace. Resolves to `true` when no more are due. */
export type Dispatch = (sends: ConcurrencyLimit, signal: AbortSignal) => Promise<boolean>;

/** Whether the time is known that all processes go by, and how it is learnt. */
export interface TrustedClock {
  isKnown(): boolean;
  /** Asks who knows; where nobody answers it stays unknown. Never rejects. */
  learn(): Promise<void>;
}

export interface DispatchOptions {
  readonly store: Pick<NotificationStore, 'claimNotifications' | 'settleNotification' | 'nextNotification'>;
  readonly skills: NotifyingSkills;
  /** Milliseconds between two notifications, at most a quarter of the lease. */
  readonly paceMs: number;
  readonly leaseMs: number;
  /** The longest wait for skills that may not send. */
  readonly idleMs: number;
  readonly now: () => number;
  readonly clock: TrustedClock;
  /** Sends one. Must not reject. */
  readonly handle: (notification: DueNotification) => Promise<void>;
}

/** Moments are told by the wall clock, which may jump; how long a lease was held, by the monotonic clock. */
export function createDispatch({
  store,
  skills,
  paceMs,
  leaseMs,
  idleMs,
  now,
  clock,
  handle,
}: DispatchOptions): Dispatch {
  const limit = Math.min(Math.max(Math.floor(leaseMs / 12 / paceMs), 1), MOST_CLAIMED);
  let lastStart = Number.NEGATIVE_INFINITY;

  /** Waits until a notification may start. `false`: it may not any more. */
  async function waitForSlot(
    start: number,
    latest: number,
    sends: ConcurrencyLimit,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (start > latest) return false;
    const wait = start - performance.now();
    if (wait >= 1) await rest(wait, signal);
    await sends.free();
    return !signal.aborted && skills.openUntil() === undefined && performance.now() <= latest;
  }

  /** So that these notifications need not wait for their leases to end. */
  async function giveBack(notifications: readonly DueNotification[], slot: number, signal: AbortSignal): Promise<void> {
    // Others have reserved the pace for a while: to claim again at once would reserve more of it for nothing.
    const crowded = slot - performance.now() - leaseMs / 4;
    const waitMs = signal.aborted ? 0 : Math.max(crowded, 0);
    const dueAt = Math.max(skills.openUntil() ?? 0, now() + waitMs);
    await Promise.all(
      notifications.map((notification) =>
        store.settleNotification(notification, { kind: 'later', dueAt, failed: false }),
      ),
    );
    await rest(waitMs, signal);
  }

  async function isAnyDue(): Promise<boolean> {
    const next = await store.nextNotification();
    return next !== undefined && next <= now();
  }

  return async (sends, signal) => {
    const openUntil = skills.openUntil();
    if (openUntil !== undefined) {
      await rest(Math.min(openUntil - now(), idleMs), signal);
      return false;
    }
    // Nothing is claimed by a clock that may be wrong; who has nothing to send need not ask.
    if (!clock.isKnown()) {
      if (!(await isAnyDue())) return true;
      await clock.learn();
    }
    if (!clock.isKnown()) {
      await rest(idleMs, signal);
      return false;
    }
    const [at, claimed] = [now(), performance.now()];
    const batch = await store.claimNotifications({ now: at, limit, leaseMs, paceMs });
    for (const [index, notification] of batch.entries()) {
      const slot = claimed + notification.sendAt - at;
      // The other half of the lease is for the send itself.
      const latest = claimed + leaseMs / 2;
      const mayGo = await waitForSlot(Math.max(slot, lastStart + paceMs / 2), latest, sends, signal);
      if (!mayGo) {
        await giveBack(batch.slice(index), slot, signal);
        return false;
      }
      lastStart = performance.now();
      sends.run(() => handle(notification));
    }
    return batch.length < limit;
  };
}
