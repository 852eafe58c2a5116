import type { Decision } from './decision';
import { hear, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';

/**
 * The decision without what only says why, or that it is right: "Music is the best choice", "checking, since I use that
 * most". A wish that is added to an option stays.
 */
export function withoutComment(decision: Decision, lexicon: Lexicon): Decision {
  if (decision.kind !== 'choose' || decision.rest === undefined) return decision;
  const heard = hear(decision.rest, lexicon);
  let at = 0;
  while (at < heard.texts.length - 1 && is(heard, at, CLASS.hesitations | CLASS.adverbs | CLASS.courtesies)) at++;
  const isReason = lexicon.language.reasons.includes(heard.texts[at] ?? '');
  const isPredicate = is(heard, 0, CLASS.being | CLASS.statements) && !is(heard, 0, CLASS.asking);
  if (!isReason && !(isPredicate && !isQuestion(heard.texts, lexicon))) return decision;
  const { rest: _, ...bare } = decision;
  return bare;
}

/** "is it far" asks; "is the best choice" does not. */
function isQuestion(texts: readonly string[], { language }: Lexicon): boolean {
  return language.words.subjects.includes(texts[1] ?? '');
}
