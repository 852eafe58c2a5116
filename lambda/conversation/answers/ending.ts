import type { Decision } from './decision';
import { type Evidence, findEvidence } from './evidence';
import { beforeDeterminers, type Heard, has, heardTokens, is, isOwnerAt, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { beforeAll } from './passing';
import { missing, rank } from './ranking';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/** The option that an utterance ends with: "it's for my nan, the roses please". */
export interface Ending {
  readonly decision: Extract<Decision, { readonly kind: 'choose' }>;
  /** Where it begins, with its article. */
  readonly from: number;
  /** "please" or the like stands behind it. */
  readonly isAsked: boolean;
}

/** What decides by the words of options alone. */
export type ByName = (heard: Heard) => Decision | undefined;

/** What may stand behind the option that an utterance ends with. */
const CLOSING = CLASS.courtesies | CLASS.hesitations | CLASS.settlements;

/** The option that stands by itself at the end; none where it is denied, or hangs on a preposition or on "and". */
export function endingOf(heard: Heard, evidence: Evidence, byName: ByName, lexicon: Lexicon): Ending | undefined {
  const { texts, words, wordOf } = heard;
  const named = new Set([...evidence.values()].flatMap(({ content }) => [...content]));
  const endBefore = (end: number, classes: number) => {
    let to = end;
    while (!named.has(to - 1) && is(heard, to - 1, classes)) to--;
    return to;
  };
  const closed = endBefore(texts.length, CLOSING);
  const to = endBefore(closed, CLASS.nouns);
  const begin = beginOf(to, evidence);
  if (begin === to || isPronoun(heard, begin, to, lexicon)) return undefined;
  const only = heardTokens(words, texts.slice(begin, closed), wordOf.slice(begin, closed), lexicon);
  const decision = byName(only);
  if (decision?.kind !== 'choose' || decision.rest !== undefined) return undefined;
  const from = beforeDeterminers(heard, begin) + 1;
  if (from === 0 || isBound(heard, from, named) || isDenied(heard, from, named, lexicon)) return undefined;
  return { decision, from, isAsked: is(heard, texts.length - 1, CLASS.courtesies) && closed < texts.length };
}

/** "my sister's taking one". */
function isPronoun({ texts }: Heard, from: number, to: number, { language }: Lexicon): boolean {
  return to - from === 1 && language.positions.pronouns.includes(wordAt(texts, from));
}

/** Where the words of one and the same option begin that end at a token. */
function beginOf(end: number, evidence: Evidence): number {
  const begins = [...evidence.values()].map(({ content, light }) => {
    if (!content.has(end - 1)) return end;
    let begin = end - 1;
    while (content.has(begin - 1) || light.has(begin - 1)) begin--;
    return begin;
  });
  return Math.min(end, ...begins);
}

/** "at six", "and the suite"; but "by courier" where another option was named with the same preposition. */
function isBound(heard: Heard, from: number, named: ReadonlySet<number>): boolean {
  let before = from - 1;
  while (is(heard, before, CLASS.hesitations) && !is(heard, before, CLASS.boundaries)) before--;
  if (is(heard, before, CLASS.alternatives)) return true;
  if (is(heard, before, CLASS.boundaries) && !is(heard, before, CLASS.contrasts | CLASS.conclusions)) return true;
  if (!is(heard, before, CLASS.prepositions)) return false;
  return ![...named].some((token) => token < before && heard.texts[token - 1] === heard.texts[before]);
}

/** What stands between a negator and what it denies. */
const BETWEEN = CLASS.light | CLASS.carriers | CLASS.subjects | CLASS.hesitations | CLASS.nouns;
const REACH = 5;

function isDenied(heard: Heard, from: number, named: ReadonlySet<number>, { language }: Lexicon): boolean {
  // "she won't have it, the lower": what is denied was named.
  if (language.polarity.objects.includes(wordAt(heard.texts, from - 1))) return false;
  // "it isn't showing the invoice": the option is what is not done.
  const isVerb =
    !named.has(from - 1) &&
    !is(heard, from - 1, CLASS.approvals | CLASS.adverbs | CLASS.corrections | CLASS.boundaries);
  if (isTag(heard, from - 2)) return false;
  if (isVerb && is(heard, from - 2, CLASS.negators) && !is(heard, from - 2, CLASS.corrections)) return true;
  for (const at of range(from - REACH, from).reverse()) {
    if (named.has(at)) return false;
    if (is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections)) return true;
    if ((!is(heard, at, BETWEEN) && !isOwnerAt(heard, at)) || is(heard, at, CLASS.conclusions)) return false;
  }
  return false;
}

/** "she's moved up now, hasn't she, the improvers": what it is asked about stands before it. */
function isTag(heard: Heard, negator: number): boolean {
  if (!is(heard, negator, CLASS.negators)) return false;
  const isInverted = is(heard, negator - 1, CLASS.being | CLASS.statements) && is(heard, negator + 1, CLASS.subjects);
  return isInverted && negator > 1;
}

/** Whether anything is asked among the tokens [from, to). */
export function isAsking(heard: Heard, from: number, to: number): boolean {
  return range(from, to).some((at) => {
    if (is(heard, at, CLASS.asking)) return true;
    if (!is(heard, at, CLASS.questions) || has(heard, at, MARK.existentials)) return false;
    const isVerb = is(heard, at, CLASS.being | CLASS.statements);
    const isFirst = at === from || is(heard, at - 1, CLASS.boundaries | CLASS.corrections);
    return !isVerb || (isFirst && is(heard, at + 1, CLASS.subjects | CLASS.determiners));
  });
}

/** "the suite is lovely but my purse says single": another option was named before, and put aside. */
export function isContrasted(heard: Heard, prepared: Prepared, lexicon: Lexicon, { from, decision }: Ending): boolean {
  if (is(heard, from - 1, CLASS.negators) || isAsking(heard, 0, from) || isObject(heard, from, lexicon)) return false;
  const before = rank(findEvidence(heard, prepared, lexicon, 0, from))?.best ?? [];
  const tokens = range(0, from);
  // "I'm not sure" of Not sure
  const own = new Set(before.flatMap((hit) => (missing(hit) === 0 ? [...hit.content, ...hit.light] : [])));
  const isDenied = tokens.some(
    (token) => is(heard, token, CLASS.negators) && !is(heard, token, CLASS.corrections) && !own.has(token),
  );
  const isTurn = is(heard, from - 1, CLASS.conclusions) || isContrast(heard, from - 1);
  if (before.length === 0) return isDenied && isTurn && tokens.some((token) => is(heard, token, CLASS.subjects));
  if (before.some(({ label }) => label.index === decision.index)) return false;
  if (tokens.some((token) => token > 0 && has(heard, token, MARK.concessions))) return false;
  const isSettled = is(heard, heard.texts.length - 1, CLASS.settlements);
  return isDenied || isTurn || isSettled || tokens.some((token) => isContrast(heard, token) || isExcess(heard, token));
}

/** "but"; what follows "though" takes nothing back. */
function isContrast(heard: Heard, token: number): boolean {
  return is(heard, token, CLASS.contrasts) && !has(heard, token, MARK.concessions);
}

/** "too" in "too short". */
function isExcess(heard: Heard, token: number): boolean {
  return is(heard, token, CLASS.comparisons) && is(heard, token, CLASS.hesitations);
}

/** "I asked for a refund", "they lost the suite": what happened to it. */
function isObject(heard: Heard, from: number, { language }: Lexicon): boolean {
  const at = beforeAll(heard, from - 1, CLASS.determiners | CLASS.prepositions | CLASS.hesitations);
  // "if it can be helped"
  if (is(heard, at, CLASS.being) || is(heard, at - 1, CLASS.being)) return false;
  return isPast(heard, at, language.pastEndings);
}

function isPast(heard: Heard, token: number, endings: readonly string[]): boolean {
  return is(heard, token, CLASS.pasts) || isPastOf(wordAt(heard.texts, token), endings);
}
