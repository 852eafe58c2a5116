import { type FoundPhrase, phraseAt } from './automaton';
import { type Heard, is, range } from './heard';
import { CLASS } from './lexicon';
import type { Phrases } from './phrases';
import { isPlain, type Sense, VALUE } from './senses';
import { wordAt } from './word-at';

/** What counts so far. `first`: the token after it; `isSecond`: something else was said before. */
export interface First {
  readonly value: 'yes' | 'no';
  readonly sense: Sense;
  readonly first: number;
  readonly isSecond: boolean;
}

/** Whether a later yes or no counts instead of the first: after a change of mind, or as a plain word after a phrase. */
export function isStronger(
  heard: Heard,
  at: number,
  sense: Sense,
  first: { value: string; sense: Sense; first: number },
  value: string,
): boolean {
  // "nah i'm good": the word that turns away is the answer itself.
  if (isChange(heard, at) && first.first < at) return value !== first.value;
  // "yeah no"
  const isLast = at === heard.texts.length - 1 && at === 1;
  return isPlain(sense) && (isLast || !isPlain(first.sense));
}

/** Whether a no counts instead of the yes before it: "okay not now", "yes that's all" or "will do, bye" where anything else was asked about. */
export function isTakenBack(before: First, value: 'yes' | 'no', sense: Sense, isOver: boolean): boolean {
  if (before.value !== 'yes' || value !== 'no') return false;
  if (!isPlain(before.sense)) return before.sense === 'agreement' && sense === 'own-refusal' && isOver;
  // "yes, er, no"
  if (before.sense === 'yes') return sense === 'own-refusal' || (sense === 'no' && isOver);
  return sense === 'own-refusal' || (before.sense === 'opener' && (isOver || sense === 'refusal'));
}

/** "yes that's not right", "exactly, it isn't okay": nobody knows what that is. */
export function isTorn(before: First, end: number, value: 'yes' | 'no', sense: Sense): boolean {
  const isYes = before.sense === 'yes' || before.sense === 'agreement';
  return isYes && before.value !== value && sense === 'refusal' && end === before.first;
}

/**
 * "yes but no gravy": the whole is agreed to, and a part left out. "yes it isn't", but neither "ja, reicht" nor "yes that's great i can't
 * wait": agreed to, and denied.
 */
export function isLeftOut(heard: Heard, at: number, { meaning, to }: FoundPhrase<Sense>, before: First): boolean {
  if (before.value !== 'yes') return false;
  const isDenial = range(at, to).some((token) => is(heard, token, CLASS.negators));
  const isDenied = meaning === 'whole-no' && before.sense !== 'opener' && isDenial && !is(heard, to, CLASS.corrections);
  const isLimit = meaning === 'no' && is(heard, at - 1, CLASS.contrasts);
  return endsAt(heard, to) ? isDenied : isLimit;
}

/** "no Tuesday's fine": what was asked about is approved of, so that the no means something else. */
export function isApproved(heard: Heard, { value, first }: First, known: ReadonlySet<string>): boolean {
  if (value === 'yes') return false;
  let at = first;
  while (is(heard, at, CLASS.determiners | AROUND)) at++;
  if (!known.has(wordAt(heard.stems, at)) || is(heard, at, CLASS.light | CLASS.subjects)) return false;
  const isVerb =
    is(heard, at + 1, CLASS.being | CLASS.statements | CLASS.approvals) && !is(heard, at + 1, CLASS.adverbs);
  if (!isVerb) return false;
  const tail = range(at + 1, heard.texts.length);
  const isPraised = tail.some((token) => is(heard, token, CLASS.approvals) && !is(heard, token, AROUND));
  return isPraised && !tail.some((token) => is(heard, token, CLASS.negators | CLASS.boundaries));
}

const AROUND = CLASS.courtesies | CLASS.hesitations;

/** "no gravy but yes please", "I never do but go on": nobody knows which of the two counts. */
export function isEndedOtherwise(
  heard: Heard,
  phrases: Phrases<Sense>,
  { value, sense, first, isSecond }: First,
): boolean {
  if (value === 'yes') return false;
  // "I never do" is a sentence, "never" an answer.
  const isPhrase = !isPlain(sense) || is(heard, first - 2, CLASS.subjects);
  return range(first, heard.texts.length).some((at) => {
    const found = phraseAt(phrases, heard.texts, at);
    // "yeah no that works"
    const isTurned = isSecond ? found?.meaning === 'agreement' : isPhrase && is(heard, at - 1, CLASS.contrasts);
    const isAgreed = isTurned && found && VALUE[found.meaning] === 'yes';
    return found && (found.meaning === 'yes' || isAgreed) && endsAt(heard, found.to);
  });
}

/** Nothing but courtesies follows. */
function endsAt(heard: Heard, from: number): boolean {
  return range(from, heard.texts.length).every((at) => is(heard, at, CLASS.courtesies | CLASS.hesitations));
}

/** Whether a change of mind stands right before: "no wait yes". */
function isChange(heard: Heard, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    if (is(heard, before, CLASS.corrections) && !is(heard, before, CLASS.negators)) return true;
    if (!is(heard, before, CLASS.hesitations | CLASS.light)) return false;
  }
  return false;
}
