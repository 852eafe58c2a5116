/** How an answer was understood, for logs and tests. */
export const RULES = [
  'exact',
  'label',
  'synonym',
  'part',
  'number',
  'time',
  'position',
  'letter',
  'yes-no',
  'correction',
  'negation',
  'clause',
  'outright',
  'weighed',
  'both',
  'sound',
  'command',
  'offer',
] as const;
export type Rule = (typeof RULES)[number];

/** What an answer to offered options means. `index` and `indexes` count the labels of the offer from 0. */
export type Decision =
  /**
   * An option is picked. `confidence` is from 0 to 1. `rest`: what was said beyond the label and courtesies, in the
   * person's words; the bot gets it once it has answered the option.
   */
  | {
      readonly kind: 'choose';
      readonly index: number;
      readonly rule: Rule;
      readonly confidence: number;
      readonly rest?: string;
    }
  /** Several fit alike, two at least: "Blue or light blue?" `isJoined`: they were named together, "tea and milk". */
  | {
      readonly kind: 'which';
      readonly indexes: readonly number[];
      readonly rule: Rule;
      readonly isJoined?: true;
    }
  /** It only sounds like an option: "Did you say Drama?" */
  | { readonly kind: 'confirm'; readonly index: number; readonly rule: Rule }
  /** The options are to be said again; the next ones; none of them is wanted; all of them are. */
  | { readonly kind: 'list' | 'more' | 'none' | 'all' }
  /** For the bot, as said. */
  | { readonly kind: 'words' };

/** Options as they were read out. */
export interface Offered {
  readonly labels: readonly string[];
  /** Other words for the options, label by label. They name one where they are said in full and no other label holds them. */
  readonly synonyms?: readonly (readonly string[])[];
  /** The options read out last, [from, to): positions count among them first. */
  readonly from: number;
  readonly to: number;
  /** What the bot asked: its words in an answer are no wish of their own. */
  readonly question?: string;
}

/** The kinds of question that a yes or no may answer; they differ in what counts as one. */
export type QuestionKind = 'confirmation' | 'offer' | 'anything-else' | 'go-on' | 'delete';

/** The numbers of a scale; without a bound where there is none. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

/** The number on a scale that a sentence comes to; `several` where it names different ones. */
export type Rating = number | 'several';

export interface AnswerEngine {
  /** A pure function of offer and words. */
  decide(offer: Offered, said: string): Decision;
  /**
   * The yes or no that a whole answer is. `undefined` where it is none, or holds a wish of its own. With the words of
   * the question, an answer may repeat them ("Is Friday at seven all right?" – "Yes, Friday").
   */
  yesNo(said: string, kind: QuestionKind, question?: string): 'yes' | 'no' | undefined;
  /**
   * The digits of a code that is said one by one, leading zeros kept ("it's oh four double seven" is 0477); `undefined`
   * where anything else is said. Words of the question may stand before it.
   */
  code(said: string, question?: string): string | undefined;
  /** The number that an answer to a question for one comes to: "they were late but I'd say seven". It may be out of the range. */
  rating(said: string, within: NumberRange): Rating | undefined;
}
