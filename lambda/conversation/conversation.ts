import type { Thread } from '../platforms/platform';
import type { Choice } from './message';
import type { Question, ReplyPart } from './reply';

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
