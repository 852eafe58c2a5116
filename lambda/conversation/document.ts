import { AloudError } from '../errors';
import type { AlexaIdentity, SaveOptions, Store, Subscription } from '../store/store';
import type { Conversation } from './conversation';

/** How often a save is tried when other turns of the same user save in between. */
const SAVE_TRIES = 20;

/** A user's conversation document, while one turn works on it. */
export interface Document {
  /** As it was last read or saved. */
  readonly conversation: Conversation;
  /** Whether the user takes notices. Absent: Alexa has said nothing yet. */
  readonly subscription?: Subscription;
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

/** Loads the user's document; an unknown user gets an empty one. */
export async function openDocument(store: Store, key: string, identity: AlexaIdentity): Promise<Document> {
  let { conversation, version, subscription } = await store.user(key, identity);
  return {
    get conversation() {
      return conversation;
    },
    get subscription() {
      return subscription;
    },
    async update(change) {
      for (let tries = 0; tries < SAVE_TRIES; tries++) {
        if (tries > 0) {
          const newest = await store.find(key);
          if (!newest) throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'the user was erased during the turn');
          ({ conversation, version, subscription } = newest);
        }
        const changed = await change(conversation);
        if (await store.save(key, changed.conversation, version, changed)) {
          conversation = changed.conversation;
          version += 1;
          return changed;
        }
      }
      throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'other turns of the same user kept saving in between');
    },
  };
}
