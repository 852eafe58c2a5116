import type { Conversation } from '../conversation/conversation';
import type { Message } from '../conversation/message';
import type { Address } from '../platforms/platform';

/** What Amazon's services need to reach a user. */
export interface AlexaIdentity {
  /** `context.System.user.userId`, at most 255 characters; always the same for a key. Sealed at rest. */
  readonly userId: string;
  /** `context.System.apiEndpoint`: the region of the user. */
  readonly apiEndpoint?: string;
  readonly locale: string;
}

/** A user as the store knows it, with the conversation document. */
export interface StoredUser {
  readonly key: string;
  readonly conversation: Conversation;
  /** Counts the saves of the conversation; `save` is refused when it is not the newest. */
  readonly version: number;
}

/** What an inbox holds: a message, or the word that the conversation (`thread`, if it was named) has ended. */
export type InboxItem =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'closed'; readonly at: number; readonly thread?: string };

/** Something for somebody's inbox. */
export interface Arrival {
  /** Tells repetitions apart, in the whole store. At most 200 characters. */
  readonly id: string;
  readonly to: Address;
  readonly item: InboxItem;
}

/**
 * What became of an arrival:
 * - `stored`, for the user with this key;
 * - `parked`: nobody has this thread yet; whoever gets it within a while (`PARKED_MS`) gets the item too;
 * - `repeated`: its id was seen before, nothing was written;
 * - `unknown`: it names no user of ours and no thread, nothing was written.
 */
export type Delivery =
  | { readonly outcome: 'stored'; readonly key: string }
  | { readonly outcome: 'parked' | 'repeated' | 'unknown' };

/** An item that was not spoken yet, with the name under which `save` takes it. */
export interface Unread {
  readonly ref: string;
  readonly item: InboxItem;
}

/** How long an item waits for the owner of its thread to become known. */
export const PARKED_MS = 5 * 60_000;

/**
 * What a database must be. Rejects only with `ALOUD_STORE_…` errors. A promise that resolves means: it is on disk.
 */
export interface Store {
  /** The user, created with an empty conversation if unknown. Two racing calls create one user. */
  user(key: string, identity: AlexaIdentity): Promise<StoredUser>;
  /** The Alexa identity as it was last seen, or `undefined` for an unknown user. */
  identity(key: string): Promise<AlexaIdentity | undefined>;
  /**
   * Saves the conversation read at `version`, and in the same write takes items out of the inbox: it is as if they had
   * moved into the document. `false`: somebody saved in between, nothing was written.
   *
   * @param taken of `unread`
   */
  save(key: string, conversation: Conversation, version: number, taken?: readonly string[]): Promise<boolean>;
  /**
   * Puts items into inboxes, each once however often it comes.
   *
   * @param at when they arrived, in epoch milliseconds
   */
  append(arrivals: readonly Arrival[], at: number): Promise<readonly Delivery[]>;
  /**
   * The oldest items not taken yet, by the message's time, then by their arrival. At most `limit`.
   *
   * @param since of `mark`: only what arrived later
   */
  unread(key: string, limit: number, since?: string): Promise<readonly Unread[]>;
  /** Where the user's inbox ends now. */
  mark(key: string): Promise<string>;
  /** Says whose thread this is, and hands over what was parked for it. Safe to repeat; the newest owner counts. */
  link(thread: string, key: string): Promise<void>;
  /** Deletes what arrived before `items` (epoch milliseconds), taken or not, and what was parked before `parked`. */
  sweep(before: { readonly items: number; readonly parked: number }): Promise<void>;
  /** Removes everything kept of the user, also items for them. Unknown users are no error. */
  erase(key: string): Promise<void>;
  /** Resolves when the database can be read. */
  ready(): Promise<void>;
  /** Waits for what is being written, then lets go of the database. Safe to repeat. */
  close(): Promise<void>;
}
