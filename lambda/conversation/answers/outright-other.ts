import type { Span } from './clause-bounds';
import { type Heard, has, is, range } from './heard';
import { CLASS, MARK } from './lexicon';
import type { Prepared } from './offer';
import { wordAt } from './word-at';

/** What may stand behind an option that an utterance ends with. */
export const CLOSING = CLASS.courtesies | CLASS.settlements | CLASS.hesitations;

/** Whether words around an option make another thing of it: "an electric guitar", "space for a pram", "my old trout"; "the trout farm", "trout fishing". */
export function isPartOfOther(heard: Heard, begin: number, { from, to }: Span, { generic }: Prepared): boolean {
  const isUnknown = (at: number) =>
    at >= begin && (heard.classes[at] === 0 || isNumeral(heard, at)) && !generic.has(wordAt(heard.stems, at));
  let next = to;
  while (is(heard, next, CLASS.nouns) || generic.has(wordAt(heard.stems, next))) next++;
  if (isUnknown(next)) return true;
  let at = from - 1;
  while (at >= begin && is(heard, at, CLASS.approvals | CLASS.hesitations)) at--;
  const isArticle = is(heard, at, CLASS.determiners);
  const isPicked = range(begin, from).some((before) => has(heard, before, MARK.picks));
  if (isArticle && has(heard, at, MARK.possessives) && !isPicked) return true;
  while (is(heard, at, CLASS.determiners)) at--;
  if (is(heard, at, CLASS.prepositions)) return !isPicked && isUnknown(at - 1);
  if (!isUnknown(at) || isArticle) return false;
  if (!isClosed(heard, to)) return true;
  while (isUnknown(at)) at--;
  return is(heard, at, CLASS.determiners);
}

/** Whether a token is of a number. */
export function isNumeral({ isNumber }: Heard, at: number): boolean {
  return isNumber[at] === true;
}

/** "please" or "it is" ends the utterance behind it. */
function isClosed(heard: Heard, to: number): boolean {
  const rest = range(to, heard.texts.length);
  return rest.length > 0 && rest.every((at) => is(heard, at, CLOSING));
}
