import type { InboxItem, Unread } from '../../conversation/ports/store';
import { itemFromStored } from '../../conversation/stored-conversation';
import type { Access } from './access';
import type { NotificationItem } from './asking';
import { type Packed, unpack } from './codec';
import type { Item } from './expressions';
import { arrivalOf, arrivedFrom, inboxKey, nameOf, USER_AND_INBOX, userPartition } from './keys';
import { seconds } from './tombstones';
import type { UserItem } from './user-item';
import type { Write } from './writes';

/**
 * An arrival's key tells when its process began to write it. So what arrives after a mark may stand this far before it:
 * clocks of servers differ, and a write takes a while, with all its tries.
 */
const MARK_WINDOW_MS = 30_000;

/** What waits in an inbox. */
export interface InboxRecord {
  readonly body: Packed;
}

/** A user's item, if there is one, and their inbox, as one look finds them. */
export interface Look {
  readonly user: Item<UserItem> | undefined;
  readonly unread: readonly Unread[];
  readonly mark: string;
  /** What `changes` tells, where the inbox is not too long to see it. */
  readonly word?: string;
  /** A notification was sent since the user came last, or nobody knows. */
  readonly wasTold: boolean;
}

export function createInboxReader({ query }: Access, { now, keepMs }: { now: () => number; keepMs: number }) {
  /** What arrived before is not told any more, whether DynamoDB has deleted it yet or not. */
  const oldest = () => now() - keepMs;

  function read(key: string, from: number, limit?: number, keysOnly = false): Promise<Item<InboxRecord>[]> {
    const between = arrivedFrom('I', Math.max(from, oldest()));
    return query({ partition: userPartition(key), between, limit, keysOnly });
  }

  return {
    /**
     * One strongly consistent Query: the user stands before their inbox, and behind it the count of what arrived. One item more
     * tells whether more wait.
     */
    async look(key: string, limit: number): Promise<Look> {
      const windowFrom = now() - MARK_WINDOW_MS;
      const found = await query<InboxRecord & UserItem & NotificationItem>({
        partition: userPartition(key),
        between: USER_AND_INBOX,
        limit: limit + 3,
      });
      const user = found[0]?.sk === 'A' ? found[0] : undefined;
      const notification = found.find(({ sk }) => sk === 'N');
      let items: readonly Item<InboxRecord>[] = found.filter((item) => item !== user && item !== notification);
      // What DynamoDB has not got round to deleting takes the place of what still counts.
      if (items.some((item) => arrivalOf(nameOf(item)) < oldest())) items = await read(key, oldest(), limit + 1);
      const inWindow = items.length > limit ? await read(key, windowFrom, undefined, true) : items;
      const seen = inWindow.map(nameOf).filter((ref) => arrivalOf(ref) >= Math.trunc(windowFrom));
      return {
        user,
        unread: toUnread(items.slice(0, limit)),
        mark: [Math.trunc(windowFrom), ...seen].join(' '),
        ...(notification && { word: wordOf(notification) }),
        wasTold: !notification || notification.sent_at !== undefined,
      };
    },
    async unread(key: string, limit: number, since?: string): Promise<Unread[]> {
      if (since === undefined) return toUnread(await read(key, oldest(), limit));
      const [from, ...refs] = since.split(' ');
      const seen = new Set(refs);
      const items = await read(key, Number(from), limit + seen.size);
      return toUnread(items.filter((item) => !seen.has(nameOf(item))).slice(0, limit));
    },
    put: (key: string, ref: string, body: Packed): Write => ({
      kind: 'put',
      item: { ...inboxKey(key, ref), body, expires: seconds(now() + keepMs) },
    }),
  };
}

export type InboxReader = ReturnType<typeof createInboxReader>;

/** Another one when something was added to the inbox. */
export function wordOf({ arrived }: Pick<NotificationItem, 'arrived'>): string {
  return String(arrived);
}

/** By the time of the message, then in the order of arrival, in which the items are. */
function toUnread(items: readonly Item<InboxRecord>[]): Unread[] {
  const unread = items.map((item) => ({ ref: nameOf(item), item: itemFromStored(unpack(item.body)) }));
  return unread.sort((a, b) => sentAt(a.item) - sentAt(b.item));
}

function sentAt(item: InboxItem): number {
  return item.kind === 'message' ? item.message.sentAt : item.at;
}
