import type { NotificationStore } from '../../conversation/ports/store';
import { guardAsync, guardRead } from './errors';
import type { Tables } from './tables';

/** The notifications that are due. */
export function createNotifications({ users, notifications, commits: { writeAll } }: Tables): NotificationStore {
  return {
    standing: (key) => guardRead('read a user', () => users.standing(key)),
    claimNotifications: (claim) => guardAsync('claim notifications', () => writeAll(() => notifications.claim(claim))),
    settleNotification: (notification, result) =>
      guardAsync('settle a notification', () => writeAll(() => notifications.settle(notification, result))),
    deadLetters: (limit) => guardRead('read dead letters', () => notifications.deadLetters(limit)),
    nextNotification: () => guardRead('read notifications', () => notifications.next()),
    pendingNotifications: () => guardRead('count notifications', () => notifications.pending()),
  };
}
