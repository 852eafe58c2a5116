import { withoutNeedlessSpaces } from '../../lambda/languages/unspaced';
import { DEFAULT_LOCALE, echoLanguage } from './language';

/**
 * What people say for Amazon's standard intents. In English the phrases of Amazon's own table ("Standard Built-in Intents") and
 * their closest kin; in other languages what people would say in their place. Amazon's full lists are not public.
 */
function phrasesOf(locale: string): Readonly<Record<string, readonly string[]>> {
  return echoLanguage(locale).builtIns;
}

/** The standard intent that heard words stand for. */
export function builtInIntent(words: string, locale = DEFAULT_LOCALE): string | undefined {
  const phrases = phrasesOf(locale);
  return Object.keys(phrases).find((name) => phrases[name]?.includes(withoutNeedlessSpaces(words)));
}

/** Every phrase of a standard intent that the simulator knows in a locale. */
export function builtInPhrases(locale = DEFAULT_LOCALE): ReadonlyArray<readonly [intent: string, phrase: string]> {
  return Object.entries(phrasesOf(locale)).flatMap(([name, phrases]) =>
    phrases.map((phrase) => [name, phrase] as const),
  );
}
