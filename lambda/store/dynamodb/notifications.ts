import { randomUUID } from 'node:crypto';
import type { DueNotification, NotificationClaim, NotificationResult } from '../../conversation/ports/store';
import type { Access, DueEntry, Update, Updated, Write } from './access';
import { DEAD_LETTERS, floorOf, GAP_MS, type NotificationItem, PUT_OFF, SHARDS } from './asking';
import { deadLetterKey, type Key, notificationKey, PACE_KEY, userOf } from './keys';
import { seconds } from './tombstones';

const MOST_AT_ONCE = 25;
/** Of each shard. */
const MOST_COUNTED = 1000;
const MOST_TRIES = 10;

interface PaceItem {
  readonly next_at: number;
}

interface Leased {
  readonly user: string;
  readonly lease: string;
  readonly item: NotificationItem;
}

interface DeadLetterItem {
  /** When it was given up. */
  readonly due_at: number;
  readonly reason: string;
  readonly expires: number;
}

export interface NotificationDeps {
  readonly access: Access;
  readonly nextRef: () => string;
  readonly now: () => number;
  readonly keepMs: number;
}

/**
 * Notifications are taken in hand by what the index says and by a condition on the item itself, which says the same at
 * the same moment: an index that is behind costs a vain try, never a second notification. While a notification is under
 * lease its due time is the end of the lease.
 */
export function createNotifications({ access, nextRef, now: clock, keepMs }: NotificationDeps) {
  const { update, transact, queryDue, countDue, getAll } = access;

  const inAllShards = <T>(look: (shard: string) => Promise<T>) => Promise.all(SHARDS.map(look));

  async function takeLease(
    { pk, sk, due_at: seen }: DueEntry,
    { now, leaseMs }: NotificationClaim,
  ): Promise<Leased | undefined> {
    const key = { pk, sk };
    const lease = randomUUID();
    const { refused, item } = await update<NotificationItem>({
      key,
      set: 'SET lease = :lease, due_at = :end, claimed_asks = asks',
      // A user who was told a short while ago and has not come is left in peace: when to tell them again is only known
      // here.
      condition: `due_at = :seen AND
        (attribute_not_exists(sent_at) OR sent_at <= :told OR sent_at > :now OR attribute_exists(lease))`,
      values: { lease, end: Math.trunc(now + leaseMs), seen, told: Math.trunc(now - GAP_MS), now: Math.trunc(now) },
      returning: true,
    });
    // Refused, and yet ours: the answer to an earlier try was lost.
    if (!refused || item?.lease === lease) return item && { user: userOf(key), lease, item };
    if (item?.due_at === seen && item.sent_at !== undefined) await putOff(key, item, floorOf(item, now));
    return undefined;
  }

  function putOff(key: Key, item: NotificationItem, floor: number) {
    return update({
      key,
      set: 'SET due_at = :floor',
      condition: 'due_at = :seen AND sent_at = :sent AND attribute_not_exists(lease)',
      values: { floor, seen: item.due_at, sent: item.sent_at },
    });
  }

  /** Takes places in the line of all notifications of the business. A try that is lost leaves a gap in it, no more. */
  async function reserve({ now, leaseMs, paceMs }: NotificationClaim, count: number): Promise<number> {
    const line = Math.ceil(count * paceMs);
    let pace: PaceItem | undefined = { next_at: now };
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const next: number = pace?.next_at ?? Number.NEGATIVE_INFINITY;
      const result: Updated<PaceItem> = await update<PaceItem>(
        placesAfter(next, Math.trunc(now), Math.trunc(leaseMs), line),
      );
      pace = result.item;
      if (!result.refused && pace) return pace.next_at - line;
    }
    throw new Error('the pace kept changing');
  }

  /** Ends a lease, with another end where more was asked for while the lease ran. */
  async function release(
    { key: user, lease }: DueNotification,
    change: Pick<Update, 'set' | 'values'>,
    dueAgain: number,
  ): Promise<void> {
    const key = notificationKey(user);
    const values = { ...change.values, lease };
    const { refused, item } = await update<NotificationItem>({
      key,
      set: `${change.set} REMOVE lease, due_at, due_shard`,
      condition: 'lease = :lease AND asks = claimed_asks',
      values,
    });
    if (!refused || item?.lease !== lease) return;
    await update({
      key,
      set: `${change.set}, due_at = :due REMOVE lease`,
      condition: 'lease = :lease',
      values: { ...values, due: dueAgain },
    });
  }

  async function toDeadLetters({ key, lease }: DueNotification, at: number, reason: string): Promise<void> {
    const { pk, sk } = deadLetterKey(key, nextRef());
    const writes: readonly Write[] = [
      {
        kind: 'update',
        key: notificationKey(key),
        set: 'SET notice = notice + :one, attempts = :none REMOVE lease, due_at, due_shard',
        condition: 'lease = :lease',
        values: { one: 1, none: 0, lease },
      },
      {
        kind: 'put',
        item: { pk, sk, due_shard: DEAD_LETTERS, due_at: Math.trunc(at), reason, expires: seconds(clock() + keepMs) },
      },
    ];
    await transact(writes);
  }

  return {
    async claim(claim: NotificationClaim): Promise<DueNotification[]> {
      const { now, limit, paceMs } = claim;
      const due = (await inAllShards((shard) => queryDue({ shard, until: Math.trunc(now), limit }))).flat();
      due.sort((a, b) => a.due_at - b.due_at);
      const leased: Leased[] = [];
      while (due.length > 0 && leased.length < limit) {
        const next = due.splice(0, Math.min(limit - leased.length, MOST_AT_ONCE));
        const tried = await Promise.all(next.map((entry) => takeLease(entry, claim)));
        leased.push(...tried.filter((one) => one !== undefined));
      }
      if (leased.length === 0) return [];
      const start = await reserve(claim, leased.length);
      return leased.map(({ user, lease, item: { notice: number, attempts } }, index) => {
        return { key: user, lease, sendAt: Math.trunc(start + index * paceMs), number, attempts };
      });
    },

    async settle(notification: DueNotification, result: NotificationResult): Promise<void> {
      switch (result.kind) {
        case 'sent': {
          const values = { at: result.at, one: 1, none: 0 };
          const set = 'SET sent_at = :at, notice = notice + :one, attempts = :none';
          return release(notification, { set, values }, Math.trunc(result.at + GAP_MS));
        }
        case 'needless':
          return release(notification, { set: 'SET attempts = :none', values: { none: 0 } }, 0);
        case 'later':
          await update({
            key: notificationKey(notification.key),
            set: `SET ${result.yields ? '' : 'lease = :off, '}attempts = attempts + :failed, due_at = :due
              ${result.yields ? 'REMOVE lease' : ''}`,
            condition: 'lease = :lease',
            values: {
              ...(!result.yields && { off: PUT_OFF }),
              failed: result.failed ? 1 : 0,
              due: Math.trunc(result.dueAt),
              lease: notification.lease,
            },
          });
          return;
        case 'dead':
          return toDeadLetters(notification, result.at, result.reason);
      }
    },

    async deadLetters(limit: number) {
      const entries = await queryDue({ shard: DEAD_LETTERS, limit, newestFirst: true });
      const keys = entries.map(({ pk, sk }) => ({ pk, sk }));
      const items = await getAll<DeadLetterItem>(keys, 'pk, sk, due_at, reason, expires');
      return items
        .filter(({ expires }) => expires > seconds(clock()))
        .sort((a, b) => b.due_at - a.due_at)
        .map((item) => ({ key: userOf(item), at: item.due_at, reason: item.reason }));
    },

    async next(): Promise<number | undefined> {
      const first = await inAllShards((shard) => queryDue({ shard, limit: 1 }));
      const times = first.flat().map(({ due_at }) => due_at);
      return times.length === 0 ? undefined : Math.min(...times);
    },

    async pending(): Promise<number> {
      const counts = await inAllShards((shard) => countDue(shard, MOST_COUNTED));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

/**
 * The line goes on where it ends; but an end in the past, or one that only a clock set back explains, does not count.
 */
function placesAfter(next: number, now: number, leaseMs: number, line: number): Update {
  const latest = now + leaseMs;
  if (next >= now && next <= latest) {
    return {
      key: PACE_KEY,
      set: 'SET next_at = next_at + :line',
      condition: 'next_at BETWEEN :now AND :latest',
      values: { line, now, latest },
      returning: true,
    };
  }
  const start = next > latest ? latest : now;
  return {
    key: PACE_KEY,
    set: 'SET next_at = :end',
    condition: next > latest ? 'next_at > :latest' : 'attribute_not_exists(pk) OR next_at < :now',
    values: { end: start + line, ...(next > latest ? { latest } : { now }) },
    returning: true,
  };
}

export type Notifications = ReturnType<typeof createNotifications>;
