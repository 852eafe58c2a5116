import { type Filling, type FoundPhrase, filledPhraseAt } from './automaton';
import type { Heard } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import { createPhrases, type Phrases } from './phrases';

/** Phrases with places for a number, an ordinal, a letter, or a word that options are called by. */
export function createPatterns<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  { tokenize }: Lexicon,
): Phrases<Meaning> {
  return createPhrases(phrases, (text) => tokenize(text).texts);
}

/** Finds the longest pattern that begins at a token. `generic`: stems that options are called by. */
export function patternFinder<Meaning>(
  patterns: Phrases<Meaning>,
  heard: Heard,
  generic: ReadonlySet<string>,
  pronouns: readonly string[],
): (from: number) => FoundPhrase<Meaning> | undefined {
  const fillings = heard.texts.map((_, token) => fillingsAt(heard, token, generic, pronouns));
  return (from) => filledPhraseAt(patterns, heard.texts, from, (token) => fillings[token] ?? []);
}

function fillingsAt(
  heard: Heard,
  token: number,
  generic: ReadonlySet<string>,
  pronouns: readonly string[],
): readonly Filling[] {
  const text = heard.texts[token] ?? '';
  const found: Filling[] = [];
  if (((heard.classes[token] ?? 0) & CLASS.nouns) !== 0 || generic.has(heard.stems[token] ?? '')) {
    found.push({ place: '{{noun}}', to: token + 1 });
  }
  // Letters count from the first of the alphabet.
  if (/^[a-z]$/.test(text)) found.push({ place: '{{letter}}', to: token + 1, value: (text.codePointAt(0) ?? 0) - 96 });
  for (const { from, to, parts, value, ordinal } of heard.numerals) {
    // "one" is no number behind what an option is called: "the red one".
    const isPronoun =
      pronouns.includes(text) &&
      to === token + 1 &&
      (heard.texts[token - 1] === 'the' || generic.has(heard.stems[token - 1] ?? ''));
    if (from === token && parts === 1 && Number.isInteger(value) && !isPronoun) {
      found.push({ place: ordinal ? '{{ordinal}}' : '{{number}}', to, value });
    }
  }
  return found;
}
