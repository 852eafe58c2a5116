import type { Anchor, Kinds, Surroundings } from './context';
import { type Heard, is } from './heard';
import type { AnswerLanguage } from './language';
import { CLASS } from './lexicon';
import type { Label, Prepared } from './offer';

/** Whether an option is only spoken of: its words stand in a statement, or say something else there. */
export function isSpokenOf(
  heard: Heard,
  anchor: Anchor,
  { behind, apart, hasNoun }: Surroundings,
  kinds: Kinds,
  label: Label,
  { asked }: Prepared,
  language: AnswerLanguage,
): boolean {
  const isMore = behind || hasNoun;
  return (
    (isMore && isOfSubject(heard, anchor, kinds, language)) ||
    (behind && isPast(heard, anchor, kinds, asked, language)) ||
    (behind && (isLimited(heard, anchor) || isGivenUp(heard, anchor, language))) ||
    (isMore && !apart && isAbsence(label, heard, anchor))
  );
}

/** So many words may stand between an option and the verb whose subject they are together. */
const LONGEST_NOUN = 3;

/** "the screen protector came off", "my student card's expired": the option only tells which one the subject is. */
function isOfSubject(heard: Heard, { to }: Anchor, kinds: Kinds, { pastEndings, positions }: AnswerLanguage): boolean {
  let isNoun = false;
  for (let at = to; at <= to + LONGEST_NOUN && at < heard.texts.length; at++) {
    const text = heard.texts[at] ?? '';
    const isVerb = is(heard, at, CLASS.being | CLASS.statements | CLASS.pasts) || isPastOf(text, pastEndings);
    if (isVerb && isNoun && !is(heard, at, CLASS.asking)) {
      const isAsked = is(heard, at, CLASS.questions) && is(heard, at + 1, CLASS.subjects);
      return !isAsked && !isApproving(heard, at);
    }
    // "the delivery man never rang"
    if (isNoun && is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections | CLASS.boundaries)) continue;
    if (is(heard, at, CLASS.boundaries | CLASS.negators | CLASS.determiners | CLASS.absences)) return false;
    const isCounter = positions.counters.includes(text);
    if (kinds(at) === 'unknown' || isCounter || isNounBefore(heard, at, to, kinds, pastEndings)) isNoun ||= !isVerb;
    else if (kinds(at) !== 'generic' && !is(heard, at, CLASS.nouns)) return false;
  }
  return false;
}

/** "man" in "the delivery man left", "box" in "the collection box has gone": they mean nothing of their own elsewhere. */
function isNounBefore(heard: Heard, at: number, anchorEnd: number, kinds: Kinds, endings: readonly string[]): boolean {
  if (at !== anchorEnd || heard.fixed[at] || is(heard, at, CLASS.approvals | CLASS.boundaries | CLASS.light))
    return false;
  const isPast = is(heard, at + 1, CLASS.pasts) || isPastOf(heard.texts[at + 1] ?? '', endings);
  if (is(heard, at, CLASS.courtesies)) return isPast;
  const isPerfect = is(heard, at + 1, CLASS.statements) && !is(heard, at + 1, CLASS.being);
  return (
    kinds(at) === 'filler' && is(heard, at, CLASS.nouns) && isPerfect && isPastOf(heard.texts[at + 2] ?? '', endings)
  );
}

function isApproving(heard: Heard, from: number): boolean {
  let at = from + 1;
  while (is(heard, at, CLASS.light | CLASS.hesitations | CLASS.being) && !is(heard, at, CLASS.approvals)) at++;
  return is(heard, at, CLASS.approvals) && !is(heard, from + 1, CLASS.negators);
}

export function isPastOf(text: string, endings: readonly string[]): boolean {
  return endings.some((ending) => text.length > ending.length + 2 && text.endsWith(ending));
}

/** "it was mild yesterday", "I reported the leak in May": it tells what happened. Verbs of the question do not. */
function isPast(
  heard: Heard,
  { from }: Anchor,
  kinds: Kinds,
  asked: ReadonlySet<string>,
  { pastEndings }: AnswerLanguage,
): boolean {
  for (let at = 1; at < from; at++) {
    const text = heard.texts[at] ?? '';
    const isVerb = is(heard, at, CLASS.pasts) || isPastOf(text, pastEndings);
    if (!isVerb || kinds(at) === 'own' || is(heard, at, CLASS.carriers) || asked.has(text)) continue;
    let before = at - 1;
    while (before > 0 && is(heard, before, CLASS.hesitations | CLASS.statements) && !is(heard, before, CLASS.subjects))
      before--;
    if (is(heard, before, CLASS.subjects)) return true;
  }
  return false;
}

/** "I'm a seven but these come up small". */
function isLimited(heard: Heard, { from, to }: Anchor): boolean {
  let before = from - 1;
  while (is(heard, before, CLASS.light | CLASS.carriers | CLASS.hesitations) && !is(heard, before, CLASS.being))
    before--;
  if (!is(heard, before, CLASS.being) || !is(heard, before - 1, CLASS.subjects)) return false;
  let next = to;
  while (is(heard, next, CLASS.courtesies | CLASS.hesitations)) next++;
  return is(heard, next, CLASS.contrasts) && is(heard, next + 1, CLASS.subjects | CLASS.determiners);
}

/** "I wanted a seven but my mother won't let me". */
function isGivenUp(heard: Heard, { from, to }: Anchor, { pastEndings }: AnswerLanguage): boolean {
  const isWish = heard.texts
    .slice(0, from)
    .some((text, at) => at > 0 && isPastOf(text, pastEndings) && is(heard, at - 1, CLASS.subjects | CLASS.statements));
  return isWish && is(heard, to, CLASS.contrasts) && is(heard, to + 1, CLASS.subjects | CLASS.determiners);
}

/** "nothing with nuts" is not Nothing. */
function isAbsence({ items }: Label, heard: Heard, { from, to }: Anchor): boolean {
  if (items.length !== 1 || !is(heard, from, CLASS.absences)) return false;
  return (
    is(heard, to, CLASS.comparisons) ||
    !is(heard, to, CLASS.subjects | CLASS.hesitations) ||
    is(heard, to, CLASS.determiners)
  );
}

const CLAUSE = CLASS.subjects | CLASS.being | CLASS.statements | CLASS.questions | CLASS.asking | CLASS.boundaries;

/**
 * "vanilla no wait mango": what was said is taken back for something that is no option. "No" alone may also leave something
 * out: "pizza no onions"; behind a number it is a correction.
 */
export function isTakenBack(heard: Heard, end: number, kinds: Kinds, isNumber: boolean): boolean {
  let at = end;
  while (is(heard, at, CLASS.courtesies | CLASS.hesitations) && !is(heard, at, CLASS.corrections)) at++;
  if (!is(heard, at, CLASS.corrections)) return false;
  let isPlain = true;
  let count = 0;
  for (; is(heard, at, CLASS.corrections | CLASS.hesitations); at++) {
    isPlain &&= !is(heard, at, CLASS.corrections) || is(heard, at, CLASS.negators);
    count++;
  }
  const tail = Array.from({ length: heard.texts.length - at }, (_, index) => at + index);
  if (tail.some((token) => is(heard, token, CLAUSE) && !is(heard, token, CLASS.determiners))) return false;
  if (isPlain && count < 2 && !isNumber) return false;
  return isOther(heard, tail, kinds);
}

/** Whether it names something, be it nothing. */
function isOther(heard: Heard, tail: readonly number[], kinds: Kinds): boolean {
  const [first] = tail;
  if (first === undefined || (is(heard, first, CLASS.light) && !is(heard, first, CLASS.determiners))) return false;
  return tail.some((token) => kinds(token) === 'unknown' || is(heard, token, CLASS.absences));
}
