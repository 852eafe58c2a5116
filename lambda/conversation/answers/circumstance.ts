import { isAsking } from './ending';
import { type Heard, has, hear, is, range } from './heard';
import type { AnswerLanguage } from './language';
import { CLASS, type Lexicon, MARK } from './lexicon';
import { isAboutMatter } from './matter';
import { isNounClause } from './verbs';

/**
 * Whether what was said beyond an option only tells the circumstances of the choice: "full cover, my husband drives like a
 * maniac". To a bot that asks what the matter is they are the matter ("the phone, it crackles"), and so are numbers and times
 * to any: "my child, she's three".
 */
export function isCircumstance(rest: Heard, question: string | undefined, lexicon: Lexicon): boolean {
  if (question === undefined || isAboutMatter(hear(question, lexicon))) return false;
  let from = 0;
  while (is(rest, from, CLASS.hesitations) && !is(rest, from, CLASS.subjects)) from++;
  if (!isStatement(rest, from, lexicon.language) || isAsking(rest, 0, rest.texts.length) || hasTag(rest)) return false;
  const isTold = rest.numerals.some((one) => !is(rest, one.from, CLASS.light | CLASS.nouns));
  // "the kids love it" wishes nothing of the bot.
  const more = is(rest, from, CLASS.determiners) ? CLASS.adverbs : CLASS.adverbs | CLASS.wishes;
  return !isTold && !range(from, rest.texts.length).some((at) => is(rest, at, more));
}

/** "it hasn't got windows, has it". */
function hasTag(rest: Heard): boolean {
  const last = rest.texts.length - 1;
  return is(rest, last, CLASS.subjects) && is(rest, last - 1, CLASS.being | CLASS.statements);
}

/** "it had the porch", "my husband drives", "although he barks". */
function isStatement(rest: Heard, from: number, { pastEndings }: AnswerLanguage): boolean {
  if (has(rest, from, MARK.concessions)) return true;
  if (is(rest, from, CLASS.subjects)) return from + 1 < rest.texts.length;
  return isNounClause(rest, from, pastEndings);
}
