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

/** By language. What is absent of one is as in English. */
export const LANGUAGES: Readonly<Record<string, Partial<Language>>> = { ar, de, en, es, fr, hi, it, ja, nl, pt };
