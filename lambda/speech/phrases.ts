import type { AnswerLanguage } from '../conversation/answers/language';
import { once } from '../conversation/answers/once';
import { LANGUAGES } from '../languages';
import type { EmojiNames } from '../languages/emoji';
import type { Language } from '../languages/language';
import type { NumberTable, NumberWords } from '../languages/numbers';
import type { Pace } from '../languages/pace';
import type { Script, SentenceEnds } from '../languages/punctuation';
import type { CountedKey, PhraseKey, Regional, Resource, Understood, Wordings } from '../languages/resource';
import type { Written } from '../languages/written';
import { listing } from './listing';
import { memoize } from './memoize';
import { inDigits, spelled } from './numbers/spelled';
import { filled, type Values, wordingsIn } from './wordings';

export interface PhraseOptions {
  /** Picks the wording. */
  readonly turn?: number;
  /** The variant: `named` takes `welcome_named` where there is one, else `welcome`. */
  readonly context?:
    | 'named'
    | 'about'
    | 'action'
    | 'reply'
    | 'several'
    | 'titled'
    | 'bare'
    | 'listed'
    | 'between'
    | 'from'
    | 'to';
  readonly values?: Values;
}

/** The words of one language. */
export interface Phrases {
  /** A key of the resources: `en`. */
  readonly language: string;
  /** Of the user's locale: `GB` of `en-GB`. Absent where the locale names none. */
  readonly region?: string;
  /** Whether the user's language is another, for which there are no words yet. */
  readonly isForeign: boolean;
  readonly understood: Understood;
  /** How long it takes to say something. */
  readonly pace: Pace;
  /** How numbers are spelled. */
  readonly numbers: NumberTable;
  /** What else people say and write of numbers. */
  readonly numberWords: NumberWords;
  /** What emoji are called. */
  readonly emoji: EmojiNames;
  /** How it writes what it says in other words. */
  readonly written: Written;
  /** How answers to what was offered or asked are worded. */
  readonly answers: AnswerLanguage;
  readonly script: Script;
  readonly sentences: SentenceEnds;
  say(key: PhraseKey, options?: PhraseOptions): string;
  /** The same of so many things, in the language's form for that number. */
  counted(key: CountedKey, count: number, options?: PhraseOptions): string;
  /** Names as they stand in a sentence: "soup, salad or bread". Empty where there are none. */
  listed(names: readonly string[], join: 'and' | 'or'): string;
  /** All wordings of a phrase, one after the other. */
  all(key: PhraseKey, values?: Values): string;
}

/** Spoken where the user's language is not known. */
const FALLBACK = 'en';

const ofLocale = memoize((locale: string): Phrases => {
  const [language = '', region] = locale.split('-', 2);
  const known = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  if (!known) return foreign(FALLBACK);
  return phrasesOf(known, { language, ...(region && /^[A-Z]{2}$/.test(region) && { region }) });
});
const foreign = memoize((language: string) =>
  phrasesOf(LANGUAGES[language] as Language, { language, isForeign: true }),
);

/** The words for a locale as Alexa sends it; English where its language is not spoken yet. */
export function phrases(locale: string): Phrases {
  return ofLocale(locale);
}

interface Place {
  readonly language: string;
  readonly region?: string;
  readonly isForeign?: boolean;
}

/** The words of a language, of which a region says some differently. */
export function phrasesOf(data: Language, { language, region, isForeign = false }: Place): Phrases {
  const regional = once((): Regional => (region && data.regions?.[region]?.()) || {});
  const words = once((): Resource => data.words());
  const part = <Key extends 'understood' | 'pace' | 'script' | 'sentences' | 'list'>(key: Key) =>
    once((): Resource[Key] => {
      const differs = regional()[key] as Partial<Resource[Key]> | undefined;
      return differs ? { ...words()[key], ...differs } : words()[key];
    });
  const [understood, pace, script, sentences, list] = [
    part('understood'),
    part('pace'),
    part('script'),
    part('sentences'),
    part('list'),
  ];
  const plurals = once(() => new Intl.PluralRules(language));
  const lists = memoize((join: 'and' | 'or') => listing(list(), join));
  const variant = memoize((context: string | undefined) =>
    memoize((key: string) => wordingsIn([regional(), words()], key, context)),
  );
  const chosen = (wordings: Wordings, turn: number) => wordings[Math.abs(turn) % wordings.length] ?? wordings[0] ?? '';
  const self: Phrases = {
    language,
    ...(region && { region }),
    isForeign,
    get understood() {
      return understood();
    },
    get pace() {
      return pace();
    },
    get script() {
      return script();
    },
    get sentences() {
      return sentences();
    },
    get numbers() {
      return data.numbers();
    },
    get numberWords() {
      return data.numberWords();
    },
    get emoji() {
      return data.emoji();
    },
    get written() {
      return data.written();
    },
    get answers() {
      return data.answers();
    },
    say: (key, { turn = 0, context, values } = {}) => filled(chosen(variant(context)(key), turn), values),
    counted(key, count, { turn = 0, context, values } = {}) {
      const category = plurals().select(count);
      const wordings = variant(category)(context ? `${key}_${context}` : key);
      const counts = { count: spelled(count, self), number: inDigits(count, language) };
      return filled(chosen(wordings, turn), { ...counts, ...values });
    },
    listed: (names, join) => (names.length < 2 ? (names[0] ?? '') : lists(join)(names)),
    all: (key, values) => filled(variant(undefined)(key).join(' '), values),
  };
  return self;
}
