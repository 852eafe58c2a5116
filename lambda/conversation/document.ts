import { isDeepStrictEqual } from 'node:util';
import { AloudError } from '../errors';
import type { Conversation } from './conversation';
import { notFromTheFuture } from './inbox';
import { queued } from './outbox';
import type { ChannelIdentity, OpenedUser, SaveOptions, Store, Subscription, Unread } from './ports/store';
import { wordsDueAt } from './queued-words';

/** How often a save is tried when other turns of the same user save in between. */
const SAVE_TRIES = 20;

/** A user's conversation document, while one turn works on it. */
export interface Document {
  /** As it was last read or saved. */
  readonly conversation: Conversation;
  /** Whether the user takes notifications. Absent: Alexa has said nothing yet. */
  readonly subscription?: Subscription;
  /** The user's inbox as it was found, and its mark. */
  readonly unread: readonly Unread[];
  readonly mark: string;
  /** What the store's `changes` told of the user then, if that is known. */
  readonly word?: string;
  /** Others have saved since it was opened: what the inbox held then may have been taken. */
  readonly isShared: boolean;
  /**
   * Saves what `change` makes of the document. Two Echos of one account may speak at the same time: when another turn
   * saved in between, `change` is asked again with the newest document, so nothing of the other turn is lost.
   *
   * @returns what `change` returned the last time
   */
  update<T extends DocumentChange>(change: (conversation: Conversation) => T | Promise<T>): Promise<T>;
}

export interface DocumentChange extends SaveOptions {
  readonly conversation: Conversation;
}

export interface DocumentOptions {
  /** At most so many items of the inbox are read with it. Default: none. */
  readonly unread?: number;
  /** Told of each round trip to the database. */
  readonly onTrip?: () => void;
  /** What is known beside the database, put to each conversation that is read. Idempotent. */
  readonly amend?: (conversation: Conversation) => Conversation;
}

type Reading = Required<Pick<DocumentOptions, 'onTrip' | 'amend'>>;

/** Loads the user's document; an unknown user gets an empty one. */
export async function openDocument(
  store: Store,
  key: string,
  identity: ChannelIdentity,
  { unread, onTrip = () => {}, amend = asRead }: DocumentOptions = {},
): Promise<Document> {
  onTrip();
  return toDocument(store, await store.open(key, identity, unread), { onTrip, amend });
}

/** The same for a user who is known. Its mark is before all that is in the inbox. */
export async function findDocument(
  store: Store,
  key: string,
  { unread: limit = 0, amend = asRead }: Pick<DocumentOptions, 'unread' | 'amend'> = {},
): Promise<Document | undefined> {
  const user = await store.find(key);
  if (!user) return undefined;
  const unread = limit > 0 ? await store.unread(key, limit) : [];
  return toDocument(store, { ...user, unread, mark: '' }, { onTrip() {}, amend });
}

/** What the store is to note of queued words. What has come to free them counts on where nothing about them has changed. */
function wordsOf({ outbox: before }: Conversation, { outbox: after }: Conversation): SaveOptions['words'] {
  if (queued(before).length + queued(after).length === 0 || isDeepStrictEqual(before, after)) return undefined;
  return { dueAt: wordsDueAt(after, Date.now()) };
}

function asRead(conversation: Conversation): Conversation {
  return conversation;
}

function toDocument(store: Store, opened: OpenedUser, { onTrip, amend }: Reading): Document {
  const { key, mark, word } = opened;
  let { version } = opened;
  /** One change at a time: they must not get into each other's way. */
  let last: Promise<unknown> | undefined;
  // Members, not getters: V8 holds all that the getters of such an object see until the next full collection.
  const document = {
    conversation: amend(opened.conversation),
    subscription: opened.subscription,
    unread: notFromTheFuture(opened.unread, Date.now()),
    mark,
    word,
    isShared: false,
    update<T extends DocumentChange>(change: (conversation: Conversation) => T | Promise<T>): Promise<T> {
      const saving = last === undefined ? save(change) : last.then(() => save(change));
      last = saving.catch(() => {});
      return saving;
    },
  };

  async function save<T extends DocumentChange>(change: (conversation: Conversation) => T | Promise<T>): Promise<T> {
    for (let tries = 0; tries < SAVE_TRIES; tries++) {
      if (tries > 0) {
        document.isShared = true;
        onTrip();
        const newest = await store.find(key);
        if (!newest) throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'the user was erased during the turn');
        version = newest.version;
        document.subscription = newest.subscription;
        document.conversation = amend(newest.conversation);
      }
      const { conversation } = document;
      const changed = await change(conversation);
      onTrip();
      const { taken, activeUntil, patienceMs, words = wordsOf(conversation, changed.conversation) } = changed;
      if (await store.save(key, changed.conversation, version, { taken, activeUntil, words, patienceMs })) {
        document.conversation = changed.conversation;
        version += 1;
        return changed;
      }
    }
    throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'other turns of the same user kept saving in between');
  }

  return document;
}
