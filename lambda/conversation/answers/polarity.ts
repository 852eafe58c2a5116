import { phraseAt } from './automaton';
import { isIgnored, restFrom } from './beyond';
import { type Heard, is, range } from './heard';
import { CLASS } from './lexicon';
import type { Phrases } from './phrases';
import { type First, isApproved, isEndedOtherwise, isLeftOut, isStronger, isTakenBack, isTorn } from './second-answer';
import { denied, isPlain, isSmall, type Polar, type Sense, VALUE } from './senses';
import { wordAt } from './word-at';

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
  let isStory = false;
  let isTold = false;
  let isOther = false;
  for (let at = 0; at < heard.texts.length; ) {
    const found = phraseAt(phrases, heard.texts, at);
    if (found?.meaning === 'neither') return undefined;
    if (found && !isOfGreeting(heard, at, found.to)) {
      const sense = isNegated ? denied(found.meaning) : found.meaning;
      const value = VALUE[sense];
      // "yes skip it" to "Shall I skip it?"
      if (polar?.value === 'yes' && value === 'no' && isOfQuestion(heard, at, found.to, known)) {
        at = found.to;
        end = at;
        continue;
      }
      const isOver = restFrom(heard, found.to, known) === heard.texts.length;
      const counts = !polar || isStronger(heard, at, sense, polar, value) || isTakenBack(polar, value, sense, isOver);
      // "okay no onions": the whole is agreed to, and a part left out.
      const isWithout = !counts && !isTold && polar?.value === 'yes' && sense === 'no';
      if (polar && (isWithout || isTorn(polar, end, value, sense) || isLeftOut(heard, at, found, polar)))
        return undefined;
      if (counts) polar = { value, sense, first: found.to, isSecond: polar !== undefined };
      // "no i don't live there": the second is no answer of its own; nor is, in "no i have no car" and "yes i have no car", what stands behind it.
      const isSecond = polar?.sense !== sense && isSmall(sense) && !isOver;
      isTold ||= isSecond;
      isOther ||= isTold && polar?.value !== value;
      at = found.to;
      if (!isSecond && !isOther) end = at;
      isNegated = false;
      continue;
    }
    // "not usually but go on"
    if (is(heard, at, CLASS.contrasts)) isNegated = false;
    if (is(heard, at, CLASS.negators)) isNegated = true;
    else if (!isIgnored(heard, at, known)) {
      const approval = polar?.value === 'yes' ? approvalAhead(heard, phrases, at) : undefined;
      if (approval === undefined) break;
      at = approval;
      end = at;
      continue;
    } else if (!polar && !is(heard, at, CLASS.hesitations | CLASS.courtesies)) isLate = true;
    isStory ||= !polar && is(heard, at, CLASS.idioms);
    at++;
  }
  if (!polar || isEndedOtherwise(heard, phrases, polar) || isApproved(heard, polar, known)) return undefined;
  const rest = restFrom(heard, end, known);
  const isWord = isPlain(polar.sense);
  if (isSmall(polar.sense) && !isAlone(heard, phrases, polar, known)) return undefined;
  // "it doesn't work please" agrees to nothing.
  if (isStory && !isWord) return undefined;
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
  if (!range(found.to, length).every((token) => is(heard, token, CLASS.courtesies | CLASS.hesitations)))
    return undefined;
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
    if (!found && isMore && value === 'yes' && !known.has(wordAt(heard.stems, at))) return false;
    at = found?.to ?? at + 1;
  }
  return true;
}

/** Whether a phrase only says words of the question again: "forget it" where that is asked. */
function isOfQuestion(heard: Heard, from: number, to: number, known: ReadonlySet<string>): boolean {
  const tokens = range(from, to);
  const isKnown = (token: number) => known.has(wordAt(heard.stems, token)) && !is(heard, token, CLASS.light);
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

/** Where a sentence that only approves ends: "yes, the information you have is correct". */
function approvalAhead(heard: Heard, phrases: Phrases<Sense>, from: number): number | undefined {
  for (const at of range(from, from + LONGEST_SUBJECT)) {
    if (is(heard, at, CLASS.negators | CLASS.boundaries)) return undefined;
    const found = is(heard, at, CLASS.being | CLASS.approvals) ? phraseAt(phrases, heard.texts, at + 1) : undefined;
    if (found?.meaning === 'agreement') return found.to;
  }
  return undefined;
}

const LONGEST_SUBJECT = 7;

/** "sorry which address is right", "the details what details exactly": a question is no yes, whatever else it holds. */
function isQuestion(heard: Heard, phrases: Phrases<Sense>, known: ReadonlySet<string>): boolean {
  const isPhrase = (at: number) => phraseAt(phrases, heard.texts, at) !== undefined;
  let at = 0;
  while (is(heard, at, CLASS.hesitations | CLASS.courtesies | CLASS.corrections) && !isPhrase(at)) at++;
  if (is(heard, at, CLASS.questions | CLASS.asking)) return !isPhrase(at);
  const isOfQuestion = (token: number) => known.has(wordAt(heard.stems, token)) || is(heard, token, CLASS.determiners);
  const isAsking = (token: number) =>
    is(heard, token, CLASS.questions) && !is(heard, token, CLASS.being | CLASS.statements);
  while (isOfQuestion(at) && !isAsking(at) && !isPhrase(at)) at++;
  return isAsking(at) && !isPhrase(at);
}
