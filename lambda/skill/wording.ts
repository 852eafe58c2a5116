import { createHash } from 'node:crypto';
import { LANGUAGES } from '../languages';
import { joined } from '../languages/unspaced';
import type { Wording } from '../languages/wording';

/** What of a carrier the bot is to hear. */
export interface Opening {
  readonly words: string;
  /** Part of the request in a conversation, but not in a one-shot. */
  readonly connecting: boolean;
  /** It stands behind the words of the slot. */
  readonly closing: boolean;
  /** What stands before the slot, where the words stand behind it: "*if* … is open". */
  readonly before?: string;
}

/** The languages that a model can be made in. */
export const MODEL_LANGUAGES: readonly string[] = Object.keys(LANGUAGES).toSorted();

/** By what they are made of, which is the data of a language. */
const OPENINGS = new WeakMap<Wording, ReadonlyMap<string, Opening>>();

/** The wording for a locale. Throws for a language that no model is made in. */
export function wordingOf(locale: string): Wording {
  const wording = LANGUAGES[languageOf(locale)]?.wording();
  if (!wording) throw new Error(`there is no wording for ${locale}`);
  return wording;
}

/** By the name of its intent, what an utterance opened or closed with. */
export function openingsOf(wording: Wording): ReadonlyMap<string, Opening> {
  const known = OPENINGS.get(wording) ?? openingsAnew(wording);
  OPENINGS.set(wording, known);
  return known;
}

function openingsAnew({ connectingWords, openings, closings = [] }: Wording): ReadonlyMap<string, Opening> {
  const all: readonly Opening[] = [
    ...connectingWords.map((words) => ({ words, connecting: true, closing: false })),
    ...sentenceOpenings(openings).map((words) => ({ words, connecting: false, closing: false })),
    ...closings.map((words) => ({ words, connecting: false, closing: true })),
    ...conditionedClosings(openings.conditions, closings),
  ];
  const taken = new Set<string>();
  return new Map(
    all.map((opening) => {
      let name = intentNameOf(opening);
      // Alexa does not tell capitals apart: "wie viel" is not "wieviel".
      while (taken.has(name.toLowerCase())) name = name.replace(/Intent$/, '_Intent');
      taken.add(name.toLowerCase());
      return [name, opening];
    }),
  );
}

/** Conditions also around what ends a sentence, for the same reason as before each subject. */
function conditionedClosings(conditions: readonly string[], closings: readonly string[]): readonly Opening[] {
  return conditions.flatMap((before) => closings.map((words) => ({ words, before, connecting: false, closing: true })));
}

/**
 * Conditions also before each subject: Amazon counts "if" to the invocation where what follows fits a sample, so that the bot
 * would hear a statement.
 */
export function sentenceOpenings({
  conditions,
  conditional,
  others,
  ...openings
}: Wording['openings']): readonly string[] {
  const { questions, subjects, statements, requests, greetings } = openings;
  const behind = [...subjects, ...conditional];
  const conditioned = conditions.flatMap((word) => [word, ...behind.map((subject) => `${word} ${subject}`)]);
  return [...questions, ...subjects, ...statements, ...requests, ...greetings, ...conditioned, ...others];
}

/** What an utterance opened with that arrived as this intent; `undefined` for an intent that is not made of an opening. */
export function openingOf(intentName: string, locale: string): Opening | undefined {
  const wording = LANGUAGES[languageOf(locale)]?.wording();
  return wording && openingsOf(wording).get(intentName);
}

/** The whole of what was said: what stood in the slot, and what Alexa took away with the name of the intent. */
export function putBack({ words, closing, before }: Opening, text: string): string {
  const whole = closing ? joined(text, words) : joined(words, text);
  return before === undefined ? whole : joined(before, whole);
}

/**
 * "i'd like to" is `I_dLikeToIntent`: Alexa takes Latin letters and underscores. An accent counts: "que" is not "qué". Words in
 * other letters are named by a hash of them, so that a name stays what it is whatever else is added to the language.
 */
function intentNameOf({ before = '', closing, ...opening }: Opening): string {
  const words = `${before} ${opening.words}`.trim();
  const side = closing ? 'Closing' : '';
  if (NOT_LATIN.test(words)) return `Words_${side}${lettersOf(words)}Intent`;
  const parts = words
    .normalize('NFD')
    .replace(/[^a-z ]/g, '_')
    .split(' ');
  return `${parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}${side}Intent`;
}

const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const NAME_LENGTH = 10;

/** Ten letters that stand for words, and always the same. */
function lettersOf(words: string): string {
  const bytes = createHash('sha256').update(words.normalize('NFC')).digest().subarray(0, NAME_LENGTH);
  return [...bytes].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? '';
}
