import type { ErrorPhrase } from '../errors';
import type { Message } from './message';

/** Words of ours around what the bot said: keys of the phrases in `speech/phrases`. */
export type Phrase =
  | 'welcome'
  | 'welcome-back'
  | 'unfinished'
  | 'help'
  | 'not-heard'
  | 'passed-on'
  | 'still-coming'
  | 'held'
  | 'nothing-new'
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
 * - `go-on`: whether to read the rest;
 * - `check`: whether to look again for an answer that is still on its way;
 * - `anything-else`: ours, where the bot asked nothing;
 * - `what`: ours, where the bot said nothing ("What would you like to say?").
 */
export type Question = 'bot' | 'choices' | 'go-on' | 'check' | 'anything-else' | 'what';

/** A paragraph to say: ours by key, or the bot's as speakable text. */
export type ReplyPart = { readonly phrase: Phrase } | { readonly text: string };

/** Everything the user is told in one turn, still without a word of SSML. */
export interface Reply {
  readonly parts: readonly ReplyPart[];
  /** Choices to read out, in the order offered. `more`: others remain behind "more options". */
  readonly offer?: { readonly labels: readonly string[]; readonly more: boolean };
  /** The question that ends the reply and keeps the session open. Absent: the session ends. */
  readonly question?: Question;
  /** Picks one of several wordings, so that our own questions vary. */
  readonly turn: number;
  /** What the bot sent in this turn: what a voice cannot carry goes from here to a card. */
  readonly messages: readonly Message[];
}
