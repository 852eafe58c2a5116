import type { WordsOfFile } from './schema';

/** What people ask a business about. */
export interface Topic {
  /** As the owner calls it. */
  readonly name: string;
  /** The name and what else is said for it, as Alexa hears it; none twice. */
  readonly phrases: readonly string[];
  /** The same as the owner has written it. */
  readonly written: readonly string[];
}

export function topicsOf(topics: NonNullable<WordsOfFile['topics']>, locale: string): readonly Topic[] {
  const taken = new Set<string>();
  return Object.entries(topics).map(([name, others]) => {
    const written = [name, ...[others ?? []].flat()];
    const phrases = written
      .map((phrase) => heard(phrase, locale))
      .filter((phrase) => phrase !== '' && !taken.has(phrase) && taken.add(phrase));
    return { name, phrases, written };
  });
}

/** A text as speech recognition writes it: "Are you open on Sundays?" is `are you open on sundays`. */
export function heard(text: string, locale: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase(locale)
    .replace(/[’`´]/g, "'")
    .replace(/&/g, ' & ')
    .replace(/[^\p{L}\p{M}\p{N}'&. ]/gu, ' ')
    .replace(/(?<!\p{L})'|'(?!\p{L})/gu, ' ')
    .replace(/(?<!(?:^| )\p{L})\./gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
