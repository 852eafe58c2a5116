import { languageOf } from '../lambda/business/words';
import { type Choices, choicesOf } from './choices';
import { isLocale, type Locale, localesOf } from './locales';
import type { Path } from './problem';
import type { BusinessFile, FACTS, WordsOfFile } from './schema';
import { type Topic, topicsOf } from './topics';

/** What the file says for a locale: its own words, else its language's, else those at the top. */
export interface LocaleWords extends Omit<WordsOfFile, 'topics' | 'choices'> {
  readonly locale: Locale;
  readonly topics: readonly Topic[];
  readonly choices: Choices;
}

/** A business, as its file has it: nothing is made up for what is not there. */
export interface Business extends Pick<BusinessFile, keyof typeof FACTS> {
  /** The locales in which the skill is published. */
  readonly locales: readonly LocaleWords[];
}

type Field = keyof WordsOfFile;

export function toBusiness(file: BusinessFile): Business {
  const { category, countries, contact, testingInstructions } = file;
  const locales = publishedLocales(file).map((locale) => wordsFor(file, locale));
  return { category, countries, contact, testingInstructions, locales };
}

/** A locale that is named is published; a language is published in all its locales, unless some of them are named. */
export function publishedLocales({ locales }: Pick<BusinessFile, 'locales'>): readonly Locale[] {
  const named = Object.keys(locales).filter(isLocale);
  const whole = Object.keys(locales)
    .filter((key) => !isLocale(key) && !named.some((locale) => languageOf(locale) === key))
    .flatMap(localesOf);
  return [...new Set([...named, ...whole])].toSorted();
}

function wordsFor(file: BusinessFile, locale: Locale): LocaleWords {
  const { category: _, countries: __, contact: ___, testingInstructions: ____, locales, ...top } = file;
  const { topics, choices = [], ...words } = { ...top, ...locales[languageOf(locale)], ...locales[locale] };
  return { ...words, locale, topics: topicsOf(topics ?? {}, locale), choices: choicesOf(choices, locale) };
}

/** Where the file says a word of a locale, or would have to say it. */
export function pathOf(file: BusinessFile, locale: string, field: Field): Path {
  const places = [locale, languageOf(locale)].filter((key) => file.locales[key]?.[field] !== undefined);
  const [place] = places;
  if (place !== undefined) return ['locales', place, field];
  if (file[field] !== undefined) return [field];
  return ['locales', locale in file.locales ? locale : languageOf(locale), field];
}
