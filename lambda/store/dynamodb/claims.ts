import { randomUUID } from 'node:crypto';
import type { DueNotification, NotificationClaim } from '../../conversation/ports/store';
import {
  earliestNext,
  farthestSent,
  latestSent,
  leaseEnd,
  lengthOfLine,
  placeInLine,
  startOfLine,
} from '../notification-policy';
import type { Access } from './access';
import { type NotificationItem, SHARDS } from './asking';
import { type Key, PACE_KEY, userOf } from './keys';
import type { DueEntry } from './reads';
import type { Update, Updated } from './writes';

const MOST_AT_ONCE = 25;
const MOST_TRIES = 10;

interface PaceItem {
  readonly next_at: number;
}

interface Leased {
  readonly user: string;
  readonly lease: string;
  readonly item: NotificationItem;
}

/**
 * Notifications are taken in hand by what the index says and by a condition on the item itself, which says the same at
 * the same moment: an index that is behind costs a vain try, never a second notification.
 */
export function createClaim({ update, queryDue }: Access) {
  async function takeLease({ pk, sk, due_at: seen }: DueEntry, claim: NotificationClaim): Promise<Leased | undefined> {
    const { now } = claim;
    const key = { pk, sk };
    const lease = randomUUID();
    const { refused, item } = await update<NotificationItem>({
      key,
      set: 'SET lease = :lease, due_at = :end, claimed_asks = asks',
      // A user who was told a short while ago and has not come is left in peace: when to tell them again is only known
      // here.
      condition: `due_at = :seen AND
        (attribute_not_exists(sent_at) OR sent_at <= :told OR sent_at > :farthest OR attribute_exists(lease))`,
      values: { lease, end: leaseEnd(claim), seen, told: latestSent(now), farthest: farthestSent(now) },
      returning: true,
    });
    // Refused, and yet ours: the answer to an earlier try was lost.
    if (!refused || item?.lease === lease) return item && { user: userOf(key), lease, item };
    if (item?.due_at === seen && item.sent_at !== undefined) await putOff(key, item, earliestNext(item.sent_at, now));
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
  async function reserve(claim: NotificationClaim, count: number): Promise<number> {
    const line = lengthOfLine(count, claim);
    let pace: PaceItem | undefined = { next_at: Math.trunc(claim.now) };
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const next: number = pace?.next_at ?? Number.NEGATIVE_INFINITY;
      const result: Updated<PaceItem> = await update<PaceItem>(placesAfter(next, claim, line));
      pace = result.item;
      if (!result.refused && pace) return pace.next_at - line;
    }
    throw new Error('the pace kept changing');
  }

  return async function claimDue(claim: NotificationClaim): Promise<DueNotification[]> {
    const { now, limit } = claim;
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
      return { key: user, lease, sendAt: placeInLine(start, index, claim), number, attempts };
    });
  };
}

/** Asks every shard of the index in which something may be due. */
export function inAllShards<T>(look: (shard: string) => Promise<T>): Promise<T[]> {
  return Promise.all(SHARDS.map(look));
}

/** The update that moves the end of the line. Refused where the line does not end at `next` any more, as far as it matters. */
function placesAfter(next: number, claim: NotificationClaim, line: number): Update {
  const start = startOfLine(next, claim);
  const [now, latest] = [Math.trunc(claim.now), leaseEnd(claim)];
  if (start === next) {
    return {
      key: PACE_KEY,
      set: 'SET next_at = next_at + :line',
      condition: 'next_at BETWEEN :now AND :latest',
      values: { line, now, latest },
      returning: true,
    };
  }
  return {
    key: PACE_KEY,
    set: 'SET next_at = :end',
    condition: next > latest ? 'next_at > :latest' : 'attribute_not_exists(pk) OR next_at < :now',
    values: { end: start + line, ...(next > latest ? { latest } : { now }) },
    returning: true,
  };
}
