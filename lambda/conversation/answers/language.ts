import type { Segments } from './segments';

/**
 * What the engine needs to know of a language. Words and phrases are written as speech recognition writes them, with
 * apostrophes. A phrase may hold alternatives and options: "(can|could) you say that [again]".
 */
export interface AnswerLanguage {
  /** What begins a reason, which asks for nothing: "because I like it". `{{word}}` is any one word. */
  readonly reasons: readonly string[];
  /** What is asked of oneself before an option comes to mind: "what was her name". */
  readonly ponderings: readonly string[];
  /** What is said along with an option and asks for nothing: "that's all", "for my trip", "maybe a {{word}} to watch". */
  readonly asides: readonly string[];
  /** How signs are said: "%" is "percent". */
  readonly signs: Readonly<Record<string, string>>;
  /** Its words are written as those of utterances are, without accents: nothing is to be folded. */
  readonly isFolded?: boolean;
  /** Absent where words are written apart. */
  readonly segments?: Segments;
  /**
   * What may be told behind an option that is meant. `nothing`: where the verb comes last it may turn the option into anything,
   * "カードで払ったのに"; `led`: whatever it is, where a word that picks stands before the option. Absent: whatever the weights allow.
   */
  readonly behind?: 'nothing' | 'led';
  /** Which of several others is meant is asked where one is left out: "anything but the suite". Absent: the bot is told. */
  readonly asksOthers?: boolean;
  /** Words that an accent tells from others: "é" of Portuguese is no "e". */
  readonly accented: readonly string[];
  /** Beginnings with an apostrophe, and the words they stand for: "l'" of French is "le". */
  readonly proclitics: Readonly<Record<string, string>>;
  /** Words that stand for several: "can't" is "can not". */
  readonly contractions: Readonly<Record<string, string>>;
  /** Endings behind an apostrophe, and the words they stand for. */
  readonly clitics: Readonly<Record<string, string>>;
  /** Two words that stand for one: "less than" is "under". */
  readonly rewrites: Readonly<Record<string, string>>;
  /** Endings that make no other word of a word, what stands in their place, and how much must remain. First come, first served. */
  readonly suffixes: readonly (readonly [ending: string, instead: string, least: number])[];
  /** The same of beginnings: "ال" of Arabic. */
  readonly prefixes: readonly (readonly [beginning: string, instead: string, least: number])[];
  /** So many letters of a compound tell it: "Reinigung" of "Zahnreinigung". Absent where words are not written together. */
  readonly compounds?: number;
  /** Beginnings that make another word of a word, and no compound: "ver" of "verkaufen". */
  readonly prefixed?: readonly string[];
  /** Short names of days and months in labels, and what is said for them: "mon" is "monday". */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Endings of verbs in the past: "reported". */
  readonly pastEndings: readonly string[];
  /** Endings of verbs that take an object behind "is": "learning". */
  readonly participleEndings: readonly string[];
  /** Endings of verbs behind what does it: "closes". */
  readonly verbEndings: readonly string[];
  /** Endings of nouns that stand for several: "loans". */
  readonly plurals: readonly string[];
  /** Words that mean the same. */
  readonly equivalents: readonly (readonly string[])[];
  /** Words for things that are counted alike: two suitcases are "2 bags". */
  readonly countedAlike: readonly (readonly string[])[];
  /** Before a noun in a label, that the noun is what all options are: "Other amount". */
  readonly others: readonly string[];
  readonly homophones: Homophones;
  /** Rules (regular expression, replacement) that spell a word by its sound, applied in this order. */
  readonly sounds: readonly (readonly [pattern: string, replacement: string])[];
  /** The same on top of these, for words that were run together or split: what is misheard first falls together. */
  readonly outlines: readonly (readonly [pattern: string, replacement: string])[];
  readonly words: Readonly<Record<WordClass, readonly string[]>>;
  readonly marks: Readonly<Record<Mark, readonly string[]>>;
  /** What is said of the offer as a whole. `both`: all of it where it is two; `why`: why it is to be said again. */
  readonly commands: Readonly<Record<'list' | 'more' | 'why' | 'none' | 'all' | 'both', readonly string[]>>;
  readonly positions: Positions;
  /**
   * Behind "one" or the like, that the option is meant that stands behind, or before, the one told next: "the one after".
   * `unclear`: on which side nobody can tell, "the one above".
   */
  readonly neighbours: Readonly<Record<'after' | 'before' | 'unclear', readonly string[]>>;
  readonly clock: Clock;
  /**
   * Units that convert into each other, in all their forms, by how many of the smallest they are, one group for each kind:
   * minute 1, minutes 1, min 1, hour 60.
   */
  readonly measures: readonly Readonly<Record<string, number>>[];
  readonly ranges: Ranges;
  /** How a label is said that is nothing but a sign: "XL" is "extra large". Where two such signs are offered at least. */
  readonly spelled: Readonly<Record<string, readonly string[]>>;
  /** What a question for a code asks for: "pin". */
  readonly codes: readonly string[];
  /** The months in their order: their number is said as an ordinal, "March 3" is "the third". */
  readonly dated: readonly string[];
  /** Months are also told by their number, behind that of the day: "am dreißigsten fünften". */
  readonly datedNumbers?: boolean;
  /** Which part of a month is meant, before the day itself: "the middle of May, the seventeenth". */
  readonly datedParts: readonly string[];
  readonly ratings: RatingLanguage;
  readonly polarity: Polarity;
  /**
   * What tells that an option is only named. `roles`: in a question, that it asks what somebody is, "your role", and
   * `contacts`: in its answer, that somebody who is that is wanted, "speak to"; `orders`: in a question, that it takes an
   * order, "to join", and `topics`: before an option, that it is only asked about, "tell me about";
   * `taken`: behind "can I", what is asked about where it is told with what, or when;
   * `abilities`: right before an option, that it is asked what it can do: "will a large one fit"; `permissions`: that it is
   * asked whether one may: "can I still get"; `circumstances`: behind what is asked for, that it hangs on them: "if I'm";
   * `moves`: right before a time, that what is at it is to be moved: "push back my";
   * `free`: behind "I'm", that one may come then; `outsiders`: who tells nothing of a wish by what is theirs: "my neighbour".
   */
  readonly aside: Readonly<Record<Aside, readonly string[]>>;
  /** How much what stands around an option speaks for it; learnt from the corpus. */
  readonly weights: Weights;
}

export type Aside =
  | 'roles'
  | 'contacts'
  | 'orders'
  | 'topics'
  | 'taken'
  | 'abilities'
  | 'permissions'
  | 'circumstances'
  | 'moves'
  | 'free'
  | 'outsiders';

export interface Homophones {
  /** Words that sound alike although neither spelling nor `sounds` show it: each is taken for the first of its line. */
  readonly alike: readonly (readonly string[])[];
  /** Of these, words of everyday speech, which mostly mean themselves where more is said: "time". */
  readonly common: readonly string[];
  /** Phrases in which such a word means itself: "take your time". */
  readonly meant: readonly string[];
}

/**
 * - `light`: says nothing of its own: articles, pronouns, auxiliaries, prepositions;
 * - `carriers`: what a choice is wrapped in: "I'd like", "go with";
 * - `courtesies` and `hesitations`: may be left out anywhere; what follows a courtesy is a thought of its own;
 * - `approvals`: says of an option that it is fine;
 * - `nouns`: what options are called in general: "one", "option", "kind";
 * - `negators`: exclude the option after them;
 * - `corrections`: take back what was said before;
 * - `boundaries`: begin another thought: "and", "but"; `joiners` of them only link it: "and";
 * - `questions`: begin a question; `asking`: begin one that is a polite wish: "could I have";
 * - `statements`: verbs that make a sentence of its own of an option before them;
 * - `subjects`: pronouns that a verb follows; `being`: forms of "to be";
 * - `adverbs`: behind an option, a wish of their own: "tomorrow";
 * - `determiners`: stand before a noun: "a", "my";
 * - `pasts`: verbs in the past that no ending tells: "went";
 * - `contrasts`: begin what limits the words before them: "but";
 * - `denials`: exclude the option before them: "montag nicht";
 * - `absences`: nouns for nothing, which a phrase behind them limits: "nothing with nuts";
 * - `conclusions`: begin what a story comes to: "so"; `settlements`: end it: "it is";
 * - `alternatives`: between options of which one or none is meant: "or";
 * - `rates`: behind a number, how often it is meant: "a week"; `comparisons`: before one, that it is not itself meant;
 * - `wishes`: what an option is asked for with: "I want the balance of my savings account";
 * - `prepositions`: link what follows to what stands before;
 * - `idioms`: fixed phrases that hold words of options without meaning them.
 */
export type WordClass =
  | 'light'
  | 'carriers'
  | 'courtesies'
  | 'hesitations'
  | 'approvals'
  | 'nouns'
  | 'negators'
  | 'corrections'
  | 'boundaries'
  | 'joiners'
  | 'questions'
  | 'asking'
  | 'statements'
  | 'subjects'
  | 'being'
  | 'adverbs'
  | 'determiners'
  | 'wishes'
  | 'pasts'
  | 'contrasts'
  | 'absences'
  | 'denials'
  | 'rates'
  | 'comparisons'
  | 'alternatives'
  | 'conclusions'
  | 'settlements'
  | 'prepositions'
  | 'idioms';

/**
 * What is asked of a word or phrase beside its class:
 * - `objects`: pronouns that a verb goes with: "exchange it"; `spellings`: between a letter and a word for it: "b for bravo";
 * - `additions`: begin what goes with an option: "with";
 * - `existentials`: say that something is there or owned: "there is", "we have";
 * - `subordinators`: begin a clause that only says why or when: "if"; `concessions`: one that changes nothing: "though";
 * - `speakers`: who speaks, or is spoken to: "I", "you"; `pauses`: fill a pause: "um"; `picks`: verbs that pick unless they own: "have";
 * - `conditions`: subordinators behind which nothing is said to be: "if";
 * - `matters`: in a question that asks what the matter is: "problem";
 * - `praises`: what makes one option better than others: "cheaper";
 * - `states`: that something is so, and not wished for: "already"; `belongings`: where something is that one has: "at home";
 * - `facts`: tell what is or was the matter, so that an option beside them is not wished for: "stolen", "allergic";
 * - `inquiries`: ask, wherever they stand: "how much"; `possessives`: whose something is: "my";
 * - `similes`: behind an option, what it is like: "same as"; `regrets`: what one would rather have, and has not: "I wish";
 * - `continuing`: between the words of a fault: "keeps" of "the gear keeps slipping";
 * - `uses`: behind "can I", asks whether something may be done with a thing that one has: "wear", "put";
 * - `withdrawals`: behind a change of mind, that it comes to nothing: "never mind", "I'll do it myself";
 * - `misgivings`: behind "but", that an option is not decided on, or not wanted: "I don't know", "it's not for me";
 * - `suiting`: behind an option, whom it suits: "would suit my";
 * - `timings`: before an option, a time of the day that it is in: "after tea";
 * - `describing`: right before an option, what makes no other thing of it: "new";
 * - `tags`: at the end, asks whether what was said is so: "is that right";
 * - `grievances`: before an option, what of it is complained of: "you're still charging me for";
 * - `suppositions`: right before an option, what somebody may have: "I think I've got";
 * - `undoings`: before or behind an option, that it is to end: "cancel", "get rid of";
 * - `doubts`: between options of which one is meant and not said which: "maybe"; `undecided`: leave it open: "hard to say".
 */
export type Mark =
  | 'objects'
  | 'additions'
  | 'spellings'
  | 'existentials'
  | 'doubts'
  | 'undecided'
  | 'subordinators'
  | 'concessions'
  | 'speakers'
  | 'pauses'
  | 'picks'
  | 'praises'
  | 'matters'
  | 'conditions'
  | 'states'
  | 'belongings'
  | 'facts'
  | 'inquiries'
  | 'possessives'
  | 'similes'
  | 'regrets'
  | 'continuing'
  | 'uses'
  | 'withdrawals'
  | 'misgivings'
  | 'undoings'
  | 'suiting'
  | 'timings'
  | 'describing'
  | 'tags'
  | 'grievances'
  | 'suppositions';

/** Where an option stands. `{{ordinal}}` and `{{number}}` stand for one, `{{noun}}` for a word that options are called by. */
export interface Positions {
  /** Phrases with {{ordinal}} that count from the front, and from behind. */
  readonly front: readonly string[];
  readonly back: readonly string[];
  /** Phrases with {{number}}: "number {{number}}". */
  /** The same, of the list as it was read out, even where {{ordinal}} is also the name of an option. */
  readonly listed: readonly string[];
  readonly numbered: readonly string[];
  /** Phrases around a letter: "option {{letter}}". */
  readonly lettered: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** Of those that were read out: "the last one you said". */
  readonly 'last-heard': readonly string[];
  /** The last of all options, also of those that were not read out yet: "the very last on your list". */
  readonly 'whole-last': readonly string[];
  readonly 'last-but-one': readonly string[];
  readonly 'last-but-two': readonly string[];
  readonly middle: readonly string[];
  /** What is left where the others are excluded: "not the first, not the last, the other". */
  readonly remaining: readonly string[];
  readonly former: readonly string[];
  readonly latter: readonly string[];
  /** Both of the first two, and of the last two. */
  readonly 'first-two': readonly string[];
  readonly 'last-two': readonly string[];
  /** Of times and dates: the first and the last in time. */
  readonly earliest: readonly string[];
  readonly latest: readonly string[];
  /** Behind these a number is a time or a count. */
  readonly 'not-after': readonly string[];
  /** Behind these an ordinal tells a part of something else: "the first of March". */
  readonly partitive: readonly string[];
  /** Number words that also stand for a noun: "the blue one". */
  readonly pronouns: readonly string[];
  /** Behind these such a word is the number: "number one". */
  readonly counters: readonly string[];
  /** A zero between two numbers: "thirteen oh five". */
  readonly zeros: readonly string[];
  /** Words that count one: "a" in "a kilo". */
  readonly single: readonly string[];
  /** What a place is picked with, where it would tell a date or a count otherwise: "I'll have the third". */
  readonly leads: readonly string[];
  /** Behind a place, that it is meant: "is nearest"; why it is: "I'm in a hurry"; what is asked of oneself: "was it". */
  readonly approved: readonly string[];
  /** Behind a place, that it is not meant: "sounds dear". */
  readonly refused: readonly string[];
  /** Behind a place, how it seems: that it is meant, unless it is refused so. */
  readonly seeming: readonly string[];
  readonly because: readonly string[];
  readonly tags: readonly string[];
}

/** How numbers on a scale are said. */
export interface RatingLanguage {
  /** Lead to the number: "I'd give it", "make it". */
  readonly leads: readonly string[];
  /** Stand before it: "a solid". */
  readonly degrees: readonly string[];
  /** Lead to a number that only tells the scale: "out of". */
  readonly limits: readonly string[];
  /** What is counted: "stars". */
  readonly units: readonly string[];
  /** Between two numbers that mean what lies between them. */
  readonly to: readonly string[];
  /** Begin what the number is for. */
  readonly about: readonly string[];
}

/** From an hour to another, which is not in it. */
export type HoursOfDay = readonly [from: number, to: number];

export type SaidTime = readonly [says: string, minutes: number, sign?: 1 | -1];

/** How times of day are said. Minutes of the day where there are numbers. */
export interface Clock {
  /**
   * How times are said in words, with {{hour}} and {{minutes}}; how many minutes they are beside the hour; and, where they name
   * minutes, whether those count behind it or before it: "quarter to {{hour}}" -15, "{{minutes}} past {{hour}}" 0 and 1.
   */
  readonly said: readonly SaidTime[];
  /** Whether a number with a half or a quarter is a time: "otto e mezza". */
  readonly fractions?: boolean;
  /** Whether ordinals tell hours: "الساعة الثالثة". */
  readonly ordinals?: boolean;
  /** Whether the part of the day stands before the hour, as one with it: "午後三時". */
  readonly halfFirst?: boolean;
  /** Between minutes and hour: "five past ten", "quarter to ten". */
  readonly past: readonly string[];
  readonly to: readonly string[];
  readonly quarter: readonly string[];
  /** Before the hour: half past it. */
  readonly half: readonly string[];
  /** Behind a full hour. */
  readonly full: readonly string[];
  /** Labels write times with a dot: "9.30 Uhr", "11.45–12.30". */
  readonly dotted?: boolean;
  /** Before a time or a window of it, that it may be any within it. */
  readonly any: readonly string[];
  readonly am: readonly string[];
  readonly pm: readonly string[];
  readonly named: Readonly<Record<string, number>>;
  /** From which hour to which a part of the day is meant, for those of `am` and `pm` that are not all of it. */
  readonly hours: Readonly<Record<string, HoursOfDay>>;
  /** What labels call today, and the parts of it: "this afternoon". */
  readonly today: { readonly words: readonly string[]; readonly parts: Readonly<Record<string, HoursOfDay>> };
}

/** How amounts and ranges of them are written and said. */
export interface Ranges {
  /** How a label tells a range of numbers: around two ("5 to 8"), before one ("under 3"), behind one ("10 or more"). */
  readonly between: readonly string[];
  readonly below: readonly string[];
  readonly most: readonly string[];
  readonly above: readonly string[];
  readonly least: readonly string[];
  readonly orLess: readonly string[];
  readonly orMore: readonly string[];
  /** Words before a unit that count it: "a couple of". */
  readonly counts: Readonly<Record<string, number>>;
  /** Between "a" and a unit: "a whole week". */
  readonly entire: readonly string[];
  /** Before a day, that days begin with it, or end with it: "the week starting the ninth". */
  readonly starting: readonly string[];
  readonly ending: readonly string[];
  /** Behind a number, how many of it are meant: "40k". */
  readonly multipliers: Readonly<Record<string, number>>;
  /** Endings apart from a unit that is a letter: "k's". */
  readonly plurals: readonly string[];
  /** Signs behind a number in a label, and the unit that they are. */
  readonly marks: Readonly<Record<string, string>>;
  /** Before a number, that it is not exact. */
  readonly approximate: readonly string[];
  /** Verbs that a number belongs to, be they in the past: "he weighs", "she turned". */
  readonly verbs: readonly string[];
  /** Of what these did or said, a number is no answer. */
  readonly others: readonly string[];
  /** Those who have something that is counted: "we have two", but "the car has ninety thousand on it". */
  readonly owners: readonly string[];
  /** Persons of whom a bare number tells the age, and words of a question that asks for it. */
  readonly persons: readonly string[];
  readonly ages: readonly string[];
  /** The unit of an age. */
  readonly ageUnit: readonly string[];
  /** Verbs that a person's age follows. */
  readonly aging: readonly string[];
  /** Behind "of", the people of whom the speaker is one, and words of a question or label by which "five of us" counts. */
  readonly us: readonly string[];
  readonly people: readonly string[];
  /** Numbers in other words, where nothing else is said: "just me" is one. */
  readonly said: Readonly<Record<string, string>>;
  /** Behind an amount of time, that it has passed since. */
  readonly ago: readonly string[];
  /** More verbs that tell what an amount was of. */
  readonly pasts: readonly string[];
  /** Directly behind a bare number, words that are not what it counts: "five, god help us". */
  readonly notOf: readonly string[];
  /** Behind a number and "is", that it is not the one: "six is too many". */
  readonly refusals: readonly string[];
  /** That what follows is meant to be: "will", "let". */
  readonly intents: readonly string[];
  /** Behind these a bare number is a time or a place: "at five". */
  readonly places: readonly string[];
  /** Behind a number, that it will do: "ten's plenty". */
  readonly enough: readonly string[];
  /** What is so today, and not as it was: "now I'd want thirty-six". */
  readonly nowadays: readonly string[];
}

export interface Polarity {
  /** Words that say yes or no, wherever an answer begins. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Of the words for yes, those that may just begin an answer: "okay not now". */
  readonly openers: readonly string[];
  /** Phrases that agree or refuse. */
  readonly agreement: readonly string[];
  readonly refusal: readonly string[];
  /** Words and phrases that do so only where nothing else is said: "i do", and "grand", which begins "grand piano" too. */
  readonly whole: {
    readonly yes: readonly string[];
    readonly no: readonly string[];
    readonly agreement: readonly string[];
    readonly refusal: readonly string[];
  };
  /** Phrases that are neither although they hold such words. */
  readonly neither: readonly string[];
  /** What more agrees or refuses as an answer to one kind of question only. */
  readonly more: Readonly<
    Record<
      'confirmation' | 'offer' | 'anything-else' | 'go-on' | 'delete',
      { readonly yes: readonly string[]; readonly no: readonly string[] }
    >
  >;
  /** What repeats the deed that was asked about: "cancel it", "put me through". A rest with one of these adds nothing. */
  readonly objects: readonly string[];
  /** Words for no that stand before a noun as well, to say that none of it is wanted: "no onions please". */
  readonly none: readonly string[];
  /** Labels that begin with these stand for yes or no; those that are nothing but an agreement, for yes where no other does. */
  readonly labels: {
    readonly yes: readonly string[];
    readonly no: readonly string[];
    readonly agreement: readonly string[];
  };
}

/** How much each sign speaks for an option that is named (in hundredths of the logarithm of the odds), by place and name. */
export type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;
