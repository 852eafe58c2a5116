import type { BotWords } from '../bot-abroad';
import ar from './ar.json';
import de from './de.json';
import es from './es.json';
import fr from './fr.json';
import hi from './hi.json';
import it from './it.json';
import ja from './ja.json';
import nl from './nl.json';
import pt from './pt.json';

/** What the demo's bot says in other languages than English. Lists of pairs are lists of lists to TypeScript. */
export const ABROAD = { ar, de, es, fr, hi, it, ja, nl, pt } as unknown as Readonly<Record<string, BotWords>>;
