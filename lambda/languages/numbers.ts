/** How a language spells numbers, as `npm run generate` takes it from CLDR's spell-out rules: `<language>/numbers.json`. */
export interface NumberTable {
  /** What has a value of its own: "seven", "twenty", "quatre vingt". */
  readonly cardinals: Readonly<Record<string, number>>;
  /** Of the cardinals that a smaller one may follow, below what it must be: 10 after "twenty", as "twenty one" is 21. */
  readonly rooms: Readonly<Record<string, number>>;
  /** What multiplies the number before it: "hundred", "million". */
  readonly scales: Readonly<Record<string, number>>;
  /** The scales that are said without a number for one of them: "mille deux" in French. */
  readonly 'bare-scales': readonly string[];
  readonly ordinals: Readonly<Record<string, number>>;
  /** Of the ordinals that a smaller one may follow, below what it must be: 10 after "vigésimo", as "vigésimo primero" is the 21st. */
  readonly 'ordinal-rooms': Readonly<Record<string, number>>;
  /** What makes an ordinal of any cardinal behind it: "第". */
  readonly 'ordinal-prefixes': readonly string[];
  /** "hundredth", "millionth". */
  readonly 'ordinal-scales': Readonly<Record<string, number>>;
  /** What stands between parts that add up, by the least room that is left where it stands: "and", from 100. */
  readonly joiners: Readonly<Record<string, number>>;
  readonly minus: readonly string[];
  /** Before the fraction: "point". */
  readonly point: readonly string[];
  /** What follows the digits of an ordinal: "st", "nd". */
  readonly 'ordinal-suffixes': readonly string[];
}

/** Two words whose sum is one number, such as units before tens: each of the first with each of the second. */
export interface Compound {
  readonly first: Readonly<Record<string, number>>;
  readonly joiner: string;
  readonly second: Readonly<Record<string, number>>;
  readonly ordinal: boolean;
}

/** What people say and write of numbers beyond how CLDR spells them: `<language>/number-words.json`. */
export interface NumberWords {
  /** Other spellings, in the form of the table. */
  readonly spellings?: Partial<NumberTable>;
  /** By any name. */
  readonly compounds?: Readonly<Record<string, Compound>>;
  /** What makes an ordinal of any cardinal before it: "番目". */
  readonly 'ordinal-marks'?: readonly string[];
  /** What is written together with the word behind it, as "and" and "for" in Arabic: a number may begin behind it. */
  readonly attached?: readonly string[];
  /**
   * Where words are not written apart: the letters and words of numbers that are found within others, and words with such
   * letters that are no numbers: "三" in "三人", but not "一" in "一緒".
   */
  readonly within?: { readonly numbers: readonly string[]; readonly others: readonly string[] };
  /** A one before a scale or a part: "a" in "a hundred", "a half". */
  readonly articles: readonly string[];
  /** More cardinals, as in the table: "nought". */
  readonly cardinals: Readonly<Record<string, number>>;
  /** Digits only where digits are said one by one: "oh" in "one oh seven". */
  readonly digits: Readonly<Record<string, number>>;
  /** How often the next digit counts: "double". */
  readonly repeats: Readonly<Record<string, number>>;
  /** More scales, after which nothing smaller follows: "dozen". */
  readonly scales: Readonly<Record<string, number>>;
  /** Parts of one that may stand alone, by how many make it: "half". */
  readonly 'lone-parts': Readonly<Record<string, number>>;
  /** Parts of one that need their number: "quarters" in "three quarters". */
  readonly parts: Readonly<Record<string, number>>;
  /** The ordinals that name a part too ("a third"), from which on, and what several of them are called ("thirds"). */
  readonly 'ordinal-parts': { readonly from: number; readonly many: readonly string[] };
  /** Between a part and its scale: "of" in "half of a million". */
  readonly of: readonly string[];
  /** Between the decimals and the power of ten that they are parts of, where they are said so behind a whole number: "ثلاثة وخمسة من عشرة" is 3.5. */
  readonly 'out-of'?: readonly string[];
  readonly minus: readonly string[];
  /** Before the fraction of a number in digits: "." in "3.5". Each of its characters may stand there. */
  readonly 'decimal-mark': string;
  /** Between the groups of a number in digits, all the same one of these characters: "," in "1,000". */
  readonly 'group-mark': string;
  /** Letters behind a number in digits, where it is all that is said: "k" in "10k" is "thousand". */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** What may stand around a number: "number {{number}}". */
  readonly frames: readonly string[];
}
