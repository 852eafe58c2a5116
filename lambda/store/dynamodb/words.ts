import { randomUUID } from 'node:crypto';
import type { SaveOptions, WordsClaim } from '../../conversation/ports/store';
import type { Access } from './access';
import type { Attributes } from './expressions';
import { userKey, userOf } from './keys';
import type { UserItem } from './user-item';
import type { Write } from './writes';

/*
 * When a user's queued words are due stands in the item of the user, so that it is saved with their document. Beside that the
 * notification item, to which all that comes is written, says that something is queued: so it costs nothing where nothing is.
 */

/** The shard of users whose queued words are due at some time. They are few. */
export const WORDS = 'words';

const MOST_AT_ONCE = 25;

/** An expression in parts: what it sets, and what it removes. */
export interface WordsChange {
  readonly set: readonly string[];
  readonly remove: readonly string[];
  readonly values: Attributes;
}

/** What a save does to the item of the user. */
export function dueOf(words: SaveOptions['words']): WordsChange {
  if (!words) return { set: [], remove: [], values: {} };
  const { dueAt } = words;
  if (dueAt === undefined) return { set: [], remove: ['due_at', 'due_shard', 'words_lease'], values: {} };
  const values = { due: Math.trunc(dueAt), shard: WORDS };
  return { set: ['due_at = :due', 'due_shard = :shard'], remove: ['words_lease'], values };
}

/** What a save does to the notification item. */
export function markOf(words: SaveOptions['words']): WordsChange {
  if (!words) return { set: [], remove: [], values: {} };
  if (words.dueAt === undefined) return { set: [], remove: ['queued'], values: {} };
  return { set: ['queued = :queued'], remove: [], values: { queued: true } };
}

/** The write to a notification item, refused where something is queued. */
export function unlessQueued(write: Write): Write {
  return { ...write, condition: `${write.condition} AND attribute_not_exists(queued)` };
}

/** The part of a transaction that makes queued words due. Refused where nothing is queued, or due before. */
export function freeWrite(key: string, dueAt: number): Write {
  return {
    kind: 'update',
    key: userKey(key),
    set: 'SET due_at = :due REMOVE words_lease',
    condition: 'due_shard = :shard AND due_at > :due',
    values: { due: dueAt, shard: WORDS },
  };
}

/** Who is due is found by the index, and taken by a condition on the item itself. */
export function createWords({ update, queryDue }: Access) {
  async function take(key: string, seen: number, end: number): Promise<boolean> {
    const lease = randomUUID();
    const { refused, item } = await update<UserItem>({
      key: userKey(key),
      set: 'SET due_at = :end, words_lease = :lease',
      condition: 'due_shard = :shard AND due_at = :seen',
      values: { end, lease, seen, shard: WORDS },
    });
    // Refused, and yet ours: the answer to an earlier try was lost.
    return !refused || item?.words_lease === lease;
  }

  return {
    async claim({ now, limit, leaseMs }: WordsClaim): Promise<readonly string[]> {
      const due = await queryDue({ shard: WORDS, until: Math.trunc(now), limit });
      const taken: string[] = [];
      while (due.length > 0) {
        const tried = due.splice(0, MOST_AT_ONCE).map(async (entry) => {
          const key = userOf(entry);
          return (await take(key, entry.due_at, Math.trunc(now + leaseMs))) ? [key] : [];
        });
        taken.push(...(await Promise.all(tried)).flat());
      }
      return taken;
    },
    async next(): Promise<number | undefined> {
      const [first] = await queryDue({ shard: WORDS, limit: 1 });
      return first?.due_at;
    },
  };
}
