import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { HeardLanguage, Language } from './language';

/** The languages that are complete. */
export const LANGUAGES: Readonly<Record<string, Language>> = { en };

/** Those of which only the interaction model is written. One that becomes a `Language` moves up. */
const HEARD: Readonly<Record<string, HeardLanguage>> = { de, es, fr };

/** All that a model can be made in. */
export const MODEL_WORDS: Readonly<Record<string, HeardLanguage>> = { ...HEARD, ...LANGUAGES };
