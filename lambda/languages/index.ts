import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { Language } from './language';

/** By language. What is absent of one is as in English. */
export const LANGUAGES: Readonly<Record<string, Partial<Language> & Pick<Language, 'wording'>>> = { de, en, es, fr };
