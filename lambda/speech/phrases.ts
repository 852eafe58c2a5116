import type { AnswerLanguage } from '../conversation/answers/language';
import { once } from '../conversation/answers/once';
import { LANGUAGES } from '../languages';
import type { EmojiNames } from '../languages/emoji';
import type { NumberTable, NumberWords } from '../languages/numbers';
import type { Pace } from '../languages/pace';
import type { PhraseKey, Resource, Understood } from '../languages/resource';
import type { Written } from '../languages/written';
import { memoize } from './memoize';
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
    | 'one'
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
  /** How it writes what it says in other words, where that is known. */
  readonly written?: Written;
  /** How answers to what was offered or asked are worded. */
  readonly answers: AnswerLanguage;
  say(key: PhraseKey, options?: PhraseOptions): string;
  /** All wordings of a phrase, one after the other. */
  all(key: PhraseKey, values?: Values): string;
}

const FALLBACK = 'en';

const ofLocale = memoize((locale: string): Phrases => {
  const known = [locale, languageOf(locale)].find((name) => LANGUAGES[name]?.words !== undefined);
  return known === undefined ? foreign(FALLBACK) : createPhrases(known, false, /^[a-z]+-([A-Z]{2})$/.exec(locale)?.[1]);
});
const foreign = memoize((language: string) => createPhrases(language, true));

/** The words for a locale as Alexa sends it; English where its language is not spoken yet. */
export function phrases(locale: string): Phrases {
  return ofLocale(locale);
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? locale;
}

/** What a region says differently is its own; the rest is its language's, and what that lacks is English. */
function createPhrases(language: string, isForeign: boolean, region?: string): Phrases {
  const own = [...new Set([language, languageOf(language)])].flatMap((name) => LANGUAGES[name] ?? []);
  const all = [...own, LANGUAGES[FALLBACK]];
  const first = <Part>(parts: readonly (Part | undefined)[]) => parts.find((part) => part !== undefined) as Part;
  const words = once((): readonly Partial<Resource>[] => all.map((data) => data?.words?.() ?? {}));
  const understood = once(() => first(words().map((one) => one.understood)));
  const pace = once(() => first(words().map((one) => one.pace)));
  const numbers = once(() => first(all.map((data) => data?.numbers))());
  const numberWords = once(() => first(all.map((data) => data?.numberWords))());
  const emoji = once(() => first(all.map((data) => data?.emoji))());
  const written = once(() => own.find((data) => data.written)?.written?.());
  const answers = once(() => first(all.map((data) => data?.answers))());
  const variant = memoize((context: PhraseOptions['context']) =>
    memoize((key: PhraseKey) => wordingsIn(words(), key, context)),
  );
  return {
    language,
    ...(region && { region }),
    isForeign,
    get understood() {
      return understood();
    },
    get pace() {
      return pace();
    },
    get numbers() {
      return numbers();
    },
    get numberWords() {
      return numberWords();
    },
    get emoji() {
      return emoji();
    },
    get written() {
      return written();
    },
    get answers() {
      return answers();
    },
    say(key, { turn = 0, context, values } = {}) {
      const choice = variant(context)(key);
      const wording = choice[Math.abs(turn) % choice.length] ?? choice[0] ?? '';
      return filled(wording, values);
    },
    all: (key, values) => filled(variant(undefined)(key).join(' '), values),
  };
}
