import type { Conversation } from '../conversation';
import type { Message } from '../message';
import type { CaptureStore } from './capture-store';
import type { Address } from './platform';
import type { UnmatchedStore, UsageStore } from './usage-store';

/** Who a user is on the voice channel, and where the channel's own services reach them. */
export interface ChannelIdentity {
  /** The channel's id of the account, at most 255 characters; always the same for a key. Sealed at rest. */
  readonly userId: string;
  /** Where the channel's services for this user's region are. */
  readonly apiEndpoint?: string;
  readonly locale: string;
  /** The key of the account, where the user is one recognised speaker of it. Default: the user's own key. */
  readonly account?: string;
}

/** Whether a user takes notifications, as Alexa said at a moment (epoch milliseconds). */
export interface Subscription {
  readonly subscribed: boolean;
  readonly at: number;
}

/** A user as the store knows it, with the conversation document. */
export interface StoredUser {
  readonly key: string;
  readonly conversation: Conversation;
  /** Counts the saves of the conversation. Optimistic locking: `save` is refused when it is not the newest. */
  readonly version: number;
  /** Absent: Alexa has said nothing about notifications yet. */
  readonly subscription?: Subscription;
}

/** A user as a turn finds them. */
export interface OpenedUser extends StoredUser {
  /** The oldest items not taken yet, as `unread` tells them. */
  readonly unread: readonly Unread[];
  /** Where the inbox ends now: what `unread` takes for `since`. */
  readonly mark: string;
  /** What `changes` told of the user then, where that was seen on the way. */
  readonly word?: string;
}

/** What an inbox holds: a message, or the word that the conversation (`thread`, if it was named) has ended. */
export type InboxItem = (
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'closed'; readonly at: number; readonly thread?: string }
) & {
  /**
   * When the same content had come before that, in epoch milliseconds, where this may be a repetition of it: unless the user
   * has put something to the bot in between.
   */
  readonly repeats?: number;
};

/** Something for somebody's inbox. */
export interface Arrival {
  /** Tells repetitions apart, in the whole store. At most 200 characters. */
  readonly id: string;
  /**
   * The id is made of nothing but the content, which may be said again. Then the item's own time is when it came, and it is
   * stored each time: as one that `repeats` the last where that was not answered well, or only just.
   */
  readonly byContent?: true;
  readonly to: Address;
  readonly item: InboxItem;
  /**
   * When the user should be told by a notification that something waits, in epoch milliseconds. Absent: they need not be. Who
   * has said that they take no notifications is not told.
   */
  readonly notificationAt?: number;
}

/**
 * What became of an arrival:
 * - `stored`, for the user with this key;
 * - `parked`: the thread has no owner yet; one who gets it within a while (`PARKED_MS`) gets the item too;
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

/** What the notifier has to know of a user. */
export interface Standing {
  readonly identity: ChannelIdentity;
  readonly conversation: Conversation;
  /** Absent: Alexa has said nothing yet. */
  readonly subscription?: Subscription;
  /** Until then the user may be talking to us, in epoch milliseconds. */
  readonly activeUntil: number;
}

/** A notification that is due, in the hands of one notifier until the lease ends. */
export interface DueNotification {
  readonly key: string;
  /** Proves that the lease is still ours. */
  readonly lease: string;
  /** When it may be sent, in epoch milliseconds: the business's pace, over all processes. */
  readonly sendAt: number;
  /** Tells this notification from the user's others: the same however often it is tried, another after one was sent. */
  readonly number: number;
  /** How often it was tried before. */
  readonly attempts: number;
}

/**
 * What became of a notification: it was sent; there was nothing to tell; it is tried again; it becomes a dead letter. What comes
 * meanwhile does not bring forward what is tried later, but where it `yields`: then it is due when the new is.
 */
export type NotificationResult =
  | { readonly kind: 'sent'; readonly at: number }
  | { readonly kind: 'needless' }
  | { readonly kind: 'later'; readonly dueAt: number; readonly failed: boolean; readonly yields?: true }
  | { readonly kind: 'dead'; readonly at: number; readonly reason: string };

/** A notification that was given up and will never be sent. Holds no id of Alexa's. */
export interface DeadLetter {
  readonly key: string;
  /** When it was given up, in epoch milliseconds. */
  readonly at: number;
  /** For the operator. */
  readonly reason: string;
}

/** How notifications are taken in hand. Times in epoch milliseconds. */
export interface NotificationClaim {
  readonly now: number;
  readonly limit: number;
  /** How long a notifier may hold them; then another may take them. */
  readonly leaseMs: number;
  /** Milliseconds between two notifications, over all users and processes. */
  readonly paceMs: number;
}

/** What a save does besides. */
export interface SaveOptions {
  /** Items of `unread` that move into the document. */
  readonly taken?: readonly string[];
  /**
   * Until when the user may be talking to us, in epoch milliseconds. 0: they have left, and a notification that was put off until
   * then is due.
   */
  readonly activeUntil?: number;
  /**
   * When what is queued of the user's words is to be passed on, in epoch milliseconds; without a time nothing is queued any more.
   * Absent: as before.
   */
  readonly words?: { readonly dueAt?: number };
  /** For how many milliseconds the database is waited for at most, as somebody waits for the answer. Absent: as long as its engine has patience. */
  readonly patienceMs?: number;
}

/** How the users whose queued words are due are taken in hand. Times in epoch milliseconds. */
export interface WordsClaim {
  readonly now: number;
  readonly limit: number;
  /** How long nobody else gets them, unless something comes for them. */
  readonly leaseMs: number;
}

/** A place in a line of all processes, where something may be done only so often. */
export interface PlaceRequest {
  /** Its name. */
  readonly line: string;
  /** Milliseconds from one place to the next. */
  readonly everyMs: number;
  /** Later it would be of no use, in epoch milliseconds. */
  readonly latest: number;
}

/** How long an item waits for the owner of its thread to become known. */
export const PARKED_MS = 5 * 60_000;

/** When its owner is told of it then, where notifications are sent: a turn that is still waiting hears it before. */
export const ADOPTED_MS = 8000;

/** How long a thread that its user has left for another is known after it was used last. */
export const THREAD_MS = 180 * 24 * 60 * 60_000;

/** What every engine is given. */
export interface StoreOptions {
  /** Seals the Alexa ids (ALOUD_SECRET). */
  readonly secret: string;
  /** Days after which unread items are deleted (ALOUD_INBOX_DAYS). Default: 7. */
  readonly days?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/** The users and their conversations: for turns, and for what Alexa says of users apart from any conversation. */
export interface UserStore {
  /**
   * The user, created with an empty conversation if unknown, with at most `limit` items of the inbox (default: none).
   * Two racing calls create one user. For a user who is known and has not moved it is one look at the database.
   */
  open(key: string, identity: ChannelIdentity, limit?: number): Promise<OpenedUser>;
  /** The user, if known. */
  find(key: string): Promise<StoredUser | undefined>;
  /**
   * Saves the conversation read at `version`, and in the same write takes items out of the inbox: it is as if they had
   * moved into the document. Optimistic locking: `false` when another save came in between, and nothing was written.
   */
  save(key: string, conversation: Conversation, version: number, options?: SaveOptions): Promise<boolean>;
  /**
   * Sets whether the user takes notifications, unless something newer is known. Who takes them from now on is told of what waits,
   * and so are the speakers of an account. Makes an unknown user known, but not one who was erased: that word was on its way
   * when they left.
   */
  subscribe(key: string, identity: ChannelIdentity, subscription: Subscription): Promise<void>;
  /**
   * Removes everything kept of the user, also items for them; with an account everything of its recognised speakers.
   * Unknown users are no error. When it rejects, repeat it: something may still be there.
   */
  erase(key: string): Promise<void>;
}

/** What comes for users: for webhooks, and for the turns that wait for it. */
export interface InboxStore {
  /**
   * Puts items into inboxes. Idempotent by their ids: each is stored once however often it comes. When it rejects, some
   * may have been stored: repeat it. In the same write the queued words of their users become due (`dueWhenFreed`).
   *
   * @param at when they arrived, in epoch milliseconds. An engine may go by its own clock.
   */
  append(arrivals: readonly Arrival[], at: number): Promise<readonly Delivery[]>;
  /**
   * Notes of arrivals `byContent` that they were answered well at that moment (epoch milliseconds): the same content is no
   * repetition of them from soon after. Without effect where it has come again since.
   */
  answered(arrivals: readonly Arrival[], at: number): Promise<void>;
  /**
   * The oldest items not taken yet, by the message's time, then by their arrival. At most `limit`; where more wait, an
   * engine may choose the oldest by arrival.
   *
   * @param since a mark of `open`: only what arrived later
   */
  unread(key: string, limit: number, since?: string): Promise<readonly Unread[]>;
  /**
   * For each user a word that is another one when another process has put something into their inbox. It may also be another
   * one for no reason, but seldom. Cheap for many users: it is asked several times a second for all whose turns wait.
   */
  changes(keys: readonly string[]): Promise<readonly string[]>;
  /**
   * Says whose thread this is, and hands over what was parked for it, with a notification that becomes due. Safe to repeat; the
   * newest owner counts. Without effect for an unknown user.
   */
  link(thread: string, key: string): Promise<void>;
}

/** The notifications that are due: for the notifier, and for who looks after it. */
export interface NotificationStore {
  /** What the notifier has to know of a user; `undefined` for an unknown one. */
  standing(key: string): Promise<Standing | undefined>;
  /**
   * Takes due notifications in hand, the longest due first: no other notifier gets them while the lease lasts. Found by an
   * index, so the cost does not grow with the number of users.
   */
  claimNotifications(claim: NotificationClaim): Promise<readonly DueNotification[]>;
  /** Tells what became of a notification. Without effect when the lease was lost, or the user erased. */
  settleNotification(notification: DueNotification, result: NotificationResult): Promise<void>;
  /** The newest dead letters. */
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  /** When the next notification is due, in epoch milliseconds; `undefined` where none is. Those in hand count at their lease's end. */
  nextNotification(): Promise<number | undefined>;
  /** How many notifications wait, due or not; of more than a few thousand it may tell fewer. */
  pendingNotifications(): Promise<number>;
}

/** Whose queued words are to be passed on, apart from notifications: for who passes them on. */
export interface WordsStore {
  /**
   * Takes in hand users whose queued words are due, the longest due first: nobody else gets them while the lease lasts. What
   * is saved of them next says when they are due again, so there is nothing to settle. Found by an index.
   */
  claimWords(claim: WordsClaim): Promise<readonly string[]>;
  /** When somebody's words are due next, in epoch milliseconds; those in hand count at their lease's end. */
  nextWords(): Promise<number | undefined>;
}

/**
 * What a database must be. Rejects only with `ALOUD_STORE_…` errors. A promise that resolves means: it is on disk.
 */
export interface Store
  extends UserStore,
    InboxStore,
    NotificationStore,
    WordsStore,
    UsageStore,
    UnmatchedStore,
    CaptureStore {
  /**
   * Deletes what is too old, taken or not, what was parked for too long, unmatched answers whose days are over, and threads that their users have left and nobody has
   * used for long (`THREAD_MS`). Such things are told no more either way. A clock that is wrong for once deletes nothing.
   */
  sweep(): Promise<void>;
  /**
   * Takes the next place in a line.
   *
   * @returns when it is, in epoch milliseconds; `undefined` where that is too late: then none is taken
   */
  takePlace(request: PlaceRequest): Promise<number | undefined>;
  /** Resolves when the database can be read. */
  ready(): Promise<void>;
  /** Waits for what is being written, then lets go of the database. Safe to repeat. */
  close(): Promise<void>;
}
