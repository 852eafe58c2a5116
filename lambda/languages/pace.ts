/** How long a voice takes in a language, in seconds. */
export interface Pace {
  /** For a letter, a space or a sign: nothing takes less. */
  readonly character: number;
  /** For a digit, which is a word. */
  readonly digit: number;
  /** For a sign that is a syllable or a word: Han, Kana, Hangul. */
  readonly ideograph: number;
  /** Silence behind a comma and the like within a sentence, and behind a sentence. */
  readonly clause: number;
  readonly sentence: number;
}
