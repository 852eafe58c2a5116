import { ADOPTED_MS, PARKED_MS, THREAD_MS } from '../../conversation/ports/store';
import { USED_EVERY_MS } from '../thread-use';
import type { Access } from './access';
import { askWrite, type NotificationItem } from './asking';
import { sizeOf } from './codec';
import type { Item } from './expressions';
import type { InboxReader, InboxRecord } from './inbox';
import {
  arrivalOf,
  nameOf,
  ownerKey,
  parkedKey,
  threadPartition,
  USER_THREADS,
  userPartition,
  userThreadKey,
} from './keys';
import { seconds } from './tombstones';
import type { Write } from './writes';

/** The owner of a thread; before it has one, how much was parked for it. */
interface OwnerItem {
  readonly owner_key?: string;
  readonly parked?: number;
  /** Of an owner: they have left the thread for another. Until DynamoDB deletes it, it is known all the same. */
  readonly expires?: number;
}

/** A thread among those of its user. */
interface UserThreadItem {
  readonly linked_at?: number;
  readonly expires?: number;
}

const MOST_TOGETHER = 40;
const LARGEST_TOGETHER_BYTES = 2 * 1024 * 1024;
const MOST_TRIES = 20;
/** DynamoDB takes some days to delete what has expired. */
const NAMED_AFTER_MS = 7 * 24 * 60 * 60_000;

export interface ThreadDeps {
  readonly access: Access;
  readonly inbox: InboxReader;
  readonly nextRef: () => string;
  readonly now: () => number;
}

/**
 * Whose threads are whose. What is parked is counted in the item that names the owner: so the transaction that makes
 * a user the owner is refused when something was parked after it was looked at, and parking is refused once there is
 * an owner. Nothing falls between. The thread that a user had last is theirs for as long as they are known; one that they
 * have left expires when it is not used for long.
 */
export function createThreads({ access: { get, query, transact }, inbox, nextRef, now }: ThreadDeps) {
  /** As many as fit one transaction. */
  function fitting(items: readonly Item<InboxRecord>[]): readonly Item<InboxRecord>[] {
    let bytes = 0;
    const end = items.findIndex((item, index) => {
      bytes += sizeOf(item.body);
      return index > 0 && (index >= MOST_TOGETHER || bytes > LARGEST_TOGETHER_BYTES);
    });
    return end === -1 ? items : items.slice(0, end);
  }

  /** It goes when nobody uses it for long; what names it among its user's goes after it, as an erase finds it by that. */
  async function setIdle(thread: string, key: string, condition: string): Promise<void> {
    const until = now() + THREAD_MS;
    // Refused: it has become another's, or is its user's last again, and stays.
    await transact([
      {
        kind: 'update',
        key: ownerKey(thread),
        set: 'SET expires = :expires',
        condition: `owner_key = :key AND ${condition}`,
        values: { key, expires: seconds(until) },
      },
      {
        kind: 'update',
        key: userThreadKey(key, thread),
        set: 'SET expires = :expires',
        condition: `attribute_exists(pk) AND ${condition}`,
        values: { expires: seconds(until + NAMED_AFTER_MS) },
      },
    ]);
  }

  /**
   * The user has left all threads but the one that they had last. Of two that are linked at once, each by a process of its own, the one
   * that is written first may not see the other: so whoever sees both also leaves its own, where that is the older.
   */
  async function leaveOthers(key: string): Promise<void> {
    const all = await query<UserThreadItem>({ partition: userPartition(key), between: USER_THREADS });
    const [, ...left] = all.filter(({ expires }) => expires === undefined).sort(byNewest);
    for (const item of left) await setIdle(nameOf(item), key, 'attribute_not_exists(expires)');
  }

  return {
    /** Whose a thread is, and a way to note that it was used. */
    async owner(thread: string): Promise<{ readonly owner: string | undefined; noteUse(): Promise<void> }> {
      const { owner_key: owner, expires } = (await get<OwnerItem>(ownerKey(thread))) ?? {};
      const isDue =
        owner !== undefined && expires !== undefined && expires < seconds(now() + THREAD_MS - USED_EVERY_MS);
      return { owner, noteUse: async () => (isDue ? setIdle(thread, owner, 'attribute_exists(expires)') : undefined) };
    },

    /** Part of the transaction that parks something. Refused when the thread has an owner. */
    countParked: (thread: string, count: number): Write => ({
      kind: 'update',
      key: ownerKey(thread),
      set: 'SET expires = :expires ADD parked :count',
      condition: 'attribute_not_exists(owner_key)',
      values: { count, expires: seconds(now() + PARKED_MS) },
    }),

    async link(thread: string, key: string): Promise<void> {
      const linkedAt = Math.trunc(now());
      let known: NotificationItem | undefined;
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const items = await query<InboxRecord & OwnerItem>({ partition: threadPartition(thread) });
        const owner: OwnerItem | undefined = items.find(({ sk }) => sk === 'O');
        const isParked = (item: Item) => item.sk !== 'O' && arrivalOf(nameOf(item)) > now() - PARKED_MS;
        const parked = items.filter(isParked);
        if (owner?.owner_key === key && owner.expires === undefined && parked.length === 0) return;
        const part = fitting(parked);
        const isLast = part.length === parked.length;
        const refused = await transact([
          // When it came the owner was not known. A turn that is still waiting hears it before this is due.
          askWrite(key, { arrived: part.length, asks: part.length, at: Math.trunc(now() + ADOPTED_MS) }, known),
          ...(isLast ? takeOver(thread, key, owner, linkedAt) : []),
          ...part.flatMap((item): Write[] => [
            { kind: 'delete', key: parkedKey(thread, nameOf(item)), condition: 'attribute_exists(pk)' },
            // It arrives now: a turn that has marked the inbox meanwhile finds it.
            inbox.put(key, nextRef(), item.body),
          ]),
        ]);
        if (!refused && isLast) return leaveOthers(key);
        if (refused?.[0] && !refused[0].item) return;
        known = refused?.[0]?.item as NotificationItem | undefined;
      }
      throw new Error('others kept parking for the thread or taking it over');
    },
  };
}

/** Of two of the same moment everybody has to take the same for the newer. */
function byNewest(one: Item<UserThreadItem>, other: Item<UserThreadItem>): number {
  const newer = (other.linked_at ?? 0) - (one.linked_at ?? 0);
  if (newer !== 0) return newer;
  return nameOf(one) < nameOf(other) ? 1 : -1;
}

function takeOver(thread: string, key: string, owner: OwnerItem | undefined, linkedAt: number): Write[] {
  return [
    {
      kind: 'update',
      key: ownerKey(thread),
      set: 'SET owner_key = :key REMOVE parked, expires',
      condition: owner?.parked === undefined ? 'attribute_not_exists(parked)' : 'parked = :parked',
      values: { key, ...(owner?.parked !== undefined && { parked: owner.parked }) },
    },
    { kind: 'put', item: { ...userThreadKey(key, thread), linked_at: linkedAt } },
  ];
}

export type Threads = ReturnType<typeof createThreads>;
