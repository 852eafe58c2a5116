import { type Heard, has, is, range } from './heard';
import { CLASS, MARK } from './lexicon';

const AUXILIARY = CLASS.being | CLASS.statements;
/** Behind these another thought begins. */
const BREAKS = CLASS.boundaries | CLASS.corrections | CLASS.courtesies | CLASS.hesitations;

/** Whether anything is asked that is no wish for an option: "is the chilli hot", "where do I park"; not "what I want is". */
export function isInquiry(heard: Heard): boolean {
  return range(0, heard.texts.length).some((at) => has(heard, at, MARK.inquiries) || isAskedAt(heard, at));
}

/** "can mackerel be frozen", "can kids play squash": whether something is so; "can I" and "could you" may wish. */
export function isPolarQuestion(heard: Heard): boolean {
  let at = 0;
  while (is(heard, at, CLASS.courtesies | CLASS.hesitations)) at++;
  const isVerb = is(heard, at, AUXILIARY) && !is(heard, at, CLASS.asking) && !has(heard, at, MARK.picks);
  return isVerb && heard.classes[at + 1] === 0 && at + 2 < heard.texts.length;
}

function isAskedAt(heard: Heard, at: number): boolean {
  if (at > 0 && !is(heard, at - 1, BREAKS)) return false;
  if (heard.fixed[at] && is(heard, at, CLASS.hesitations | CLASS.courtesies | CLASS.corrections)) return false;
  // "can you give me", but "can you freeze it"
  if (is(heard, at, CLASS.asking)) return !range(at, at + LONGEST_WISH).some((next) => has(heard, next, MARK.picks));
  const next = at + 1;
  if (is(heard, at, AUXILIARY) && !has(heard, at, MARK.picks)) return next < heard.texts.length;
  if (!is(heard, at, CLASS.questions)) return false;
  return !is(heard, next, CLASS.subjects | CLASS.determiners) || is(heard, next, CLASS.questions);
}

/** So many words into it, a wish tells what is wished for: "could you please put me down for". */
const LONGEST_WISH = 6;
