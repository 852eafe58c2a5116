import { type Filling, type FoundPhrase, filledPhraseAt } from './automaton';
import { type Heard, is } from './heard';
import type { AnswerLanguage } from './language';
import { CLASS, type Lexicon } from './lexicon';
import { createPhrases, type Phrases } from './phrases';
import { wordAt } from './word-at';

type PronounWords = Pick<AnswerLanguage['positions'], 'pronouns' | 'counters'>;

/** Phrases with places for a number, an ordinal, a letter, a word that options are called by, or any one word. */
export function createPatterns<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  { tokenize }: Lexicon,
): Phrases<Meaning> {
  return createPhrases(phrases, tokenize);
}

/** What options are called by, and the stems of their labels. */
export interface Named {
  readonly generic: ReadonlySet<string>;
  readonly stems?: ReadonlyMap<string, unknown>;
}

/** Finds the longest pattern that begins at a token. */
export function patternFinder<Meaning>(
  patterns: Phrases<Meaning>,
  heard: Heard,
  named: Named,
  positions: PronounWords,
): (from: number) => FoundPhrase<Meaning> | undefined {
  const known: (readonly Filling[])[] = [];
  const fill = (token: number) => {
    const fillings = known[token] ?? fillingsAt(heard, token, named, positions);
    known[token] = fillings;
    return fillings;
  };
  return (from) => filledPhraseAt(patterns, heard.texts, from, fill);
}

function fillingsAt(heard: Heard, token: number, named: Named, positions: PronounWords): readonly Filling[] {
  const text = wordAt(heard.texts, token);
  const found: Filling[] = [{ place: '{{word}}', to: token + 1 }];
  if (is(heard, token, CLASS.nouns) || named.generic.has(wordAt(heard.stems, token))) {
    found.push({ place: '{{noun}}', to: token + 1 });
  }
  // Letters count from the first of the alphabet.
  if (/^[a-z]$/.test(text)) found.push({ place: '{{letter}}', to: token + 1, value: (text.codePointAt(0) ?? 0) - 96 });
  for (const { from, to, parts, value, ordinal } of heard.numerals) {
    const isPronoun =
      positions.pronouns.includes(text) && to === token + 1 && isBehindWord(heard, token, named, positions);
    if (from === token && parts === 1 && Number.isInteger(value) && !isPronoun) {
      found.push({ place: ordinal ? '{{ordinal}}' : '{{number}}', to, value });
    }
  }
  return found;
}

/** "one" is a number at the beginning and behind "number" or "option"; elsewhere it stands for a noun: "the usual one". */
function isBehindWord(heard: Heard, token: number, { generic, stems }: Named, { counters }: PronounWords): boolean {
  let at = token - 1;
  while (is(heard, at, CLASS.courtesies | CLASS.hesitations | CLASS.corrections) && !is(heard, at, CLASS.approvals))
    at--;
  if (at < 0 && stems && isLimited(heard, token, { stems })) return true;
  if (at < 0 || counters.includes(wordAt(heard.texts, at))) return false;
  const stem = wordAt(heard.stems, at);
  return !is(heard, at, CLASS.nouns) || generic.has(stem) || (stems?.has(stem) ?? false);
}

/** "one with a garden": a word of options tells which one. */
export function isLimited(heard: Heard, token: number, { stems }: Required<Pick<Named, 'stems'>>): boolean {
  if (!is(heard, token + 1, CLASS.prepositions)) return false;
  let at = token + 2;
  while (is(heard, at, CLASS.determiners)) at++;
  return stems.has(wordAt(heard.stems, at));
}
