/** A number found among the words of an utterance: the tokens [from, to). */
export interface FoundNumber {
  readonly from: number;
  readonly to: number;
  /** Beyond `Number.MAX_SAFE_INTEGER` not exact. */
  readonly value: number;
  /** `digits` is a run of single digits ("four seven one one"), or one number in digits too long to be told exactly. */
  readonly kind: 'cardinal' | 'ordinal' | 'digits';
  /** As spoken one by one or written, leading zeros kept, for codes. */
  readonly digits?: string;
}

/** Reads numbers as one language says and writes them. */
export interface NumberReader {
  /** A text's words as `normalize` has them, but with every number in digits whole: "Number -1,000.5!" is "number", "-1000.5". */
  tokens(said: string): readonly string[];
  /** The number that the whole utterance is ("minus thirty", "one and a half", "1,000.5"), undefined where it is none. */
  read(said: string): number | undefined;
  /** The ordinal that the whole utterance is ("twenty first", "21st"). */
  ordinal(said: string): number | undefined;
  /** All numbers among normalised tokens, left to right, each as long as it can be ("ten thirty" are two: 10 and 30). */
  find(tokens: readonly string[]): readonly FoundNumber[];
}
