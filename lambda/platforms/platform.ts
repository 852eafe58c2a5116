import type { Choice, Message } from '../conversation/message';

export const PLATFORM_NAMES = ['botdistrikt'] as const;
export type PlatformName = (typeof PLATFORM_NAMES)[number];

/** What a platform may know of a user: never an Alexa id. */
export interface PlatformUser {
  /** Our key of the user: 32 characters `[a-z0-9]`, unguessable, stable. */
  readonly key: string;
  /** BCP 47, as Alexa sends it: `en-US`. */
  readonly locale: string;
}

/** The user's conversation on the platform: ids and credentials the platform gave us. JSON, opaque outside its adapter. */
export type Thread = Readonly<Record<string, unknown>>;

/** One thing the user puts to the bot. `start` opens the conversation; a platform without such a notion answers nothing. */
export type PlatformInput =
  | { readonly kind: 'start' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: Choice };

export interface SendResult {
  /** The thread as it is now: a platform may renew what it holds. The same object when nothing changed. */
  readonly thread: Thread;
  /** Replies that came inline, in the bot's order. Empty is legal: a human may have taken over. */
  readonly messages: readonly Message[];
}

/**
 * What a vendor must be. Every method takes an `AbortSignal` that ends it at the turn's deadline, and rejects only with
 * an `AloudError`:
 * - `ALOUD_PLATFORM_THREAD_GONE` from `send`: the message was *not* taken and the thread must be opened again;
 * - `ALOUD_PLATFORM_TIMEOUT`: the signal fired; the message may have been taken, so it is never sent again;
 * - another `ALOUD_PLATFORM_…`: what the operator should look at.
 */
export interface Platform {
  readonly name: PlatformName;
  /** Whether replies come in the answer of `send`, or later by webhook. */
  readonly replies: 'inline' | 'webhook';
  /** Makes the user known to the platform. Safe to repeat for the same user. */
  open(user: PlatformUser, signal: AbortSignal): Promise<Thread>;
  /** Puts one thing to the bot. Never retried inside. */
  send(thread: Thread, input: PlatformInput, signal: AbortSignal): Promise<SendResult>;
  /** Lets go of connections. */
  close(): Promise<void>;
}
