import type { Choice, InputRequest, Message } from '../message';
import type { Signal } from './signal';

/** What a platform may know of a user: never an Alexa id. */
export interface PlatformUser {
  /** Our key of the user: 32 characters `[a-z0-9]`, unguessable, stable. */
  readonly key: string;
  /** BCP 47, as Alexa sends it: `en-US`. */
  readonly locale: string;
}

/** The user's conversation on the platform: ids and credentials the platform gave us. JSON, opaque outside its adapter. */
export type Thread = Readonly<Record<string, unknown>>;

/** One thing the user puts to the bot. */
export type PlatformInput =
  /** Opens the conversation, or begins it anew; a platform without such a notion does nothing. */
  | { readonly kind: 'start' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: Choice }
  /**
   * The answer to an input request. `text` are the user's words, and `number` what they come to for an input request of that kind. A
   * `script` is answered without the user: its text is empty. An adapter without a notion for an input request sends the text.
   */
  | { readonly kind: 'answer'; readonly inputRequest: InputRequest; readonly text: string; readonly number?: number };

export interface SendResult {
  /** The thread as it is now: a platform may renew what it holds. The same object when nothing changed. */
  readonly thread: Thread;
  /** Replies that came inline, in the bot's order. Empty is legal: a human may have taken over. */
  readonly messages: readonly Message[];
  /** Whether replies may still come by webhook. `false` where all of them came inline, or nothing was sent. */
  readonly pending: boolean;
}

/**
 * Whom a webhook speaks to: our own key where the vendor repeats it, the platform's id of the thread (`threadId` of the
 * adapter gives the same), or both. With both the key is tried first; who is named by a key and unknown is not ours.
 */
export interface Address {
  readonly key?: string;
  readonly thread?: string;
  /** Further names of the thread, where it is not documented which of them is its id: the first that is known counts. */
  readonly also?: readonly string[];
}

/** One thing that a webhook tells. */
export type PlatformEvent = (
  | { readonly kind: 'message'; readonly to: Address; readonly message: Message }
  /** The conversation has ended on the platform. `id` tells repetitions apart, as a message's does. */
  | { readonly kind: 'closed'; readonly to: Address; readonly id: string; readonly at: number }
) & {
  /** The vendor gives neither an id nor a time: the id is made of the content, which may be said again, and the time is ours. */
  readonly byContent?: true;
};

/** A request to the webhook, the same from Express and from a Lambda function URL. */
export interface WebhookRequest {
  readonly method: 'GET' | 'POST';
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  /** At most 256 KB, decoded as UTF-8; empty where there is none. */
  readonly body: string;
}

/** What is answered: plain text unless `json`. */
export interface WebhookResponse {
  readonly status: number;
  readonly body: string;
  readonly json?: boolean;
}

/** Why a webhook request was turned away: without a valid proof of the vendor (401), or not readable as its form (400). */
export type WebhookRefusal = 'unauthorized' | 'malformed';

export type Received =
  | { readonly refused: WebhookRefusal }
  | {
      /** Answered once the events are on disk. */
      readonly response: WebhookResponse;
      /** In the vendor's order. Empty for tests of the set-up, echoes of the user's own words, and what nobody needs. */
      readonly events: readonly PlatformEvent[];
      /** What was for a user and could not be read, by a name of our own: `message`. */
      readonly unknown?: readonly string[];
    };

/**
 * What a vendor must be. `open` and `send` take a signal that ends them at the turn's deadline, and reject only
 * with an `AloudError`:
 * - `ALOUD_PLATFORM_THREAD_GONE` from `send`: the message was *not* taken and the thread must be opened again;
 * - `ALOUD_PLATFORM_RATE_LIMITED`: it was not taken either, and is sent again while the turn lasts;
 * - `ALOUD_PLATFORM_TIMEOUT`: the signal fired; the message may have been taken, so it is never sent again;
 * - another `ALOUD_PLATFORM_…`: what the operator should look at.
 *
 * A bot of one's own is given `AbortSignal`s, which `fetch` and the like take.
 */
export interface Platform<Given extends Signal = Signal> {
  /** Under which it is known everywhere: in settings, paths, metrics and stored ids. */
  readonly name: string;
  /** The bot's replies come in the answer of `send`; whoever misses that answer cannot count on another. */
  readonly inline?: boolean;
  /**
   * Words are only sent to a new thread once its bot has spoken: the conversation begins with an input `start`, and what
   * the user said waits for the greeting, which may also not come.
   */
  readonly greetsFirst?: boolean;
  /**
   * The platform knows no beginning of a conversation: the user is the thread. What starts it over is a word that the bot
   * understands; `words` is the operator's, by default the language's own ("start over").
   */
  readonly startsOverBy?: { readonly words?: string };
  /** Milliseconds from one send to the next, over all users and processes, where the platform's limits want that. */
  readonly paceMs?: number;
  /** Nothing is sent to a user's bot while an answer of it is outstanding. */
  readonly oneAtATime?: boolean;
  /**
   * Makes the user known to the platform. Safe to repeat for the same user. A platform that learns of a user with the
   * first message makes no call here: its thread is opened by the first `send`.
   */
  open(user: PlatformUser, signal: Given): Promise<Thread>;
  /** Puts one thing to the bot. Never repeated inside, save where the vendor has said that it was not taken. */
  send(thread: Thread, input: PlatformInput, signal: Given): Promise<SendResult>;
  /** The platform's own id of a thread, where its webhooks name that rather than our key. */
  threadId?(thread: Thread): string | undefined;
  /** Authenticates and reads a webhook request. Never throws, never makes a request of its own. */
  receive(request: WebhookRequest): Received;
  /** Lets go of connections. */
  close(): Promise<void>;
}
