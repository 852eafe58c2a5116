import { languageOf } from '../lambda/business/words';

/** The locales that Alexa has (https://developer.amazon.com/docs/custom-skills/develop-skills-in-multiple-languages.html). */
const ALEXA_LOCALES = [
  ...['ar-SA', 'de-DE', 'en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US', 'es-ES', 'es-MX', 'es-US', 'fr-CA', 'fr-FR'],
  ...['hi-IN', 'it-IT', 'ja-JP', 'nl-NL', 'pt-BR'],
] as const;

export type Locale = (typeof ALEXA_LOCALES)[number];

export const LOCALES: readonly Locale[] = ALEXA_LOCALES;

export function isLocale(key: string): key is Locale {
  return ALEXA_LOCALES.some((locale) => locale === key);
}

/**
 * Whether Amazon documents how readily a locale's fallback takes what was said (`fallbackIntentSensitivity`): English and German
 * alone.
 */
export function hasFallbackSensitivity(locale: Locale): boolean {
  return locale.startsWith('en-') || locale === 'de-DE';
}

/** The locales of a language: `en` to en-AU, en-CA, en-GB, en-IN, en-US. */
export function localesOf(language: string): readonly Locale[] {
  return ALEXA_LOCALES.filter((locale) => languageOf(locale) === language);
}
