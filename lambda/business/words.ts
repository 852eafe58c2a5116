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
export type Business = (locale: string) => BusinessWords;

const NOTHING: BusinessWords = { hints: [], topics: [] };

export const NO_BUSINESS: Business = () => NOTHING;

/** In a locale that the file does not have, its language's words serve, else the names of the first locale. */
export function businessOf({ locales }: BusinessContent): Business {
  const all = Object.entries(locales);
  return (locale) => {
    const exact = locales[locale] ?? all.find(([key]) => languageOf(key) === languageOf(locale))?.[1];
    const name = exact?.name ?? all[0]?.[1].name;
    return {
      ...NOTHING,
      ...(name !== undefined && { name }),
      ...(exact?.greeting !== undefined && { greeting: exact.greeting }),
      ...(exact?.hints && { hints: exact.hints }),
      ...(exact?.topics && { topics: exact.topics }),
      ...(exact?.pronunciations && { pronunciations: exact.pronunciations }),
    };
  };
}

/** The language of a locale, or the language itself: `en` of `en-GB`. */
export function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? locale;
}
