import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Conversation } from '../../conversation/conversation';
import type { SaveOptions } from '../../conversation/ports/store';
import { toStored } from '../../conversation/stored-conversation';
import { PUT_OFF } from '../notification-policy';
import type { Access } from './access';
import { pack } from './codec';
import { isUnanswered } from './errors';
import { type Attributes, chunksOf, type Item, updateOf } from './expressions';
import { inboxKey, notificationKey, userKey } from './keys';
import type { Untold } from './untold';
import type { UserItem } from './user-item';
import { dueOf, markOf } from './words';
import { TRANSACTION_SIZE, type Write } from './writes';

/** So long another try is begun where all answers of the one before were lost, in milliseconds: a turn waits for it. */
const TRIED_FOR_MS = 1500;
const PAUSE_MS = 50;

/** Saves conversations, each in one write, with optimistic locking. */
export function createSave({ get, update, transact, deleteAll }: Access, untold: Untold, now: () => number) {
  async function write(
    key: string,
    conversation: Conversation,
    version: number,
    { taken = [], activeUntil, words, patienceMs }: SaveOptions,
  ): Promise<boolean> {
    const savedBy = randomUUID();
    const due = dueOf(words);
    const set = ['doc = :doc', 'version = :next', 'saved_by = :by', ...due.set];
    const change = {
      key: userKey(key),
      set: updateOf(activeUntil === undefined ? set : [...set, 'active_until = :until'], due.remove),
      condition: 'version = :version',
      values: {
        doc: pack(toStored(conversation)),
        next: version + 1,
        by: savedBy,
        version,
        ...due.values,
        ...(activeUntil !== undefined && { until: activeUntil }),
      },
    };
    // Refused by what we have written ourselves: the answer to an earlier try was lost.
    const isOurs = (item: Item<Attributes> | Item<UserItem> | undefined) => item?.saved_by === savedBy;
    if (taken.length === 0 && !words) {
      const { refused, item } = await untilAnswered((ms) => update<UserItem>(change, ms), patienceMs);
      return !refused || isOurs(item);
    }
    const [first = [], ...rest] = chunksOf([...new Set(taken)], TRANSACTION_SIZE - 2);
    const mark = markOf(words);
    // The user has come to hear what waits: what comes from now on is worth a notification at once.
    const marks = updateOf(mark.set, taken.length > 0 ? ['sent_at', ...mark.remove] : mark.remove);
    const values = Object.keys(mark.values).length > 0 ? mark.values : undefined;
    const noted: Write = {
      kind: 'update',
      key: notificationKey(key),
      set: marks,
      condition: 'attribute_exists(pk)',
      values,
    };
    const writes: readonly Write[] = [
      { kind: 'update', ...change },
      ...(words || !untold.has(key, version) ? [noted] : []),
      ...first.map((ref): Write => ({ kind: 'delete', key: inboxKey(key, ref) })),
    ];
    const refused = await untilAnswered((ms) => transact(writes, ms), patienceMs);
    if (refused && !isOurs(refused[0]?.item)) return false;
    // Only "delete all" takes more than a transaction holds. What a dying process leaves is deleted the next time.
    await deleteAll(rest.flat().map((ref) => inboxKey(key, ref)));
    return true;
  }

  /** The user has left, who might have been here until then: a notification that was put off for that is due now. */
  async function left(key: string, until: number): Promise<void> {
    await update({
      key: notificationKey(key),
      set: 'SET due_at = :now REMOVE lease',
      condition: 'lease = :off AND due_at <= :until',
      values: { now: Math.trunc(now()), off: PUT_OFF, until },
    });
  }

  return async function save(
    key: string,
    conversation: Conversation,
    version: number,
    options: SaveOptions,
  ): Promise<boolean> {
    const before = options.activeUntil === 0 ? await get<UserItem>(userKey(key), 'pk, active_until') : undefined;
    const isSaved = await write(key, conversation, version, options);
    if (isSaved) untold.saved(key, version);
    if (isSaved && before) await left(key, before.active_until ?? 0);
    return isSaved;
  };
}

/** What is saved refuses its own repetition: so another try tells what became of one whose answers were all lost. */
async function untilAnswered<T>(write: (patienceMs: number) => Promise<T>, patienceMs = Infinity): Promise<T> {
  const begun = performance.now();
  const until = begun + Math.min(TRIED_FOR_MS, patienceMs);
  for (;;) {
    try {
      return await write(Math.max(1, begun + patienceMs - performance.now()));
    } catch (thrown) {
      if (!isUnanswered(thrown) || performance.now() > until) throw thrown;
      await delay(PAUSE_MS);
    }
  }
}
