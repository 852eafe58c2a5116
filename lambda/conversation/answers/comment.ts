import { filledPhraseAt } from './automaton';
import { isCircumstance } from './circumstance';
import type { Decision } from './decision';
import { type Heard, has, hear, is } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import { createPhrases, type Phrases } from './phrases';
import { wordAt } from './word-at';

/** What people add to an option that asks for nothing. */
export type Comments = Phrases<'reason' | 'aside'>;

export function createComments({ language, tokenize }: Lexicon): Comments {
  return createPhrases(
    [
      ['reason', language.reasons],
      ['aside', [...language.asides, ...language.polarity.agreement]],
    ],
    tokenize,
  );
}

/**
 * The decision without what only says why, that it is right, or that this was all: "Music is the best choice", "checking,
 * since I use that most", "the suite, that's all", "the large, we are starving". A question or a wish that is added to an
 * option stays, and so does a fact that the bot may have asked for.
 */
export function withoutComment(
  decision: Decision,
  said: Heard,
  question: string | undefined,
  comments: Comments,
  lexicon: Lexicon,
): Decision {
  if (decision.kind !== 'choose' || decision.rest === undefined) return decision;
  const heard = hear(decision.rest, lexicon);
  const isComment =
    isReason(heard, comments) ||
    (isPredicate(heard, lexicon) && !isBehind(decision.rest, said, CLASS.joiners | CLASS.courtesies)) ||
    isApproval(heard) ||
    (isCircumstance(heard, question, lexicon) && !isBehind(decision.rest, said, CLASS.joiners)) ||
    isAside(heard, comments) ||
    isAside(hear(withHesitation(decision.rest, said), lexicon), comments);
  if (!isComment) return decision;
  const { rest: _, ...bare } = decision;
  return bare;
}

/** Whether the words from a token on only give a reason: "because I like it", "with her so she knows where it is". */
export function isReason(heard: Heard, comments: Comments, from = 0): boolean {
  for (let at = from; at < heard.texts.length - 1; at++) {
    if (meaningAt(heard, at, comments)?.meaning === 'reason') return true;
    if (!is(heard, at, CLASS.hesitations | CLASS.approvals | CLASS.courtesies | CLASS.light)) return false;
  }
  return false;
}

/** Whether such a word stands before it, which is no part of a rest: "tomorrow and are dogs allowed" asks. */
function isBehind(rest: string, said: Heard, classes: number): boolean {
  return is(said, tokenBefore(rest, said), classes);
}

/** "is the best choice"; but "is it far" asks. */
function isPredicate(heard: Heard, { language }: Lexicon): boolean {
  if (!is(heard, 0, CLASS.being | CLASS.statements) || is(heard, 0, CLASS.asking)) return false;
  return !language.words.subjects.includes(wordAt(heard.texts, 1));
}

const IN_APPROVAL =
  CLASS.light |
  CLASS.being |
  CLASS.statements |
  CLASS.subjects |
  CLASS.hesitations |
  CLASS.courtesies |
  CLASS.approvals;
/** "with a good view" is none. */
const BEGINS_APPROVAL =
  CLASS.approvals | CLASS.subjects | CLASS.being | CLASS.statements | CLASS.determiners | CLASS.hesitations;
const NOT_IN_APPROVAL = CLASS.negators | CLASS.asking | CLASS.adverbs | CLASS.boundaries | CLASS.wishes | CLASS.idioms;

/** "that time works best for us", "good choice". What is approved of, or of whom, is one word: more of them are a wish. */
function isApproval(heard: Heard): boolean {
  const isCounted = heard.numerals.some(({ from }) => !is(heard, from, CLASS.light));
  if (isCounted || !(is(heard, 0, BEGINS_APPROVAL) || has(heard, 0, MARK.praises))) return false;
  let isApproved = false;
  let others = 0;
  for (let at = 0; at < heard.texts.length; at++) {
    if (is(heard, at, NOT_IN_APPROVAL) || isAsked(heard, at)) return false;
    if (has(heard, at, MARK.praises)) isApproved = true;
    else if (is(heard, at, CLASS.approvals)) isApproved ||= !is(heard, at, CLASS.light | CLASS.courtesies);
    else if (!is(heard, at, IN_APPROVAL)) {
      const isNamed = is(heard, at, CLASS.nouns) || is(heard, at - 1, CLASS.determiners);
      if (!isNamed || ++others > 1) return false;
    }
  }
  return isApproved;
}

/** "is it far", "why"; but "that is lovely". */
function isAsked(heard: Heard, at: number): boolean {
  const isVerb = is(heard, at, CLASS.being | CLASS.statements) && !is(heard, at + 1, CLASS.subjects);
  return is(heard, at, CLASS.questions) && !isVerb;
}

/** Nothing but phrases of agreement and the like. */
function isAside(heard: Heard, comments: Comments): boolean {
  const end = heard.texts.length;
  let isFound = false;
  for (let at = 0; at < end; ) {
    const found = meaningAt(heard, at, comments);
    if (found?.meaning === 'aside') {
      isFound = true;
      at = found.to;
    } else if (is(heard, at, CLASS.courtesies | CLASS.hesitations | CLASS.joiners)) at++;
    else return false;
  }
  return isFound;
}

function meaningAt(heard: Heard, at: number, comments: Comments) {
  return filledPhraseAt(comments, heard.texts, at, (token) => [{ place: '{{word}}', to: token + 1 }]);
}

/** With the hesitation before it, which is no part of a rest: "maybe a game to watch". */
function withHesitation(rest: string, said: Heard): string {
  const token = tokenBefore(rest, said);
  return is(said, token, CLASS.hesitations) ? `${said.words[said.wordOf[token] ?? -1]} ${rest}` : rest;
}

/** The token that stands before a rest; -1 where none does. */
function tokenBefore(rest: string, { words, wordOf }: Heard): number {
  const all = words.join(' ');
  const before = all.slice(0, Math.max(0, all.lastIndexOf(rest))).trim();
  return before === '' ? -1 : wordOf.indexOf(before.split(' ').length - 1);
}
