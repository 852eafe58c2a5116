/** A regular expression of JavaScript (with its `u` flag), and what is said in its place. */
export type Form = readonly string[];

/** Forms for lines that hold one of some signs; without signs, for all. */
export interface SignForms {
  readonly signs: string;
  /** What such a line holds besides, where the signs are common: a pattern. */
  readonly holds?: string;
  readonly forms: readonly Form[];
}

/** Several signs, apart by spaces, and what is said for each. */
export interface Named {
  readonly said: string;
  readonly signs: string;
  /** Words behind the sign that say so themselves, a pattern: there it only decorates. */
  readonly told?: string;
}

/**
 * How a language writes for the eye what it says in other words: abbreviations, units, signs. Where written forms of one word
 * stand in a list they are apart by spaces, and longer ones are tried first.
 */
export interface Written {
  /** What Unicode's classes of letters and numbers, `\p{L}`, are in the forms of this table: ranges of characters. */
  readonly alphabet: Readonly<Record<string, string>>;
  /** What else of a line without a sign, number or abbreviation is said in other words: a pattern. */
  readonly noticed: string;
  /** What is said where a template was not filled in (U+FDD0). Where no form fits nothing is. */
  readonly blank: readonly Form[];
  /** What becomes of a sentence where none of these forms fits. */
  readonly leftOut: LeftOut;
  /** What is said of text that was struck out (between U+FDD2 and U+FDD3). Where no form fits nothing is. */
  readonly struck: readonly Form[];
  /** What is said of answers to pick from (each behind a U+FDD4, which begins their line). */
  readonly choices: readonly Form[];
  /** For the boxes of a list of tasks. */
  readonly tasks: {
    readonly done: string;
    readonly open: string;
    /** For boxes within a line. */
    readonly boxes: Readonly<Record<string, string>>;
  };
  /** For code, as a part of a sentence. */
  readonly code: string;
  /** Forms that come before all others, and those that come after. */
  readonly early: readonly SignForms[];
  readonly late: readonly SignForms[];
  /** What an amount of a currency is called, "one|many", and how the currency is written. Its signs are not here: voices know them. */
  readonly currencies: Readonly<Record<string, string>>;
  /** What a line holds where the letters of a currency stand for something else, such as INR for a value of the blood: a pattern. */
  readonly notMoney: Readonly<Record<string, string>>;
  /** Words for large numbers between an amount and its currency, and how they are written: "Rs 1.2 cr" is "1.2 crore rupees". */
  readonly magnitudes: Readonly<Record<string, string>>;
  /** For "10⁻³". */
  readonly power: { readonly of: string; readonly minus: string };
  /** What stands before the cents of an amount, "." or ",": the amounts of others are written so. */
  readonly decimal: string;
  /** How a text says for all of its prices what they are in: with a sign of money, or a name that stands for one. */
  readonly priced: {
    /** What such a text holds. */
    readonly word: string;
    readonly form: string;
    readonly signs: Readonly<Record<string, string>>;
    /** Words before a number with two decimals that is no price. */
    readonly others: string;
  };
  /** What stands between groups of three digits besides the contrary of `decimal`: spaces, "'". */
  readonly groups: string;
  /** Its voices read digits in groups as India writes them, "1,24,999"; those of others are given others. */
  readonly lakhs?: boolean;
  /** Between the two ends of a range: "9 to 17". With words before or behind them it is a template: "{{from}}から{{to}}まで". */
  readonly range: string;
  /** Behind the number of one in a row: "3rd", in German "3.". */
  readonly ordinals: string;
  /** What stands between hours and minutes besides ":": "h" of "14h30". */
  readonly clock: string;
  /** Forms of ranges, tried when there is one. */
  readonly ranges: readonly Form[];
  /** Short names by the full one. */
  readonly days: Readonly<Record<string, string>>;
  /** Words for several days, which hours may stand behind: "weekdays 8-8". */
  readonly daily: string;
  readonly months: Readonly<Record<string, string>>;
  /** Words before a day without its year, "on 10/27", between two of them, and before the short name of a month. */
  readonly dated: {
    readonly days: string;
    readonly joins: string;
    readonly months: string;
    /** Signs of money where the day of a date stands before its month. */
    readonly dayFirst: string;
    /** Regions where it stands behind it. */
    readonly monthFirst: string;
    /** Words before what looks like a day that begins with its year, and is none: "version 2026.05.01". */
    readonly versions: string;
    /** Between a day of the week and one of the month: "Sunday the 3rd". */
    readonly article: string;
    /** Days are written with a dot behind each of their numbers: "24.12.". */
    readonly dotted?: boolean;
    /** Two numbers with a slash between them are a day where a zero, brackets or a time tell so: "08/03", "(27/4)", "12/10 9:30". */
    readonly slashed?: boolean;
  };
  readonly pairs: PairWords;
  /** Short names of days that are words as well. */
  readonly ambiguous: string;
  /** What stands behind a time of the day. */
  readonly halves: string;
  /**
   * Behind a number: its forms, "one|many", and how it is written. What has one form for all numbers is written once; a language
   * with more has them in the order "zero|one|two|few|many|other", without those that it lacks. So have currencies.
   */
  readonly units: Readonly<Record<string, string>>;
  /** Parts of one, before a unit: "half kg", "three quarters of a mi". */
  readonly parts: string;
  /** Behind a slash. */
  readonly per: { readonly word: string; readonly units: Readonly<Record<string, string>> };
  /** Words by what they are short for, in small letters; a capital is kept. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** The same, where a number stands behind them. */
  readonly numbered: Readonly<Record<string, string>>;
  /** Abbreviations whose dot may end a sentence as well. */
  readonly closing: string;
  /** Abbreviations as they are written. */
  readonly exact: Readonly<Record<string, string>>;
  /** What an arrow between two words says: a step of a `path`, or else a way. */
  readonly arrows: {
    readonly to: string;
    readonly then: string;
    /** Signs that point on besides those of all languages, where one writes from right to left. */
    readonly forward?: string;
    readonly path: string;
    /** What a sentence begins with whose arrow leads to what is to be done: "If it leaks → call us". */
    readonly conditions: string;
  };
  /** Signs that say something where others of their group stand beside them, or where they are all that is said of a thing. */
  readonly checks: readonly Named[];
  readonly lights: readonly Named[];
  readonly thumbs: readonly Named[];
  readonly pluses: readonly Named[];
  /** Emoji that are an answer where they are all that is said of a thing: "Mood: 🙁". */
  readonly values: string;
  readonly drawn: DrawnWords;
  /** Signs that forbid. */
  readonly forbidden: ForbiddenWords;
  /** Those that do alone. */
  readonly alwaysSaid: string;
  /** Between two of them that are to be chosen from. */
  readonly choice: string;
  /** For a row of full and empty signs. */
  readonly scale: string;
  /** How one is told to give a sign, and what it is for: "press ▶ to play". */
  readonly reactions: string;
  readonly pointers: string;
  /** What is said by its letters although it could be read as a word, or stands in a text that is all capitals. */
  readonly letters: string;
  /** Those that are words as well, where all is written in capitals: where they are letters even there, a pattern. */
  readonly lettersAt: Readonly<Record<string, string>>;
  /** A word without one of these is letters where all is written in capitals, but for those that are not. */
  readonly vowels: string;
  readonly withoutVowels: string;
  /** Regions by their names, as they are written behind a city, "Portland, OR", and before a postal code. */
  readonly regions: Readonly<Record<string, string>>;
  /** Those whose letters are a word or an abbreviation as well: a region only before a postal code. */
  readonly ambiguousRegions: string;
  /** Words that an address may stand behind as a part of their sentence: "at", "visit". Behind others it is one of its own. */
  readonly leads: string;
  readonly places: Places;
  readonly airports: {
    /** Words beside which three letters in brackets are an airport. */
    readonly travel: string;
    /** Cities that have several of them. */
    readonly cities: string;
  };
  /** Words of one letter, which are no letters where all is written in capitals. */
  readonly articles: string;
  readonly codes: CodeWords;
}

/**
 * Words that announce a code, which is said sign by sign. A "|" stands for a space, and a "*" for the beginning of a word:
 * "*nummer" is any number of German.
 */
export interface CodeWords {
  /** What follows is one, however short. */
  readonly strong: string;
  /** What follows is one where it looks like it. */
  readonly weak: string;
  /** What is said of a thing behind the code of it, "Order 4711 is ready", where another word would be counted: "order 1500 pieces". */
  readonly goesOn: string;
  /** What follows is a phone number where it looks like it. */
  readonly phone: string;
  /** Numbers that are called in need. */
  readonly emergency: string;
  /** What stands behind another of them, and says what that is for: "311 for city services". */
  readonly purposes: string;
  /** Who is called by them. */
  readonly services: string;
  /** What follows is the plate of a vehicle. */
  readonly plate: string;
  /** What follows is a name, read as it is written. */
  readonly named: string;
  /** What stands before the number of a flight or train: letters of a carrier, then digits. */
  readonly travel: string;
  /** What is done with a word that is sent to a short number: "text STOP to 80112". */
  readonly short: string;
  /** Between two codes that one word announces. */
  readonly joins: string;
  /** May stand between the word and the code. */
  readonly links: string;
  /** Between what is sent and the number: "text STOP to 80112". */
  readonly sentTo: string;
  /** What stands behind a code and tells that it is one: "482913 is your code". */
  readonly behind: string;
}

/** How addresses are written, and what is said. A dot may stand behind each of them. */
export interface Places {
  /** Kinds of streets and other places, behind the number of a house and a name. */
  readonly streets: Readonly<Record<string, string>>;
  /** Those of them that are no other word, wherever a name stands before them. */
  readonly certain: string;
  /** Those that are none with a dot. */
  readonly dotted: string;
  /** Words behind the dot of one of them that begin a sentence. */
  readonly begins: string;
  /** Those that are something else before a name: "St. Mary's". */
  readonly titles: string;
  /** Short words that a name begins with: "St." */
  readonly saints: string;
  /** What stands before the last word of a name, "Trading Est", and these last words. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly ofKinds: string;
  /** Behind the number of a house. */
  readonly directions: Readonly<Record<string, string>>;
}

/** How a sentence stands without what a template was not filled with (U+FDD0). A list's name in braces, "{verbs}", is any of its words. */
export interface LeftOut {
  readonly lists: Readonly<Record<string, string>>;
  /** Where it may go. */
  readonly goes: readonly Form[];
  /** Where something is said for it. */
  readonly said: readonly Form[];
  /** Between two clauses; one group around all of it. */
  readonly joint: string;
  /** What a clause begins with that can be a sentence. */
  readonly begins: string;
  /** What a sentence begins with whose clauses depend on each other. */
  readonly depends: string;
  /** For it, where nothing else of a line would be left. */
  readonly thing: string;
}

/** What tells two numbers with a slash between them from a day, "10/20", and how they are said. */
export interface PairWords {
  /** Between two that one chooses from. No-break spaces bind it to them, as that of other slashes. */
  readonly or: string;
  /** Between a part and the whole. */
  readonly of: string;
  /** Words before a day, whatever stands behind it. */
  readonly days: string;
  /** Words before a part: "page 10/24". */
  readonly parts: string;
  /** Words behind it, or behind the word for the thing: "12/20 seats left". */
  readonly shares: string;
  readonly left: string;
  /** What has numbers for its name: "room 10/24". */
  readonly places: string;
  /** Words before two numbers to choose from, "sizes 10/12", and what such are numbers of, besides units. */
  readonly sizes: string;
  readonly counted: string;
  /** What may stand before those: "3/5 working days". */
  readonly kinds: string;
  /** Who is counted: behind a word of `sizes` one chooses, elsewhere they are a share, "9/10 customers". */
  readonly people: string;
  /** Units of what is taken, two of which may be of two substances but behind words of taking. */
  readonly doses: string;
  readonly dosed: string;
  /** Units of two numbers that are one value. */
  readonly over: string;
}

/** Where a sign stands for a word of its sentence: "the 🟢 light", "due to ❄️". */
export interface DrawnWords {
  /** Words that want a thing behind them. */
  readonly leads: string;
  /** Words that go on behind it: "a free ☕ with every 🥐". */
  readonly goesOn: string;
  /** Words that want a colour behind them: "turns 🔵". */
  readonly turns: string;
  /** What some are called there, rather than by their names. */
  readonly said: Readonly<Record<string, string>>;
}

/** What signs forbid: "🚫 glass" is "no glass", "🚭" is "no smoking". */
export interface ForbiddenWords {
  readonly signs: string;
  /** Signs that do where a line has several, and none of the contrary. */
  readonly crosses: string;
  readonly no: string;
  /** Words with which a text says so itself, or is no name of a thing: a pattern. There the sign only decorates. */
  readonly told: string;
  /** Words that lead to the place of a sign: "🚭 in rooms". */
  readonly places: string;
  /** Signs of one thing, and the words, a pattern in small letters, beside which they only decorate. */
  readonly named: readonly (Named & { readonly unless: string })[];
}
