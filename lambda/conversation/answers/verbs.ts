import { type Heard, is, range } from './heard';
import { CLASS } from './lexicon';
import { wordAt } from './word-at';

/** Whether a word has one of these endings of verbs. */
export function isPastOf(text: string, endings: readonly string[]): boolean {
  return endings.some((ending) => text.length > ending.length + 2 && text.endsWith(ending));
}

/** Whether a clause begins that somebody or something is the subject of: "my husband drives"; but "the name" goes on. */
export function isNounClause(heard: Heard, at: number, pastEndings: readonly string[]): boolean {
  // "a hundred grams"
  const isCounted = (next: number) => heard.isNumber[next] === true;
  const isVerb = (next: number) =>
    is(heard, next, CLAUSE_VERBS) || (isPastOf(wordAt(heard.texts, next), pastEndings) && !isCounted(next));
  return is(heard, at, CLASS.determiners) && range(at + 1, at + FURTHEST_VERB).some(isVerb);
}

/** So many words into a clause its verb stands at last. */
const FURTHEST_VERB = 5;
const CLAUSE_VERBS = CLASS.being | CLASS.statements | CLASS.pasts | CLASS.wishes | CLASS.negators;
