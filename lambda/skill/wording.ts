import { once } from '../conversation/answers/once';
import { LANGUAGE_PARTS } from '../languages';
import type { Wording } from '../languages/wording';

/** What of a carrier the bot is to hear. */
export interface Opening {
  readonly words: string;
  /** Part of the request in a conversation, but not in a one-shot. */
  readonly connecting: boolean;
}

/** The languages that a model can be made in. */
export const MODEL_LANGUAGES: readonly string[] = Object.keys(LANGUAGE_PARTS).filter(
  (name) => LANGUAGE_PARTS[name]?.wording,
);

const OPENINGS = new Map(MODEL_LANGUAGES.map((language) => [language, once(() => openingsOf(wordingOf(language)))]));

/** The wording for a locale. Throws for a language that no model is made in. */
export function wordingOf(locale: string): Wording {
  const wording = LANGUAGE_PARTS[languageOf(locale)]?.wording?.();
  if (!wording) throw new Error(`there is no wording for ${locale}`);
  return wording;
}

/** By the name of its intent, what an utterance opened with. */
export function openingsOf({ connectingWords, openings }: Wording): ReadonlyMap<string, Opening> {
  const all = [
    ...connectingWords.map((words) => ({ words, connecting: true })),
    ...sentenceOpenings(openings).map((words) => ({ words, connecting: false })),
  ];
  const taken = new Set<string>();
  return new Map(
    all.map((opening) => {
      let name = intentNameOf(opening.words);
      // Alexa does not tell capitals apart: "wie viel" is not "wieviel".
      while (taken.has(name.toLowerCase())) name = name.replace(/Intent$/, '_Intent');
      taken.add(name.toLowerCase());
      return [name, opening];
    }),
  );
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
  return OPENINGS.get(languageOf(locale))?.().get(intentName);
}

/** "i'd like to" is `I_dLikeToIntent`: Alexa takes Latin letters and underscores. An accent counts: "que" is not "qué". */
function intentNameOf(words: string): string {
  const parts = words
    .normalize('NFD')
    .replace(/[^a-z ]/g, '_')
    .split(' ');
  return `${parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}Intent`;
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? '';
}
