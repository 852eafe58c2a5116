import { phraseAt } from './automaton';
import { beforeDeterminers, type Heard, has, hasAny, is, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';

interface Named {
  readonly from: number;
  readonly to: number;
}

/** Whether anything said may ask if an option can do something: an auxiliary stands first, or before an article. */
export function mayAskWhether(heard: Heard): boolean {
  if (hasAny(heard, MARK.inquiries)) return true;
  let first = 0;
  while (is(heard, first, AROUND)) first++;
  return heard.classes.some(
    (_, at) => isAuxiliary(heard, at) && (at === first || is(heard, at + 1, CLASS.determiners)),
  );
}

/**
 * Whether it is asked what the option can do, or whether one may have it: "will a large one fit in the lift", "I've a
 * pacemaker, can I still have a scan", "could I have a facial if I'm pregnant". It is not chosen by that.
 */
export function isWhetherAsked(heard: Heard, span: Named, lexicon: Lexicon): boolean {
  return isAbilityAsked(heard, span, lexicon) || isPermissionAsked(heard, span, lexicon);
}

/** "would a small one need a licence"; but "will the large one do". */
function isAbilityAsked(heard: Heard, { from, to }: Named, { aside: { abilities } }: Lexicon): boolean {
  const verb = beforeDeterminers(heard, from);
  const begin = is(heard, verb, CLASS.negators) ? verb - 1 : verb;
  if (!isAuxiliary(heard, begin) || phraseAt(abilities, heard.texts, begin)?.to !== verb + 1) return false;
  const isTold = is(heard, begin - 1, CLASS.subjects | CLASS.statements | CLASS.being | CLASS.determiners);
  return !isTold && range(to, heard.texts.length).some((at) => heard.classes[at] === 0);
}

function isPermissionAsked(heard: Heard, { from, to }: Named, { aside }: Lexicon): boolean {
  const asked = range(0, from).findLast((at) => phraseAt(aside.permissions, heard.texts, at) !== undefined);
  if (asked !== undefined && !range(asked, from).some((at) => is(heard, at, OVER))) return true;
  const isAsking = range(0, from).some((at) => is(heard, at, CLASS.asking));
  return isAsking && range(to, to + MOST_BETWEEN).some((at) => phraseAt(aside.circumstances, heard.texts, at));
}

/** So many words may stand between an option and what it hangs on: "one". */
const MOST_BETWEEN = 2;

/** A verb by which a question begins, and that is no wish: "could a", not "could I". */
function isAuxiliary(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.statements) && !is(heard, at, CLASS.asking) && !has(heard, at, MARK.picks);
}

const AROUND = CLASS.courtesies | CLASS.hesitations;
/** Behind these another thought begins. */
const OVER = CLASS.boundaries | CLASS.corrections | CLASS.contrasts | CLASS.conclusions;
