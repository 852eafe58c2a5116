import { phraseAt } from './automaton';
import { type Heard, heardTokens, is } from './heard';
import { CLASS, type Entry, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import type { Posting } from './postings';
import { wordAt } from './word-at';

/** What may have been said instead of a word that sounds the same. */
export interface Substitute {
  readonly heard: Heard;
  /** The token that another word stands for; `undefined` where it is all letters. */
  readonly at?: number;
}

/** Words of the labels that sound like what was said, one by one, and letters by their names. */
export function* substitutes(heard: Heard, prepared: Prepared, lexicon: Lexicon): Generator<Substitute> {
  const { texts, words, wordOf, entries } = heard;
  for (const [at, { alike }] of entries.entries()) {
    if (heard.fixed[at]) continue;
    const offered = alike.filter((other) => isOffered(lexicon.entry(other), prepared));
    if (offered.length === 0 || meansItself(heard, at, lexicon)) continue;
    // "I see" is no Row C, and "you" no Yew.
    const isBeside = [entries[at - 1], entries[at + 1]].some((beside) => beside && isOffered(beside, prepared));
    const isOpen = isBeside || !isFunctional(heard, at) || isOnlyWord(heard, at) || isNoun(heard, at, lexicon);
    for (const other of offered) {
      const isLetter = other.length === 1 && texts.length > 1 && !isBeside;
      const isNumber = lexicon.entry(other).numberKey !== undefined;
      if (isLetter || (!isOpen && !(isNumber && mayCount(heard, at, prepared)))) continue;
      const changed = texts.map((known, token) => (token === at ? other : known));
      yield { heard: heardTokens(words, changed, wordOf, lexicon), at };
    }
  }
  const letters = entries.map(({ alike }, at) => alike.find((other) => other.length === 1) ?? wordAt(texts, at));
  if (letters.filter((letter, at) => letter !== texts[at]).length > 1)
    yield { heard: heardTokens(words, letters, wordOf, lexicon) };
}

/** Whether a word of a label that says something sounds so, or is it. */
export function isOffered({ stem, numberKey }: Entry, { stems }: Prepared): boolean {
  return saysMore(stems.get(stem)) || saysMore(stems.get(numberKey ?? ''));
}

function saysMore(postings: readonly Posting[] | undefined): boolean {
  return postings?.some(({ label, items }) => items.some((item) => label.items[item]?.content)) ?? false;
}

/** So many words may stand in a phrase before the one that means itself: "(can) i have read". */
const LONGEST_BEFORE = 4;

/** "take your time" is no thyme. */
export function meansItself({ texts }: Heard, at: number, { meant }: Lexicon): boolean {
  for (let from = at - LONGEST_BEFORE; from <= at; from++) {
    const found = phraseAt(meant, texts, from);
    if (found && at < found.to) return true;
  }
  return false;
}

/** "number to", "for tickets", "to of us"; but "want to order", "say hello to them", "talk too much". */
function mayCount(heard: Heard, at: number, { generic }: Prepared): boolean {
  const next = at + 1;
  if (next >= heard.texts.length || generic.has(wordAt(heard.stems, next))) return true;
  return heard.isNumber[next] === true || is(heard, next, COUNTED);
}

const COUNTED =
  CLASS.courtesies | CLASS.hesitations | CLASS.nouns | CLASS.prepositions | CLASS.adverbs | CLASS.boundaries;

const FUNCTIONAL =
  CLASS.light |
  CLASS.subjects |
  CLASS.questions |
  CLASS.being |
  CLASS.negators |
  CLASS.determiners |
  CLASS.prepositions |
  CLASS.asking |
  CLASS.boundaries |
  CLASS.alternatives |
  CLASS.statements;

function isFunctional(heard: Heard, at: number): boolean {
  return is(heard, at, FUNCTIONAL);
}

/** "a you": behind an article that counts, such a word is no pronoun, but was misheard. */
export function isNoun(heard: Heard, at: number, { language: { positions } }: Lexicon): boolean {
  return is(heard, at, CLASS.subjects) && positions.single.includes(wordAt(heard.texts, at - 1));
}

const AROUND = CLASS.courtesies | CLASS.determiners;

function isOnlyWord(heard: Heard, at: number): boolean {
  return heard.texts.every((_, token) => token === at || is(heard, token, AROUND));
}
