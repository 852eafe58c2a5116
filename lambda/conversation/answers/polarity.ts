import { phraseAt } from './automaton';
import type { QuestionKind } from './decision';
import { asSaid, type Heard, is } from './heard';
import { CLASS, FILLER, type Lexicon } from './lexicon';
import { createPhrases, type Phrases } from './phrases';

/** `opener`: a yes that may only begin an answer. `own-refusal`: refuses as an answer to questions of the kind. */
type Sense = 'yes' | 'opener' | 'no' | 'agreement' | 'refusal' | 'own-refusal' | 'whole-yes' | 'whole-no' | 'neither';

/** Yes and no in sentences, by kind of question; made when the kind is first asked. */
export type Polarities = (kind: QuestionKind) => Phrases<Sense>;

export interface Polar {
  readonly value: 'yes' | 'no';
  /** It is a plain word for it, such as "yes", and no phrase that agrees or refuses. */
  readonly isWord: boolean;
  /** Where the words end that say it first, and all that do. */
  readonly first: number;
  readonly end: number;
  /** Where what was said beyond it begins; the number of tokens where nothing was. */
  readonly rest: number;
  /** It stands behind its reason: "we've moved so yes". */
  readonly isConcluded?: true;
}

export function createPolarities({ language: { polarity }, tokenize }: Lexicon): Polarities {
  const tree = (kind: QuestionKind) =>
    createPhrases<Sense>(
      [
        ['agreement', polarity.more[kind].yes],
        ['own-refusal', polarity.more[kind].no],
        ['opener', polarity.openers],
        ['yes', polarity.yes],
        ['no', polarity.no],
        ['neither', polarity.neither],
        ['whole-yes', polarity.whole.yes],
        ['whole-no', polarity.whole.no],
        ['whole-no', polarity.whole.refusal],
        ['refusal', polarity.refusal],
        // What is deleted is gone: that takes an explicit yes.
        ['whole-yes', kind === 'delete' ? [] : polarity.whole.agreement],
        ['agreement', kind === 'delete' ? [] : polarity.agreement],
      ],
      (text) => tokenize(text).texts,
    );
  const made = new Map<QuestionKind, Phrases<Sense>>();
  return (kind) => {
    const known = made.get(kind) ?? tree(kind);
    made.set(kind, known);
    return known;
  };
}

/**
 * The yes or no that an utterance begins with, or takes back what it began with for. `known`: stems of the question, which
 * say nothing new.
 */
export function readPolarity(heard: Heard, phrases: Phrases<Sense>, known: ReadonlySet<string>): Polar | undefined {
  let polar: First | undefined;
  let end = 0;
  if (isQuestion(heard, phrases, known)) return undefined;
  const concluded = conclusionOf(heard, phrases);
  if (concluded) return concluded;
  let isNegated = false;
  let isLate = false;
  for (let at = 0; at < heard.texts.length; ) {
    const found = phraseAt(phrases, heard.texts, at);
    if (found?.meaning === 'neither') return undefined;
    if (found && !isOfGreeting(heard, at, found.to)) {
      const value = isNegated && isAgreement(found.meaning) ? 'no' : VALUE[found.meaning];
      // "yes skip it" to "Shall I skip it?"
      const isRefusal = found.meaning === 'refusal' || found.meaning === 'own-refusal';
      if (polar?.value === 'yes' && isRefusal && isOfQuestion(heard, at, found.to, known)) {
        at = found.to;
        end = at;
        continue;
      }
      const isOver = restFrom(heard, found.to, known) === heard.texts.length;
      if (polar && isTorn(polar, end, value, found.meaning)) return undefined;
      if (
        !polar ||
        isStronger(heard, at, found.meaning, polar, value) ||
        isTakenBack(polar, value, found.meaning, isOver)
      ) {
        polar = { value, sense: found.meaning, first: found.to };
      }
      // "no i don't live there": the second is no answer of its own.
      const isSecond = polar.sense !== found.meaning && isSmall(found.meaning) && !isOver;
      at = found.to;
      if (!isSecond) end = at;
      isNegated = false;
      continue;
    }
    if (is(heard, at, CLASS.negators)) isNegated = true;
    else if (!isIgnored(heard, at, known)) {
      const approval = polar?.value === 'yes' ? approvalAhead(heard, phrases, at) : undefined;
      if (approval === undefined) break;
      at = approval;
      end = at;
      continue;
    } else if (!polar && !is(heard, at, CLASS.hesitations | CLASS.courtesies)) isLate = true;
    at++;
  }
  if (!polar) return undefined;
  const rest = restFrom(heard, end, known);
  const isWord = isPlain(polar.sense);
  if (isSmall(polar.sense) && !isAlone(heard, phrases, polar, known)) return undefined;
  // "you've got the wrong address" is no refusal, and "i have" none that goes on.
  if (rest < heard.texts.length && !isWord && (isLate || isSmall(polar.sense))) return undefined;
  return { value: polar.value, isWord, first: polar.first, end, rest };
}

/** "we've moved so yes", "I have one already, so no thanks": the reason stands before the answer. */
function conclusionOf(heard: Heard, phrases: Phrases<Sense>): Polar | undefined {
  const before = heard.texts.findLastIndex((_, token) => is(heard, token, CLASS.conclusions));
  const found = before > 0 ? phraseAt(phrases, heard.texts, before + 1) : undefined;
  if (!found || !isPlain(found.meaning)) return undefined;
  const length = heard.texts.length;
  const tail = Array.from({ length: length - found.to }, (_, index) => found.to + index);
  if (!tail.every((token) => is(heard, token, CLASS.courtesies | CLASS.hesitations))) return undefined;
  // "no I'm away so yes": the two say different things; "yes, no, the car's gone, so no" do not.
  for (let at = before - 1; at >= 0; at--) {
    const said = phraseAt(phrases, heard.texts, at);
    if (!said || !isPlain(said.meaning)) continue;
    if (VALUE[said.meaning] !== VALUE[found.meaning]) return undefined;
    break;
  }
  return { value: VALUE[found.meaning], isWord: true, first: found.to, end: length, rest: length, isConcluded: true };
}

/** Whether what stands behind says the same or nothing: "I do indeed", but not "I have lost it", "you've got the wrong address". */
function isAlone(heard: Heard, phrases: Phrases<Sense>, { value, first }: First, known: ReadonlySet<string>): boolean {
  for (let at = first; at < heard.texts.length; ) {
    const found = phraseAt(phrases, heard.texts, at);
    if (found && VALUE[found.meaning] !== value) return false;
    const isMore = !is(heard, at, CLASS.courtesies | CLASS.hesitations | CLASS.subjects);
    if (!found && isMore && value === 'yes' && !known.has(heard.stems[at] ?? '')) return false;
    at = found?.to ?? at + 1;
  }
  return true;
}

/** Whether a phrase only says words of the question again: "forget it" where that is asked. */
function isOfQuestion(heard: Heard, from: number, to: number, known: ReadonlySet<string>): boolean {
  const tokens = Array.from({ length: to - from }, (_, index) => from + index);
  const isKnown = (token: number) => known.has(heard.stems[token] ?? '') && !is(heard, token, CLASS.light);
  return (
    tokens.some(isKnown) &&
    tokens.every((token) => isKnown(token) || is(heard, token, CLASS.light)) &&
    !tokens.some((token) => is(heard, token, CLASS.negators))
  );
}

/** "good" in "good morning". */
function isOfGreeting(heard: Heard, at: number, to: number): boolean {
  const isGreeting = (token: number) =>
    heard.fixed[token] === true && is(heard, token, CLASS.courtesies) && !is(heard, token, CLASS.hesitations);
  return isGreeting(at) && isGreeting(to);
}

/**
 * Whether an answer to a question of ours is nothing but yes or no, in however many words. What else it holds, be it as
 * small as what is said around an option, is a wish: "I would like to book an appointment" must reach the bot.
 */
export function isNoMore(heard: Heard, phrases: Phrases<Sense>, known: ReadonlySet<string>): boolean {
  for (let at = 0; at < heard.texts.length; ) {
    const found = phraseAt(phrases, heard.texts, at);
    if (!found && !isSmallTalk(heard, at, known)) return false;
    at = found?.to ?? at + 1;
  }
  return true;
}

/** What adds nothing to a yes or no. */
const SMALL_TALK =
  CLASS.light |
  CLASS.courtesies |
  CLASS.hesitations |
  CLASS.corrections |
  CLASS.negators |
  CLASS.boundaries |
  CLASS.subjects |
  CLASS.approvals |
  CLASS.being;

/** A word that says nothing new: "people" in "four people" too, where four were asked about. */
function isSmallTalk(heard: Heard, token: number, known: ReadonlySet<string>): boolean {
  const isKnown = (at: number) => known.has(heard.stems[at] ?? '');
  return is(heard, token, SMALL_TALK) || isKnown(token) || (is(heard, token, CLASS.nouns) && isKnown(token - 1));
}

/** Where a sentence that only approves ends: "yes, the information you have is correct". */
function approvalAhead(heard: Heard, phrases: Phrases<Sense>, from: number): number | undefined {
  for (let at = from + 1; at < Math.min(heard.texts.length, from + LONGEST_SUBJECT); at++) {
    if (is(heard, at - 1, CLASS.negators | CLASS.boundaries)) return undefined;
    const found = is(heard, at - 1, CLASS.being | CLASS.approvals) ? phraseAt(phrases, heard.texts, at) : undefined;
    if (found?.meaning === 'agreement') return found.to;
  }
  return undefined;
}

const LONGEST_SUBJECT = 8;

const VALUE = {
  yes: 'yes',
  opener: 'yes',
  agreement: 'yes',
  'whole-yes': 'yes',
  no: 'no',
  refusal: 'no',
  'own-refusal': 'no',
  'whole-no': 'no',
  neither: 'no',
} as const;

function isSmall(sense: Sense): boolean {
  return sense === 'whole-yes' || sense === 'whole-no';
}

function isAgreement(sense: Sense): boolean {
  return sense === 'agreement' || sense === 'whole-yes';
}

/** Whether a later yes or no counts instead of the first: after a change of mind, or as a plain word after a phrase. */
function isStronger(
  heard: Heard,
  at: number,
  sense: Sense,
  first: { value: string; sense: Sense },
  value: string,
): boolean {
  if (isChange(heard, at)) return value !== first.value;
  // "yeah no"
  const isLast = at === heard.texts.length - 1 && at === 1;
  return isPlain(sense) && (isLast || !isPlain(first.sense));
}

interface First {
  readonly value: 'yes' | 'no';
  readonly sense: Sense;
  readonly first: number;
}

/** Whether a no counts instead of the yes before it: "okay not now", "yes that's all" or "will do, bye" where anything else was asked about. */
function isTakenBack(before: First, value: 'yes' | 'no', sense: Sense, isOver: boolean): boolean {
  if (before.value !== 'yes' || value !== 'no') return false;
  if (!isPlain(before.sense)) return before.sense === 'agreement' && sense === 'own-refusal' && isOver;
  // "yes, er, no"
  if (before.sense === 'yes') return sense === 'own-refusal' || (sense === 'no' && isOver);
  return sense === 'own-refusal' || (before.sense === 'opener' && (isOver || sense === 'refusal'));
}

/** "yes that's not right": nobody knows what that is. */
function isTorn(before: First, end: number, value: 'yes' | 'no', sense: Sense): boolean {
  return before.sense === 'yes' && before.value !== value && sense === 'refusal' && end === before.first;
}

/** A word for yes or no, and no phrase. */
function isPlain(sense: Sense): boolean {
  return sense === 'yes' || sense === 'opener' || sense === 'no';
}

/** "sorry which address is right", "the details what details exactly": a question is no yes, whatever else it holds. */
function isQuestion(heard: Heard, phrases: Phrases<Sense>, known: ReadonlySet<string>): boolean {
  const isPhrase = (at: number) => phraseAt(phrases, heard.texts, at) !== undefined;
  let at = 0;
  while (is(heard, at, CLASS.hesitations | CLASS.courtesies | CLASS.corrections) && !isPhrase(at)) at++;
  if (is(heard, at, CLASS.questions | CLASS.asking)) return !isPhrase(at);
  const isOfQuestion = (token: number) => known.has(heard.stems[token] ?? '') || is(heard, token, CLASS.determiners);
  const isAsking = (token: number) =>
    is(heard, token, CLASS.questions) && !is(heard, token, CLASS.being | CLASS.statements);
  while (isOfQuestion(at) && !isAsking(at) && !isPhrase(at)) at++;
  return isAsking(at) && !isPhrase(at);
}

/** Whether a change of mind stands right before: "no wait yes". */
function isChange(heard: Heard, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    if (is(heard, before, CLASS.corrections) && !is(heard, before, CLASS.negators)) return true;
    if (!is(heard, before, CLASS.hesitations | CLASS.light)) return false;
  }
  return false;
}

function isIgnored(heard: Heard, token: number, known: ReadonlySet<string>): boolean {
  if (known.has(heard.stems[token] ?? '') || heard.fixed[token]) return true;
  // "yes who is this", but "yes that is what i want".
  const isQuestion = is(heard, token, CLASS.questions) && !is(heard, token, CLASS.being | CLASS.statements);
  if (isQuestion && is(heard, token - 1, CLASS.hesitations | CLASS.courtesies | CLASS.boundaries)) return false;
  const isNumber = heard.numerals.some(({ from, to }) => from <= token && token < to) && !is(heard, token, CLASS.light);
  return !isNumber && is(heard, token, FILLER | CLASS.approvals | CLASS.being | CLASS.statements | CLASS.boundaries);
}

function restFrom(heard: Heard, from: number, known: ReadonlySet<string>): number {
  for (let token = from; token < heard.texts.length; token++) if (!isIgnored(heard, token, known)) return from;
  return heard.texts.length;
}

/** What was said beyond a yes or no, in the person's words. */
export function restOf(heard: Heard, { rest }: Polar): string {
  let from = rest;
  while (is(heard, from, CLASS.courtesies | CLASS.hesitations) && !is(heard, from, CLASS.boundaries)) from++;
  if (is(heard, from, CLASS.joiners)) from++;
  let to = heard.texts.length;
  while (to > from && is(heard, to - 1, CLASS.courtesies)) to--;
  return asSaid(heard, from, to);
}

/** "yes I wasn't listening": what did not happen is the reason why. */
export function isExcused(heard: Heard, { value, first }: Polar, known: ReadonlySet<string>): boolean {
  if (value !== 'yes' || !is(heard, first, CLASS.subjects)) return false;
  const tokens = Array.from({ length: heard.texts.length - first }, (_, index) => first + index);
  const isOther = (token: number) =>
    is(heard, token, OTHER_THOUGHT | CLASS.boundaries) && !is(heard, token - 1, CLASS.subjects);
  return (
    !heard.numerals.some(({ from }) => from >= first) &&
    tokens.slice(0, FURTHEST_DENIAL).some((token) => is(heard, token, CLASS.negators)) &&
    !tokens.some((token) => token > first && isOther(token)) &&
    tokens.filter((token) => !isIgnored(heard, token, known)).length <= MOST_OF_EXCUSE
  );
}

/** "paying attention" */
const MOST_OF_EXCUSE = 2;

/**
 * Whether what follows a yes or no only gives a reason for it or repeats the deed: "no i don't live there", "yes get rid of
 * it". A number, a question or more than one new word beside an object is a wish of its own.
 */
export function isEcho(
  heard: Heard,
  { value, first, end }: Polar,
  known: ReadonlySet<string>,
  objects: readonly string[],
): boolean {
  const begin = value === 'no' ? first : end;
  let from = begin;
  while (is(heard, from, CLASS.hesitations | CLASS.courtesies) && !is(heard, from, CLASS.subjects)) from++;
  const tokens = Array.from({ length: heard.texts.length - from }, (_, index) => from + index);
  if (
    heard.numerals.some((numeral) => numeral.from >= from) ||
    tokens.some((token) => is(heard, token, OTHER_THOUGHT) && !is(heard, token - 1, CLASS.subjects))
  )
    return false;
  const unknown = tokens.filter((token) => !isIgnored(heard, token, known));
  if (value === 'no') {
    if (isWish(heard, tokens, unknown)) return false;
    const isDenied = tokens.slice(0, FURTHEST_DENIAL).some((token) => is(heard, token, CLASS.negators));
    return (
      (is(heard, begin - 1, CLASS.negators) && !is(heard, begin - 1, CLASS.corrections)) ||
      (is(heard, from, CLASS.subjects) && (isDenied || unknown.length <= 1)) ||
      is(heard, from + 1, CLASS.negators)
    );
  }
  // "yes but take it from savings"
  const isOnCondition = tokens.some((token) => is(heard, token, CLASS.boundaries) && !is(heard, token, CLASS.joiners));
  if (isOnCondition && unknown.length > 0) return false;
  return unknown.length <= 1 && tokens.some((token) => objects.includes(heard.texts[token] ?? ''));
}

/** Behind the word that a reason begins with: "i have not". */
const FURTHEST_DENIAL = 4;

/** "i just want to know my balance": something new is wished for. */
function isWish(heard: Heard, tokens: readonly number[], unknown: readonly number[]): boolean {
  const isDeed = (token: number) => is(heard, token, CLASS.carriers) && !is(heard, token, CLASS.wishes);
  const last = tokens.findLast((token) => unknown.includes(token) || isDeed(token)) ?? -1;
  return tokens.some(
    (token) =>
      token < last &&
      is(heard, token, CLASS.wishes) &&
      ![token - 1, token - 2].some((before) => tokens.includes(before) && is(heard, before, CLASS.negators)),
  );
}

const OTHER_THOUGHT = CLASS.questions | CLASS.asking;

/** Whether an answer only repeats the question: "book it" to "Shall I book it?" */
export function echoed(heard: Heard, known: ReadonlySet<string>): 'yes' | 'no' | undefined {
  const isRepeated = (token: number) =>
    known.has(heard.stems[token] ?? '') && !is(heard, token, CLASS.light | CLASS.subjects);
  const tokens = heard.texts.map((_, token) => token);
  if (tokens.some((token) => is(heard, token, OTHER_THOUGHT)) || !tokens.some(isRepeated)) return undefined;
  if (!tokens.every((token) => isSmallTalk(heard, token, known))) return undefined;
  return tokens.some((token) => is(heard, token, CLASS.negators)) ? 'no' : 'yes';
}

/** "make that seven", "two of them": a number of the question that is put otherwise. */
export function isNumberChanged(heard: Heard, polar: Polar | undefined, known: ReadonlySet<string>): boolean {
  const tokens = heard.texts.map((_, token) => token);
  const isCounted = (token: number) => heard.numerals.some(({ from, to }) => from <= token && token < to);
  const isKnown = (token: number) =>
    known.has(heard.stems[token] ?? '') && !is(heard, token, CLASS.light | CLASS.subjects);
  if (!tokens.some((token) => isCounted(token) && isKnown(token))) return false;
  return (
    tokens.some((token) => is(heard, token, CLASS.corrections) && !is(heard, token, CLASS.negators)) ||
    (!polar?.isWord && !tokens.some((token) => isKnown(token) && !isCounted(token)))
  );
}

/** "no half past six": what was refused is corrected, though with words of the question. */
export function isNumberInstead(heard: Heard, { value, first }: Polar): boolean {
  const isDenied = heard.texts.some((_, token) => token > 0 && is(heard, token, CLASS.negators));
  return (
    value === 'no' && !isDenied && heard.numerals.some(({ from }) => from >= first && !is(heard, from, CLASS.light))
  );
}
