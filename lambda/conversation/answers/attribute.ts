import type { Anchor } from './context';
import { type Heard, is, range } from './heard';
import type { AnswerLanguage } from './language';
import { CLASS } from './lexicon';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/**
 * Whether the words of an option only describe something that is spoken of: "the small I bought has shrunk", "this afternoon
 * I'm at work".
 */
export function isAttribute(heard: Heard, anchor: Anchor, language: AnswerLanguage): boolean {
  return isRelative(heard, anchor, language) || isTimeOfStatement(heard, anchor, language);
}

/** "the large we had on sunday was cold": two verbs, the first of them in the past and with a subject. */
function isRelative(heard: Heard, { from, to }: Anchor, language: AnswerLanguage): boolean {
  if (!is(heard, from - 1, CLASS.determiners) || !isPerson(heard, to, language)) return false;
  let first = to + 1;
  while (is(heard, first, CLASS.hesitations | CLASS.subjects)) first++;
  if (!isPast(heard, first, language) || is(heard, first, CLASS.being)) return false;
  for (const at of range(first + 1, heard.texts.length)) {
    if (is(heard, at, CLASS.boundaries | CLASS.subjects)) return false;
    if (is(heard, at, CLASS.statements) || isPast(heard, at, language)) return true;
  }
  return false;
}

function isPast(heard: Heard, token: number, { pastEndings }: AnswerLanguage): boolean {
  return is(heard, token, CLASS.pasts) || isPastOf(wordAt(heard.texts, token), pastEndings);
}

/** What may be left out of: "the small you sent", not "the small it has". */
function isPerson(heard: Heard, token: number, { polarity }: AnswerLanguage): boolean {
  const text = wordAt(heard.texts, token);
  return is(heard, token, CLASS.subjects) && !is(heard, token, CLASS.determiners) && !polarity.objects.includes(text);
}

/** "this evening I'm at a wedding": when something else is, and not what is chosen. */
function isTimeOfStatement(heard: Heard, { from, to }: Anchor, { clock }: AnswerLanguage): boolean {
  let before = from - 1;
  while (is(heard, before, CLASS.determiners)) before--;
  // "after his bath he was sick"
  const isOrder = is(heard, before, CLASS.comparisons) && is(heard, before, CLASS.prepositions);
  const text = wordAt(heard.texts, to - 1);
  const isTime = isOrder || is(heard, to - 1, CLASS.adverbs) || clock.am.includes(text) || clock.pm.includes(text);
  const isFramed = is(heard, from - 1, CLASS.prepositions | CLASS.determiners);
  const verbs = isOrder ? CLASS.being | CLASS.statements | CLASS.wishes : CLASS.being;
  const isClause = is(heard, to, CLASS.subjects) && is(heard, to + 1, verbs);
  let next = to + 2;
  // "this evening it's really okay"
  while (is(heard, next, CLASS.hesitations) && !is(heard, next, CLASS.approvals)) next++;
  const isApproved = is(heard, to, CLASS.approvals) || is(heard, next, CLASS.approvals);
  if (!isTime || !isFramed || !isClause || isApproved) return false;
  return heard.texts.slice(0, from).every((_, at) => is(heard, at, OPENING));
}

const OPENING = CLASS.prepositions | CLASS.determiners | CLASS.courtesies | CLASS.hesitations;
