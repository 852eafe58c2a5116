import type { NotificationStore } from '../conversation/ports/store';
import type { Telemetry } from '../telemetry/telemetry';

/** Tells from time to time how many notifications were sent since it last did, and how many wait. */
export interface Progress {
  /** Counts one that was sent. */
  sent(): void;
  /** Tells, if it is time to. Rejects when the store fails. */
  report(): Promise<void>;
}

/** @param everyMs how often it is told, in milliseconds */
export function createProgress(
  store: Pick<NotificationStore, 'pendingNotifications'>,
  telemetry: Telemetry,
  everyMs: number,
): Progress {
  let sent = 0;
  let reportedAt: number | undefined;

  return {
    sent() {
      sent++;
    },
    async report() {
      const ms = performance.now() - (reportedAt ?? Number.NEGATIVE_INFINITY);
      if (ms < everyMs) return;
      const pending = await store.pendingNotifications();
      telemetry.notificationProgress({ pending, sent, ms: reportedAt === undefined ? 0 : ms });
      reportedAt = performance.now();
      sent = 0;
    },
  };
}
