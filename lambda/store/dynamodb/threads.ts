import { ADOPTED_MS, PARKED_MS } from '../../conversation/ports/store';
import type { Access } from './access';
import { askWrite, type NotificationItem } from './asking';
import { sizeOf } from './codec';
import type { Item } from './expressions';
import type { InboxReader, InboxRecord } from './inbox';
import { arrivalOf, nameOf, ownerKey, parkedKey, threadPartition, userThreadKey } from './keys';
import { seconds } from './tombstones';
import type { Write } from './writes';

/** The owner of a thread; before it has one, how much was parked for it. */
interface OwnerItem {
  readonly owner_key?: string;
  readonly parked?: number;
}

const MOST_TOGETHER = 40;
const LARGEST_TOGETHER_BYTES = 2 * 1024 * 1024;
const MOST_TRIES = 20;

export interface ThreadDeps {
  readonly access: Access;
  readonly inbox: InboxReader;
  readonly nextRef: () => string;
  readonly now: () => number;
}

/**
 * Whose threads are whose. What is parked is counted in the item that names the owner: so the transaction that makes
 * a user the owner is refused when something was parked after it was looked at, and parking is refused once there is
 * an owner. Nothing falls between.
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

  return {
    async owner(thread: string): Promise<string | undefined> {
      const item = await get<OwnerItem>(ownerKey(thread));
      return item?.owner_key;
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
      let known: NotificationItem | undefined;
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const items = await query<InboxRecord & OwnerItem>({ partition: threadPartition(thread) });
        const owner: OwnerItem | undefined = items.find(({ sk }) => sk === 'O');
        const isParked = (item: Item) => item.sk !== 'O' && arrivalOf(nameOf(item)) > now() - PARKED_MS;
        const parked = items.filter(isParked);
        if (owner?.owner_key === key && parked.length === 0) return;
        const part = fitting(parked);
        const isLast = part.length === parked.length;
        const refused = await transact([
          // When it came the owner was not known. A turn that is still waiting hears it before this is due.
          askWrite(key, { arrived: part.length, asks: part.length, at: Math.trunc(now() + ADOPTED_MS) }, known),
          ...(isLast ? takeOver(thread, key, owner) : []),
          ...part.flatMap((item): Write[] => [
            { kind: 'delete', key: parkedKey(thread, nameOf(item)), condition: 'attribute_exists(pk)' },
            // It arrives now: a turn that has marked the inbox meanwhile finds it.
            inbox.put(key, nextRef(), item.body),
          ]),
        ]);
        if (refused ? refused[0] && !refused[0].item : isLast) return;
        known = refused?.[0]?.item as NotificationItem | undefined;
      }
      throw new Error('others kept parking for the thread or taking it over');
    },
  };
}

function takeOver(thread: string, key: string, owner: OwnerItem | undefined): Write[] {
  return [
    {
      kind: 'update',
      key: ownerKey(thread),
      set: 'SET owner_key = :key REMOVE parked, expires',
      condition: owner?.parked === undefined ? 'attribute_not_exists(parked)' : 'parked = :parked',
      values: { key, ...(owner?.parked !== undefined && { parked: owner.parked }) },
    },
    { kind: 'put', item: userThreadKey(key, thread) },
  ];
}

export type Threads = ReturnType<typeof createThreads>;
