import type { Thread } from '../platforms/platform';
import type { Choice } from './message';
import type { ReplyPart } from './reply';

/**
 * The question a reply ended with. It decides what "yes", "no" and "two" mean in the next turn:
 * - `bot`: the bot's own question;
 * - `choices`: one of the offered choices;
 * - `go-on`: whether to read the rest;
 * - `anything-else`: ours, where the bot asked nothing;
 * - `what`: ours, where the bot said nothing ("What would you like to say?").
 */
export type Question = 'bot' | 'choices' | 'go-on' | 'anything-else' | 'what';

/** What the bot offers to choose from, and which part of it was read out last: `[from, to)`. */
export interface Offer {
  readonly choices: readonly Choice[];
  /** Each choice as it is said. */
  readonly labels: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The one small document kept per user. JSON. */
export interface Conversation {
  readonly thread?: Thread;
  /** How many replies were given: varies the wording of our own questions. */
  readonly turns: number;
  /** What was said last, for "repeat". */
  readonly said: readonly ReplyPart[];
  /** What did not fit into the last reply: speakable paragraphs. */
  readonly rest: readonly string[];
  readonly offer?: Offer;
  readonly asked?: Question;
}

export const NEW_CONVERSATION: Conversation = { turns: 0, said: [], rest: [] };
