import type { Rule } from './answers/decision';
import type { Offer } from './conversation';
import type { PlatformInput } from './ports/platform';
import type { Command } from './ports/voice';

/** What reached us from the user. Built-in intents come as commands, without the words that were said. */
export type UserInput =
  | { readonly kind: 'launch' }
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly command: Exclude<Command, 'more-options' | 'check' | 'skip' | 'delete-all' | 'reply' | 'wait'>;
    }
  /** "Cancel", without the words that were said: it ends the session, save where it is what the bot offers. */
  | { readonly kind: 'cancel' }
  /** Something was said that Alexa could not put into words for us. */
  | { readonly kind: 'no-match' };

/** How an answer to what was offered was understood, for logs and metrics. */
export interface Understood {
  readonly rule: Rule;
  /**
   * What came of it: an option was picked; it is asked which of several was meant, or whether one was said; that one was
   * confirmed; options are read out.
   */
  readonly answer: 'picked' | 'asked-which' | 'asked-whether' | 'confirmed' | 'listed';
  /** How sure it is that an option was meant, from 0 to 1. */
  readonly confidence?: number;
}

/** What a turn is to do; and where that was told of what was offered, how. */
export type Action = Meant & { readonly understood?: Understood };

type Meant =
  | { readonly kind: 'welcome' }
  /** `rest`: what the words add to the option that was picked, to be said once the bot has answered that. */
  | { readonly kind: 'send'; readonly input: PlatformInput; readonly rest?: string }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'check' }
  /** The messages that wait: to begin with them, to read the next, to leave the next out. */
  | { readonly kind: 'unread-messages' | 'next-message' | 'skip-message' }
  | { readonly kind: 'ask-delete' | 'delete-all' | 'ask-reply' }
  | { readonly kind: 'notify-on' | 'notify-off' }
  | { readonly kind: 'ask-forget' | 'forget' }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'skip-rest' }
  | { readonly kind: 'all-right' }
  | { readonly kind: 'more-options' | 'list-options'; readonly offer: Offer }
  /** Several options fit what was said alike. */
  | { readonly kind: 'ask-which'; readonly offer: Offer; readonly indexes: readonly number[] }
  /** What was said sounds like an option. */
  | { readonly kind: 'ask-whether'; readonly offer: Offer; readonly index: number }
  | { readonly kind: 'repeat' }
  /** The number is none of those that were asked for. */
  | { readonly kind: 'out-of-range' }
  /** Different numbers were said where one was asked for. */
  | { readonly kind: 'several-numbers' }
  /** The user needs a moment before the open question is asked again. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'help' }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'go-ahead' }
  /** "No" to what we asked where the bot had asked nothing. */
  | { readonly kind: 'nothing-else' }
  | { readonly kind: 'goodbye' };
