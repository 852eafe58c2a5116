import { type Filling, type FoundPhrase, filledPhraseAt } from './automaton';
import { type Heard, is } from './heard';
import type { AnswerLanguage } from './language';
import { CLASS, type Lexicon } from './lexicon';
import { createPhrases, type Phrases } from './phrases';

type PronounWords = Pick<AnswerLanguage['positions'], 'pronouns' | 'counters'>;

/** Phrases with places for a number, an ordinal, a letter, a word that options are called by, or any one word. */
export function createPatterns<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  { tokenize }: Lexicon,
): Phrases<Meaning> {
  return createPhrases(phrases, tokenize);
}

/** Finds the longest pattern that begins at a token. `generic`: stems that options are called by. */
export function patternFinder<Meaning>(
  patterns: Phrases<Meaning>,
  heard: Heard,
  generic: ReadonlySet<string>,
  positions: PronounWords,
): (from: number) => FoundPhrase<Meaning> | undefined {
  const fillings = heard.texts.map((_, token) => fillingsAt(heard, token, generic, positions));
  return (from) => filledPhraseAt(patterns, heard.texts, from, (token) => fillings[token] ?? []);
}

function fillingsAt(
  heard: Heard,
  token: number,
  generic: ReadonlySet<string>,
  positions: PronounWords,
): readonly Filling[] {
  const text = heard.texts[token] ?? '';
  const found: Filling[] = [{ place: '{{word}}', to: token + 1 }];
  if (((heard.classes[token] ?? 0) & CLASS.nouns) !== 0 || generic.has(heard.stems[token] ?? '')) {
    found.push({ place: '{{noun}}', to: token + 1 });
  }
  // Letters count from the first of the alphabet.
  if (/^[a-z]$/.test(text)) found.push({ place: '{{letter}}', to: token + 1, value: (text.codePointAt(0) ?? 0) - 96 });
  for (const { from, to, parts, value, ordinal } of heard.numerals) {
    const isPronoun =
      positions.pronouns.includes(text) && to === token + 1 && isBehindWord(heard, token, generic, positions);
    if (from === token && parts === 1 && Number.isInteger(value) && !isPronoun) {
      found.push({ place: ordinal ? '{{ordinal}}' : '{{number}}', to, value });
    }
  }
  return found;
}

/** "one" is a number at the beginning and behind "number" or "option"; elsewhere it stands for a noun: "the usual one". */
function isBehindWord(heard: Heard, token: number, generic: ReadonlySet<string>, { counters }: PronounWords): boolean {
  let at = token - 1;
  while (is(heard, at, CLASS.courtesies | CLASS.hesitations | CLASS.corrections) && !is(heard, at, CLASS.approvals))
    at--;
  if (at < 0 || counters.includes(heard.texts[at] ?? '')) return false;
  return !is(heard, at, CLASS.nouns) || generic.has(heard.stems[at] ?? '');
}
