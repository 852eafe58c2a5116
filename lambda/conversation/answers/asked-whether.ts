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
  if (is(heard, first, CLASS.statements)) return true;
  return heard.classes.some((_, at) => isAuxiliary(heard, at) && is(heard, at + 1, CLASS.determiners));
}

/**
 * Whether it is asked what the option can do, or whether one may have it: "will a large one fit in the lift", "I've a
 * pacemaker, can I still have a scan", "could I have a facial if I'm pregnant". It is not chosen by that.
 */
export function isWhetherAsked(heard: Heard, span: Named, lexicon: Lexicon): boolean {
  return isHabitAsked(heard, span) || isAbilityAsked(heard, span, lexicon) || isPermissionAsked(heard, span, lexicon);
}

/** "do lilies make cats poorly", "do roses last": by the verb that is said behind it; but "do the lilies", "do roses please". */
function isHabitAsked(heard: Heard, { from, to }: Named): boolean {
  const verb = from - 1;
  const isFirst = range(0, verb).every((at) => is(heard, at, AROUND));
  if (!isFirst || !is(heard, verb, CLASS.statements) || is(heard, verb, CLASS.asking)) return false;
  return to < heard.texts.length && !is(heard, to, BEHIND);
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

/** What may follow a name without a verb. */
const BEHIND =
  CLASS.courtesies |
  CLASS.hesitations |
  CLASS.prepositions |
  CLASS.determiners |
  CLASS.subjects |
  CLASS.conclusions |
  CLASS.boundaries |
  CLASS.adverbs |
  CLASS.approvals |
  CLASS.alternatives |
  CLASS.joiners |
  CLASS.corrections |
  CLASS.contrasts |
  CLASS.nouns |
  CLASS.negators;

const AROUND = CLASS.courtesies | CLASS.hesitations;
/** Behind these another thought begins. */
const OVER = CLASS.boundaries | CLASS.corrections | CLASS.contrasts | CLASS.conclusions;
