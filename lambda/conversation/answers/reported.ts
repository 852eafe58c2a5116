import type { Decision } from './decision';
import type { Evidence } from './evidence';
import { beforeDeterminers, type Heard, has, is, range } from './heard';
import { isInquiry } from './inquiry';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { missing, rank } from './ranking';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/** These make more of it than a report of what the matter is. */
const MORE = CLASS.negators | CLASS.corrections | CLASS.contrasts | CLASS.asking | CLASS.idioms | CLASS.alternatives;

/**
 * Asked what the matter is, the option that a statement reports: its words are told of each other ("my card was stolen" of
 * Lost or stolen card), or all of them are said to be there ("there's a blocked drain outside the school").
 */
export function byReport(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  said: () => Evidence,
): Decision | undefined {
  if (!prepared.isMatter || is(heard, 0, CLASS.questions)) return undefined;
  const best = rank(said());
  const [hit, ...others] = best?.best ?? [];
  if (!hit || others.length > 0 || best?.second || isInquiry(heard)) return undefined;
  const own = [...hit.content].sort((one, other) => one - other);
  const [from = 0] = own;
  const to = (own.at(-1) ?? 0) + 1;
  if (range(0, heard.texts.length).some((at) => is(heard, at, MORE) && !hit.content.has(at))) return undefined;
  const isThere =
    missing(hit) === 0 && !is(heard, from, CLASS.light) && isThereNow(heard, beforeDeterminers(heard, from));
  const isWhole = missing(hit) === 0 && isHappening(heard, own, from, to, lexicon);
  const isFaulty = missing(hit) === 0 && isAtFault(heard, from, to, prepared.isPastAsked(), lexicon);
  const isTold = isToldOfItself(heard, own, from, to, lexicon) || isToldBehind(heard, own, from, to);
  if (!isThere && !isWhole && !isFaulty && !isTold) return undefined;
  return { kind: 'choose', index: hit.label.index, rule: 'clause', confidence: LIKELY };
}

const LIKELY = 0.7;

/** "you sent me the wrong item", "it came damaged": nothing is told but that it happened. */
function isHappening(heard: Heard, own: readonly number[], from: number, to: number, lexicon: Lexicon): boolean {
  const { pastEndings } = lexicon.language;
  const isPast = (at: number) => is(heard, at, CLASS.pasts) || isPastOf(wordAt(heard.texts, at), pastEndings);
  const before = range(0, from);
  const isPlain = (at: number) =>
    is(heard, at, FILLER | CLASS.statements) || isPast(at) || has(heard, at, MARK.grievances);
  const isDone = before.some((at) => isPast(at) || has(heard, at, MARK.grievances));
  const isFault = own.length > 1 || isPast(from);
  return isFault && isDone && is(heard, 0, CLASS.subjects) && before.every(isPlain) && isOver(heard, to);
}

/** "the brakes are squealing", "my gearbox keeps jumping", "screen's broken": what an option does or is, and it is the subject. */
function isAtFault(heard: Heard, from: number, to: number, isPastAsked: boolean, { language }: Lexicon): boolean {
  const isFirst = range(0, from).every((at) => is(heard, at, CLASS.hesitations | CLASS.determiners));
  const isNow = is(heard, to, CLASS.being) && (isPastAsked || !is(heard, to, CLASS.pasts));
  let state = to + 1;
  while (is(heard, state, CLASS.hesitations)) state++;
  const isDoing = heard.classes[state] === 0 && isPastOf(wordAt(heard.texts, state), language.participleEndings);
  const isBroken = has(heard, state, MARK.facts) && isOver(heard, state + 1);
  const isSubject = is(heard, from - 1, CLASS.determiners) && ((isNow && isDoing) || has(heard, to, MARK.continuing));
  return isFirst && (isSubject || (isNow && isBroken));
}

/** "my passport was damaged", "the drain is blocked": a subject, a verb, and nothing behind it but more of the same thought. */
function isToldOfItself(
  heard: Heard,
  own: readonly number[],
  from: number,
  to: number,
  { language }: Lexicon,
): boolean {
  const between = range(from, to).filter((at) => !own.includes(at));
  const isVerb = (at: number) =>
    is(heard, at, CLASS.being | CLASS.pasts) || isPastOf(wordAt(heard.texts, at), language.pastEndings);
  return between.length > 0 && between.every(isVerb) && isOver(heard, to) && is(heard, from - 1, CLASS.determiners);
}

/** "बॉक्स खराब हो गया है", where the verb comes last: nothing but that stands behind several words of the option. */
function isToldBehind(heard: Heard, own: readonly number[], from: number, to: number): boolean {
  if (!heard.isVerbLast || own.length < 2) return false;
  const isVerb = (at: number) => is(heard, at, VERBS);
  return (
    range(0, from).every((at) => is(heard, at, FILLER)) &&
    range(from, heard.texts.length).every((at) => at < to || isVerb(at))
  );
}

const VERBS = CLASS.being | CLASS.pasts | CLASS.statements | CLASS.light;

function isOver(heard: Heard, to: number): boolean {
  return range(to, heard.texts.length).every((at) => is(heard, at, CLASS.hesitations | CLASS.courtesies));
}

/** "there's a"; but "we had the boiler serviced". */
function isThereNow(heard: Heard, at: number): boolean {
  return has(heard, at, MARK.existentials) && !is(heard, at, CLASS.pasts);
}
