import { type Heard, has, is, range } from './heard';
import type { AnswerLanguage } from './language';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Mention } from './mention';
import type { Prepared } from './offer';
import { isRefused } from './opening';
import { behindAll } from './passing';
import { isNounClause } from './verbs';
import { wordAt } from './word-at';

/** Nothing but asides follows. */
export function isEnd(heard: Heard, to: number): boolean {
  return range(to, heard.texts.length).every((at) => is(heard, at, ASIDES | CLASS.nouns));
}

/** Behind the option nothing is said of it, or added to its name: the utterance ends, or another thought begins. */
export function isSettled(heard: Heard, { to }: Mention, { generic }: Prepared, { language }: Lexicon): boolean {
  const isAround = (token: number) => is(heard, token, ASIDES | CLASS.nouns) || generic.has(wordAt(heard.stems, token));
  const at = range(to, heard.texts.length).find((token) => !isAround(token) || isThought(heard, token, language));
  if (at === undefined) return true;
  if (isRefused(heard, at)) return false;
  if (is(heard, at, CLASS.being | CLASS.statements)) return isApproved(heard, at);
  if (is(heard, at, CLASS.contrasts)) return !range(at, heard.texts.length).some((next) => is(heard, next, DOUBT));
  // "phone me"
  if (at === to && has(heard, at, MARK.objects) && isEnd(heard, at + 1)) return true;
  if (is(heard, at, CLASS.negators) || has(heard, at, MARK.objects)) return false;
  const isPhrase = is(heard, at, CLASS.prepositions) && at + 1 < heard.texts.length;
  return isThought(heard, at, language) || isPhrase || language.reasons.includes(wordAt(heard.texts, at));
}

const ASIDES = CLASS.courtesies | CLASS.hesitations | CLASS.approvals | CLASS.settlements;
const DOUBT = CLASS.negators | CLASS.questions | CLASS.asking;

/** Another clause begins: "it's", "my sister said", "if", "and"; but "change the name" goes on. */
function isThought(heard: Heard, at: number, { pastEndings }: AnswerLanguage): boolean {
  if (is(heard, at, CLASS.subjects | CLASS.boundaries) || has(heard, at, MARK.subordinators)) return true;
  return isNounClause(heard, at, pastEndings);
}

const PREDICATE =
  CLASS.being | CLASS.statements | CLASS.settlements | CLASS.hesitations | CLASS.determiners | CLASS.light;

/** "is plenty", "would be lovely", "it is": said of an option that is wanted. */
export function isApproved(heard: Heard, from: number): boolean {
  const end = heard.texts.length;
  const at = range(from, end).find((token) => !is(heard, token, PREDICATE) || is(heard, token, CLASS.approvals));
  if (at === undefined) return is(heard, end - 1, CLASS.settlements);
  return is(heard, at, CLASS.approvals) || has(heard, at, MARK.praises);
}

/** "since this morning", "because", "if". */
export function isBecause(heard: Heard, to: number): boolean {
  return has(heard, behindAll(heard, to, ASIDES), MARK.subordinators);
}
