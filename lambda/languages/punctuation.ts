/** How a language is written, as far as texts are taken apart and put together by it. */
export interface Script {
  /** Whether words stand apart by spaces. Where they do not, `\b` in a pattern of the language holds everywhere. */
  readonly spaced: boolean;
  /** Whether its words are written in the letters of ASCII alone: then `\b` and `\w` of patterns are the engine's own, which are faster. */
  readonly ascii: boolean;
}

/** What looks like the end of a sentence in a language and is none. */
export interface SentenceEnds {
  /** What ends with a full stop and goes on, as it is written within a sentence: "e.g.", "z. B.", "p. ej.", "S.r.l.". */
  readonly abbreviations: readonly string[];
  /**
   * Of so many letters a word with a capital is taken for an abbreviation, or for an initial: 3 for "Dr.", "Mrs.", 1 for "M." alone where
   * short words often end a sentence; 0 where no letter has a capital.
   */
  readonly 'longest-short': number;
  /** Whether a number with a full stop is an ordinal: "am 3. Mai". */
  readonly ordinals: boolean;
}
