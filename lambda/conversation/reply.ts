import type { ErrorPhrase } from '../errors';
import type { Message } from './message';

/** Words of ours around what the bot said: keys of the phrases in `speech/phrases`. */
export type Phrase =
  | 'greeting'
  | 'welcome'
  | 'welcome-back'
  | 'unfinished'
  | 'help'
  | 'help-choices'
  | 'help-yes-no'
  | 'help-answer'
  | 'help-go-on'
  | 'help-again'
  | 'help-unread'
  | 'help-leave'
  | 'no-match'
  | 'no-match-again'
  | 'give-up'
  | 'give-up-error'
  | 'out-of-range'
  | 'one-number'
  | 'wait'
  | 'passed-on'
  | 'still-coming'
  | 'held'
  | 'not-passed-on'
  | 'undelivered'
  | 'nothing-new'
  | 'no-unread'
  | 'passed-to-person'
  | 'will-notify'
  | 'offer-notifications'
  | 'notify-on'
  | 'notify-known'
  | 'notify-off'
  | 'notify-never'
  | 'ask-reply'
  | 'deleted'
  | 'forget-me'
  | 'forgotten'
  | 'start-over'
  | 'go-ahead'
  | 'all-right'
  | 'nothing-to-repeat'
  | 'no-more-options'
  | 'goodbye'
  | ErrorPhrase;

/**
 * The question a reply ended with. It decides what "yes", "no" and "two" mean in the next turn:
 * - `bot`: the bot's own question;
 * - `choices`: one of the offered choices;
 * - `confirm-choice`: whether the choice was meant that the words sounded like;
 * - `go-on`: whether to read the rest;
 * - `next-message`: whether to read the next message that waits;
 * - `answer-person`: whether the user wants to reply to a person's message, and `reply`: what to tell them;
 * - `person`: whether to look for the answer of a person who has been told something;
 * - `delete-all`, `forget-me`: whether to delete the messages that wait, or all that is known of the user;
 * - `check`: whether to look again for an answer that is still on its way;
 * - `anything-else`: ours, where the bot asked nothing;
 * - `what`: ours, where the bot said nothing ("What would you like to say?").
 */
export type Question =
  | 'bot'
  | 'choices'
  | 'confirm-choice'
  | 'go-on'
  | 'check'
  | 'next-message'
  | 'answer-person'
  | 'reply'
  | 'person'
  | 'delete-all'
  | 'forget-me'
  | 'anything-else'
  | 'what';

/** A paragraph to say: ours by key, or the bot's as speakable text. */
export type ReplyPart =
  | { readonly phrase: Phrase }
  /** `replay`: it was spoken before, and perhaps not heard. */
  | { readonly text: string; readonly replay?: true };

/** Choices as they are read out. */
export interface SpokenOffer {
  readonly labels: readonly string[];
  /** Others remain behind "more options". */
  readonly more: boolean;
  /** How many stand before them. */
  readonly from?: number;
  /** They are nothing but a yes and a no, which a question that they stand behind says already. */
  readonly isYesNo?: true;
  /** The text before them has listed them: only who stays silent hears them again. */
  readonly isHeard?: true;
  /** They are what can be done with each of the cards that were read out. */
  readonly isOfEach?: true;
  /** What is offered beside these cards. */
  readonly beside?: readonly string[];
  /** They are themselves what is asked: "Blue or light blue?" */
  readonly asks?: true;
}

/**
 * What of a session's replies may not be on disk, as a save went wrong. It goes with the session until one succeeds: Alexa brings
 * it back with the next request, or with the end.
 */
export interface Carried {
  /** When the requests came in whose place an apology was said, though their reply may be on disk: epoch milliseconds. */
  readonly unsaid: readonly number[];
  /** Records (`DeliveryRecord`) of messages that were said. */
  readonly delivered: readonly string[];
}

/** Everything the user is told in one turn, still without a word of SSML. */
export interface Reply {
  readonly parts: readonly ReplyPart[];
  /** Choices to read out, in the order offered. `more`: others remain behind "more options". */
  readonly offer?: SpokenOffer;
  /**
   * What the bot asks, with which `parts` end. With an offer it is the whole last part, and is said together with the choices.
   * Where the question is whether there is anything else, it is the sentence that says so.
   */
  readonly asking?: string;
  /** The option that the question is about: "Did you say Drama?" */
  readonly guess?: string;
  /** The heading of what there is more about, where the question is whether to go on. */
  readonly about?: string;
  /** Seconds of silence behind the first of `parts`, for a user who asked for a moment. At most 10. */
  readonly pause?: number;
  /** The question that ends the reply and keeps the session open. Absent: the session ends. */
  readonly question?: Question;
  /** The user is to be asked, by a card, for the permission to send notifications. */
  readonly permission?: true;
  /** Picks one of several wordings, so that our own questions vary. */
  readonly turn: number;
  /** How often "Anything else?" was asked before: the same words are not heard twice in a row. */
  readonly asked?: number;
  /** What the bot sent in this turn: what a voice cannot carry goes from here to a card. */
  readonly messages: readonly Message[];
  /** Absent: what the user was told is on disk. */
  readonly carried?: Carried;
}
