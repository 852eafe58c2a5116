import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { hi } from './hi';
import { it } from './it';
import { ja } from './ja';
import type { Language } from './language';
import { nl } from './nl';
import { pt } from './pt';

/** The languages that are complete. */
export const LANGUAGES: Readonly<Record<string, Language>> = { ar, de, en, es, fr, hi, it, ja, nl, pt };

/** What is known of all, also of those that are not complete yet. Aloud speaks English in these. */
export const LANGUAGE_PARTS: Readonly<Record<string, Partial<Language>>> = {
  ...LANGUAGES,
};
