import type { Anchor, Kinds, Surroundings } from './context';
import { type Heard, has, is, range } from './heard';
import type { Label } from './label';
import type { AnswerLanguage } from './language';
import { CLASS, MARK } from './lexicon';
import type { Prepared } from './offer';
import { isState } from './state';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/** Whether an option is only spoken of: its words stand in a statement, or say something else there. */
export function isSpokenOf(
  heard: Heard,
  anchor: Anchor,
  { behind, apart, hasNoun }: Surroundings,
  kinds: Kinds,
  label: Label,
  { asked, isMatter }: Prepared,
  language: AnswerLanguage,
): boolean {
  const isMore = behind || hasNoun;
  return (
    isTornApart(heard, anchor, kinds, language) ||
    isPredicated(heard, anchor, isMatter) ||
    isLimit(heard, anchor, label) ||
    isState(heard, anchor, language.pastEndings) ||
    (isMore && isOfSubject(heard, anchor, kinds, language)) ||
    (behind && isOfPhrase(heard, anchor)) ||
    (isMore && isPast(heard, anchor, kinds, asked, language)) ||
    (behind && (isLimited(heard, anchor) || isGivenUp(heard, anchor, language))) ||
    ((hasNoun || (behind && isNounBehind(heard, anchor, kinds))) && isThere(heard, anchor, hasNoun)) ||
    (isMore && !apart && isAbsence(label, heard, anchor))
  );
}

/** So many words may stand between an option and the verb whose subject they are together. */
const LONGEST_NOUN = 3;

/** "the screen protector came off", "the delivery never came": the option is the subject, or tells which one the subject is. */
function isOfSubject(heard: Heard, { from, to }: Anchor, kinds: Kinds, language: AnswerLanguage): boolean {
  let isNoun = false;
  const hasArticle = hasDeterminer(heard, from);
  for (let at = to; at <= to + LONGEST_NOUN; at++) {
    const text = wordAt(heard.texts, at);
    // "the delivery man never rang"
    const isBetween = at === to || (isNoun && is(heard, at, CLASS.negators));
    if (isBetween && is(heard, at, CLASS.negators | CLASS.adverbs) && !is(heard, at, CLASS.corrections)) continue;
    if (isVerb(heard, at, language) || isThirdPerson(heard, at, hasArticle, kinds, language)) {
      const isOwn = is(heard, at, CLASS.being | CLASS.statements) || isPastOf(text, language.pastEndings);
      // "the gold card is fine" picks, "his grade five teacher was lovely" does not
      if (isNoun) return is(heard, at, CLASS.pasts) || !isApproving(heard, at);
      return isOwn ? hasArticle && !is(heard, at, CLASS.being | CLASS.statements) : true;
    }
    if (is(heard, at, CLASS.boundaries | CLASS.negators | CLASS.determiners | CLASS.questions | CLASS.absences))
      return false;
    const isCounter = language.positions.counters.includes(text);
    if (kinds(at) === 'unknown' || isCounter || isNounBefore(heard, at, language)) isNoun = true;
    else if (is(heard, at, CLASS.nouns)) isNoun ||= isPredicate(heard, at + 1, kinds) || isSaying(heard, at + 1);
    else if (kinds(at) !== 'generic') return false;
  }
  return false;
}

/** "the price on the website is wrong". */
function isOfPhrase(heard: Heard, { from, to }: Anchor): boolean {
  if (!hasDeterminer(heard, from) || !is(heard, to, CLASS.light) || is(heard, to, NO_PREPOSITION)) return false;
  for (let at = to + 1; at <= to + LONGEST_PHRASE; at++) {
    if (is(heard, at, CLASS.subjects | CLASS.boundaries | CLASS.courtesies)) return false;
    if (!is(heard, at, CLASS.being | CLASS.pasts)) continue;
    return !is(heard, at + 1, CLASS.subjects) && !isApproving(heard, at);
  }
  return false;
}

const NO_PREPOSITION =
  CLASS.determiners | CLASS.subjects | CLASS.being | CLASS.statements | CLASS.nouns | CLASS.boundaries;
const LONGEST_PHRASE = 5;

function isVerb(heard: Heard, at: number, { pastEndings }: AnswerLanguage): boolean {
  if (is(heard, at, CLASS.asking)) return false;
  if (is(heard, at, CLASS.being | CLASS.statements | CLASS.pasts)) return true;
  return isPastOf(wordAt(heard.texts, at), pastEndings) && !is(heard, at, CLASS.carriers);
}

/** "closes at nine", "makes me jittery"; but "cups please". */
function isThirdPerson(
  heard: Heard,
  at: number,
  hasArticle: boolean,
  kinds: Kinds,
  { verbEndings, polarity }: AnswerLanguage,
): boolean {
  const next = heard.texts[at + 1];
  if (
    next === undefined ||
    kinds(at) !== 'unknown' ||
    is(heard, at, CLASS.approvals) ||
    !isPastOf(wordAt(heard.texts, at), verbEndings)
  )
    return false;
  if (polarity.objects.includes(next)) return true;
  return hasArticle && !is(heard, at + 1, CLASS.courtesies | CLASS.boundaries);
}

/** Whether a form of "to be" and something said of the subject begin at a token: "is locked". */
function isPredicate(heard: Heard, from: number, kinds: Kinds): boolean {
  if (!is(heard, from, CLASS.being) || is(heard, from + 1, CLASS.subjects)) return false;
  let at = from + 1;
  while (is(heard, at, CLASS.hesitations | CLASS.negators | CLASS.determiners)) at++;
  return kinds(at) === 'unknown' && !is(heard, at, CLASS.approvals | CLASS.boundaries);
}

/** "says", "has": what somebody does. */
function isSaying(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.statements) && !is(heard, at, CLASS.light | CLASS.being);
}

/** "man" in "the delivery man left": elsewhere it means nothing of its own. */
function isNounBefore(heard: Heard, at: number, { pastEndings }: AnswerLanguage): boolean {
  if (!is(heard, at, CLASS.courtesies) || heard.fixed[at] || is(heard, at, CLASS.approvals | CLASS.boundaries))
    return false;
  return is(heard, at + 1, CLASS.pasts) || isPastOf(wordAt(heard.texts, at + 1), pastEndings);
}

function isApproving(heard: Heard, from: number): boolean {
  let at = from + 1;
  while (is(heard, at, CLASS.light | CLASS.hesitations | CLASS.being) && !is(heard, at, CLASS.approvals)) at++;
  return is(heard, at, CLASS.approvals) && !is(heard, from + 1, CLASS.negators);
}

/** "it was mild yesterday", "I reported the leak in May": it tells what happened. Verbs of the question do not. */
function isPast(
  heard: Heard,
  { from }: Anchor,
  kinds: Kinds,
  asked: ReadonlySet<string>,
  { pastEndings }: AnswerLanguage,
): boolean {
  for (const at of range(1, from)) {
    const text = wordAt(heard.texts, at);
    const isVerb = is(heard, at, CLASS.pasts) || isPastOf(text, pastEndings);
    const isWish = is(heard, at, CLASS.carriers) && !is(heard, at, CLASS.being);
    if (!isVerb || kinds(at) === 'own' || isWish || asked.has(text)) continue;
    let before = at - 1;
    while (is(heard, before, CLASS.hesitations | CLASS.statements) && !is(heard, before, CLASS.subjects)) before--;
    // "I've been parking there"; but "it's been leaking"
    const isPerson = !is(heard, before, CLASS.light);
    if (is(heard, before, CLASS.subjects) && (isPerson || !is(heard, at, CLASS.carriers))) return true;
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

/** "it's a small world", "I'll be home late": what is said to be there, and of what kind, is nothing that is wanted. */
function isThere(heard: Heard, { from }: Anchor, alone: boolean): boolean {
  const verb = is(heard, from - 1, CLASS.determiners) ? from - 2 : from - 1;
  // "I've got a manicure set at home"
  return is(heard, verb, CLASS.being) || (!alone && is(heard, verb, CLASS.pasts | CLASS.statements));
}

function isNounBehind(heard: Heard, { to }: Anchor, kinds: Kinds): boolean {
  return kinds(to) === 'unknown' && heard.classes[to] === 0;
}

/** "my back hurts from the last massage": a verb stands among the words of the option. */
function isTornApart(heard: Heard, { from, to }: Anchor, kinds: Kinds, language: AnswerLanguage): boolean {
  for (const at of range(from + 1, to)) {
    if (kinds(at) !== 'unknown' || has(heard, at, MARK.continuing)) continue;
    if (isVerb(heard, at, language) || isPastOf(wordAt(heard.texts, at), language.verbEndings)) return true;
  }
  return false;
}

/** "not before Wednesday", "too large". */
function isLimit(heard: Heard, { from }: Anchor, { items }: Label): boolean {
  if (heard.numerals.some((numeral) => numeral.from === from)) return false;
  let at = from - 1;
  while (is(heard, at, CLASS.determiners)) at--;
  const isLimited =
    is(heard, at, CLASS.comparisons) && !is(heard, at, CLASS.carriers | CLASS.boundaries | CLASS.courtesies);
  return isLimited && !items.some(({ text }) => text === heard.texts[at]);
}

/** Before an option, or as its first word: "my husband". */
function hasDeterminer(heard: Heard, from: number): boolean {
  return is(heard, from - 1, CLASS.determiners) || is(heard, from, CLASS.determiners);
}

/** "my email's full", "the lift is down", and without an article, where it is not asked what the matter is, "yoga's full is it". */
function isPredicated(heard: Heard, { from, to }: Anchor, isMatter: boolean): boolean {
  if (!is(heard, to, CLASS.being)) return false;
  let at = to + 1;
  while (is(heard, at, CLASS.hesitations | CLASS.negators | CLASS.subjects)) at++;
  const isState = is(heard, at, CLASS.carriers) && !is(heard, at, CLASS.wishes | CLASS.approvals | CLASS.light);
  if (!(isState && hasDeterminer(heard, from)) && (isMatter || !has(heard, at, MARK.facts))) return false;
  const isTag = is(heard, at + 1, CLASS.being) && is(heard, at + 2, CLASS.subjects);
  return (isTag ? at + 2 : at) === heard.texts.length - 1;
}

/** "I wanted a seven but my mother won't let me". */
function isGivenUp(heard: Heard, { from, to }: Anchor, { pastEndings }: AnswerLanguage): boolean {
  const isWish = heard.texts
    .slice(0, from)
    .some((text, at) => isPastOf(text, pastEndings) && is(heard, at - 1, CLASS.subjects | CLASS.statements));
  return isWish && is(heard, to, CLASS.contrasts) && is(heard, to + 1, CLASS.subjects | CLASS.determiners);
}

/** "nothing with nuts" is not Nothing. */
function isAbsence({ items }: Label, heard: Heard, { from, to }: Anchor): boolean {
  if (items.filter(({ content }) => content).length !== 1 || !is(heard, from, CLASS.absences)) return false;
  return (
    is(heard, to, CLASS.comparisons) ||
    !is(heard, to, CLASS.subjects | CLASS.hesitations) ||
    is(heard, to, CLASS.determiners)
  );
}
