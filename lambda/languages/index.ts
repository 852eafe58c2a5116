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

/** The languages that Aloud speaks. */
export const LANGUAGES: Readonly<Record<string, Language>> = { ar, de, en, es, fr, hi, it, ja, nl, pt };
