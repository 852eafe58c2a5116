import * as z from 'zod/mini';

const pronunciation = z.object({ written: z.string(), spoken: z.optional(z.string()), ipa: z.optional(z.string()) });

const words = z.object({
  name: z.optional(z.string()),
  greeting: z.optional(z.string()),
  hints: z.optional(z.array(z.string())),
  topics: z.optional(z.array(z.string())),
  pronunciations: z.optional(z.array(pronunciation)),
});

/** What runs reads of a business: `business.json`, which `npm run build` makes of the owner's file. */
export const BUSINESS_CONTENT = z.object({ locales: z.record(z.string(), words) });

/** By locale, what is heard of a business. */
export type BusinessContent = z.infer<typeof BUSINESS_CONTENT>;

/** What is heard of a business in a locale. Empty: it has no file, and the words of Aloud serve. */
export interface BusinessWords {
  readonly name?: string;
  /** Said to a new user, before the bot says anything. */
  readonly greeting?: string;
  /** What can be said, as people say it. */
  readonly hints: readonly string[];
  /** What people ask, as speech recognition writes it. It is the bot's, whatever else it may mean. */
  readonly topics: readonly string[];
  /** How its names are said: as other words, or by their sounds in IPA. */
  readonly pronunciations?: readonly { readonly written: string; readonly spoken?: string; readonly ipa?: string }[];
}

/** How a business speaks in each locale. */
export interface Business {
  (locale: string): BusinessWords;
  /** Those that its file names, or languages, its own first. Absent: it has no file. */
  readonly locales?: readonly string[];
}

/** Spoken where neither a request nor the business names a locale. */
const MAIN_LOCALE = 'en-US';

/** The first locale of a business, with the region where most speak a language that is all it names: "de-DE" for "de". */
export function mainLocaleOf({ locales: [first = MAIN_LOCALE] = [] }: Business): string {
  if (first.includes('-')) return first;
  try {
    return `${first}-${new Intl.Locale(first).maximize().region}`;
  } catch {
    return MAIN_LOCALE;
  }
}

const NOTHING: BusinessWords = { hints: [], topics: [] };

export const NO_BUSINESS: Business = () => NOTHING;

/**
 * In a locale that the file does not have, its language's words serve, else the names of the first locale. What serves is
 * put together once: the same words are the same object.
 */
export function businessOf({ locales }: BusinessContent): Business {
  const names = Object.keys(locales);
  const name = locales[names[0] ?? '']?.name;
  const exact = new Map(
    Object.entries(locales).map(([locale, words]) => [locale, wordsOf({ ...words, name: words.name ?? name })]),
  );
  const ofLanguage = new Map(names.toReversed().map((locale) => [languageOf(locale), exact.get(locale)]));
  const others = wordsOf({ name });
  const business = (locale: string) => exact.get(locale) ?? ofLanguage.get(languageOf(locale)) ?? others;
  return Object.assign(business, { locales: names });
}

function wordsOf({ hints = [], topics = [], ...words }: BusinessContent['locales'][string]): BusinessWords {
  const said = Object.entries(words).filter(([, value]) => value !== undefined);
  return { hints, topics, ...Object.fromEntries(said) };
}

/** The language of a locale, or the language itself: `en` of `en-GB`. */
export function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? locale;
}
