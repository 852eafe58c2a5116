import type {
  DeadLetter,
  DueNotification,
  NotificationClaim,
  NotificationResult,
} from '../../conversation/ports/store';
import { DEAD_LETTERS } from './asking';
import { createClaim, inAllShards } from './claims';
import { userOf } from './keys';
import { createSettle, type SettleDeps } from './settle';
import { seconds } from './tombstones';

/** Of each shard. */
const MOST_COUNTED = 1000;

interface DeadLetterItem {
  /** When it was given up. */
  readonly due_at: number;
  readonly reason: string;
  readonly expires: number;
}

/** What the notifier asks for. While a notification is under lease its due time is the end of the lease. */
export interface Notifications {
  claim(claim: NotificationClaim): Promise<readonly DueNotification[]>;
  settle(notification: DueNotification, result: NotificationResult): Promise<void>;
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  next(): Promise<number | undefined>;
  pending(): Promise<number>;
}

export function createNotifications(deps: SettleDeps): Notifications {
  const { access, now } = deps;
  const { queryDue, countDue, getAll } = access;
  return {
    claim: createClaim(access),
    settle: createSettle(deps),

    async deadLetters(limit) {
      const entries = await queryDue({ shard: DEAD_LETTERS, limit, newestFirst: true });
      const keys = entries.map(({ pk, sk }) => ({ pk, sk }));
      const items = await getAll<DeadLetterItem>(keys, 'pk, sk, due_at, reason, expires');
      return items
        .filter(({ expires }) => expires > seconds(now()))
        .sort((a, b) => b.due_at - a.due_at)
        .map((item) => ({ key: userOf(item), at: item.due_at, reason: item.reason }));
    },

    async next() {
      const first = await inAllShards((shard) => queryDue({ shard, limit: 1 }));
      const times = first.flat().map(({ due_at }) => due_at);
      return times.length === 0 ? undefined : Math.min(...times);
    },

    async pending() {
      const counts = await inAllShards((shard) => countDue(shard, MOST_COUNTED));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
