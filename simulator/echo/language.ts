import ar from './languages/ar.json';
import de from './languages/de.json';
import en from './languages/en.json';
import es from './languages/es.json';
import fr from './languages/fr.json';
import hi from './languages/hi.json';
import it from './languages/it.json';
import ja from './languages/ja.json';
import nl from './languages/nl.json';
import pt from './languages/pt.json';

/** How people speak to Alexa herself in a language. */
export interface EchoLanguage {
  /** What wakes an Echo. */
  readonly wake: readonly string[];
  /** What may stand before a launch word, and launch words before the name of a skill. */
  readonly polite: readonly string[];
  readonly launch: readonly string[];
  /** What may stand right before the name: "the". */
  readonly articles: readonly string[];
  /** What stands behind the name where that opens the skill: "… を開いて". */
  readonly opens: readonly string[];
  /** What stands behind the name and before a request, and belongs to the name: "… で". */
  readonly joins: readonly string[];
  /** What joins a request to a name at the end: "… with". */
  readonly atTheEnd: readonly string[];
  /** What may stand between the name and a request, and is counted to the invocation; the longer first. */
  readonly connecting: readonly string[];
  /** By built-in intent, what is said for it. */
  readonly builtIns: Readonly<Record<string, readonly string[]>>;
}

const LANGUAGES: Readonly<Record<string, EchoLanguage>> = { ar, de, en, es, fr, hi, it, ja, nl, pt };

export const DEFAULT_LOCALE = 'en-US';

/** Throws for a locale that Alexa does not speak. */
export function echoLanguage(locale: string): EchoLanguage {
  const found = LANGUAGES[locale.slice(0, 2)];
  if (!found) throw new Error(`Alexa does not speak ${locale}`);
  return found;
}
