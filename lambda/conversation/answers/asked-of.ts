import { phraseAt } from './automaton';
import { type Heard, has, is, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';

/** Said around a wish: the option may still be asked for by it. */
const AROUND = CLASS.courtesies | CLASS.hesitations;

/**
 * Whether an utterance that begins like a wish asks what may be done with the option [from, to), or how something fits it:
 * "can I wear the fox over my glasses", "can you get a wheelchair into the stalls"; but "could I get the fox for my son".
 */
export function isUseAsked(
  heard: Heard,
  { from, to }: { readonly from: number; readonly to: number },
  lexicon: Lexicon,
): boolean {
  let verb = 0;
  while (is(heard, verb, AROUND) && !is(heard, verb, CLASS.asking)) verb++;
  if (!is(heard, verb, CLASS.asking)) return false;
  while (is(heard, verb, CLASS.asking)) verb++;
  const isOther = (at: number) => heard.classes[at] === 0 || is(heard, at, CLASS.adverbs);
  const isUse = has(heard, verb, MARK.uses);
  if (isUse && (isMoreSaid(heard, to) || range(verb + 1, from).some(isOther))) return true;
  if (phraseAt(lexicon.aside.taken, heard.texts, verb) && isCircumstance(heard, to)) return true;
  let lead = from - 1;
  while (is(heard, lead, CLASS.determiners | CLASS.hesitations)) lead--;
  const isPlaced = is(heard, lead, CLASS.prepositions) && !has(heard, lead, MARK.picks);
  return isPlaced && ((isUse && lead === verb + 1) || range(verb, lead).some(isOther));
}

/** "with a glass of wine", "before driving", "while I'm pregnant": what something is taken with, and when. */
function isCircumstance(heard: Heard, to: number): boolean {
  const isLink = has(heard, to, MARK.additions | MARK.subordinators) || is(heard, to, CLASS.comparisons);
  const isTogether = is(heard, to, CLASS.joiners) && is(heard, heard.texts.length - 1, CLASS.adverbs);
  return isTogether || (isLink && isMoreSaid(heard, to + 1));
}

/** "tell me how much legroom there is in premium economy"; but "I was wondering if I could have the suite" wishes. */
export function isAskedBefore(heard: Heard, { from }: { readonly from: number }): boolean {
  const asked = range(0, from).findLast((at) => has(heard, at, MARK.inquiries)) ?? from;
  const between = range(asked + 1, from);
  const isOver = (at: number) => is(heard, at, OVER) || has(heard, at, MARK.picks | MARK.pauses);
  return between.some((at) => heard.classes[at] === 0) && !between.some(isOver);
}

/** "would a sixty five inch even fit in a hatchback": whether it would, not which one. */
export function isYesNoAsked(heard: Heard): boolean {
  let at = 0;
  while (is(heard, at, AROUND)) at++;
  const isVerb = is(heard, at, CLASS.being | CLASS.statements) && !is(heard, at, CLASS.asking);
  const isSubject = !is(heard, at + 1, CLASS.subjects | CLASS.negators) && !has(heard, at, MARK.picks);
  const told = range(at, heard.texts.length).filter((token) => heard.classes[token] === 0);
  return isVerb && isSubject && told.length > SHORT_QUESTION;
}

const SHORT_QUESTION = 3;

/** Behind these another thought begins. */
const OVER = CLASS.courtesies | CLASS.boundaries | CLASS.corrections | CLASS.contrasts | CLASS.conclusions;

/** More than what may follow any option. */
function isMoreSaid(heard: Heard, to: number): boolean {
  return range(to, heard.texts.length).some((at) => heard.classes[at] === 0);
}
