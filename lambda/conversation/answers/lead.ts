import { type Heard, has, is } from './heard';
import { CLASS, FILLER, MARK } from './lexicon';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/**
 * What leads to an option in its clause:
 * - `start`: nothing, it begins the utterance;
 * - `turn`: a hesitation, a change of mind or a conclusion: "um", "no", "so";
 * - `pick`: a verb that picks: "have", "put me down for";
 * - `is`: "it's", "we're on";
 * - `there`: "there's";
 * - `past`: what was, or was done: "we had", "they lost";
 * - `unclear`: anything else.
 */
export type Lead = 'start' | 'turn' | 'pick' | 'is' | 'there' | 'past' | 'unclear';

const TURNING = CLASS.hesitations | CLASS.corrections | CLASS.contrasts | CLASS.conclusions | CLASS.courtesies;
/** So many words may describe an option that stands behind its article: "a dirty great pothole". */
const MOST_ADJECTIVES = 2;

/** What leads to the words [from, …) of an option, and where it begins. */
export function leadTo(
  heard: Heard,
  from: number,
  asked: ReadonlySet<string>,
  pastEndings: readonly string[],
): { lead: Lead; at: number } {
  const article = beforeArticle(heard, from);
  let at = article;
  let isPause = false;
  while (is(heard, at, CLASS.determiners | CLASS.hesitations) && !is(heard, at, CLASS.contrasts | CLASS.conclusions)) {
    // "I'm no good with that, just phone me"
    if (isOverAt(heard, at)) return { lead: 'turn', at };
    isPause ||= has(heard, at, MARK.pauses);
    at--;
  }
  const lead = leadAt(heard, at, asked, pastEndings);
  // "my aunt prefers wool"
  const isDescribed = article < from - 1 && (lead === 'turn' || lead === 'start');
  if (isDescribed) return { lead: 'unclear', at };
  return { lead: isPause && (lead === 'unclear' || lead === 'start') ? 'turn' : lead, at };
}

/** Whether a thought ends with a pronoun, and the next begins: "that" of "I'm no good with that, just phone me". */
export function isOverAt(heard: Heard, at: number): boolean {
  const isObject = has(heard, at, MARK.objects) || is(heard, at, CLASS.subjects);
  const isBound =
    is(heard, at - 1, CLASS.prepositions) || (is(heard, at - 1, CLASS.negators) && heard.fixed[at - 1] === true);
  return isObject && isBound && is(heard, at + 1, CLASS.hesitations | CLASS.conclusions);
}

/** Before the article of an option, and the words between the two. */
function beforeArticle(heard: Heard, from: number): number {
  let at = from - 1;
  for (let count = 0; count <= MOST_ADJECTIVES; count++, at--) {
    if (is(heard, at, CLASS.determiners)) return at;
    if ((heard.classes[at] !== 0 && !is(heard, at, CLASS.approvals)) || has(heard, at, MARK.picks)) break;
  }
  return from - 1;
}

function leadAt(heard: Heard, at: number, asked: ReadonlySet<string>, pastEndings: readonly string[]): Lead {
  if (at < 0) return 'start';
  if (is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections)) return 'unclear';
  // "it has to be"
  if (is(heard, at, CLASS.being)) return isPicking(heard, at) ? 'pick' : leadOfBeing(heard, at);
  if (is(heard, at, CLASS.pasts) && !isPicking(heard, at)) return 'past';
  if (isPicking(heard, at) || isOfQuestion(heard, at, asked)) return 'pick';
  // "go ahead and"
  if (is(heard, at, CLASS.joiners) && isWrapping(heard, at)) return 'turn';
  if (is(heard, at, TURNING)) return 'turn';
  if (has(heard, at, MARK.objects)) return leadAt(heard, at - 1, asked, pastEndings);
  if (is(heard, at, CLASS.prepositions)) return throughPreposition(heard, at - 1, asked, pastEndings);
  return isPastOf(wordAt(heard.texts, at), pastEndings) ? 'past' : 'unclear';
}

/** "it's for", "to do with", "headed to", "put me down for". */
function throughPreposition(
  heard: Heard,
  from: number,
  asked: ReadonlySet<string>,
  pastEndings: readonly string[],
): Lead {
  let at = from;
  while (is(heard, at, CLASS.hesitations | CLASS.prepositions)) at--;
  if (isPutDown(heard, at)) return 'pick';
  // "I'm allergic to"
  if (has(heard, at, MARK.facts)) return 'unclear';
  const lead = leadAt(heard, at, asked, pastEndings);
  if (lead !== 'unclear' && lead !== 'past') return lead;
  // "we're on", "we're headed to"
  const being = is(heard, at, CLASS.being) ? at : at - 1;
  const isNow = is(heard, being, CLASS.being) && !is(heard, being, CLASS.pasts);
  if (isPastOf(wordAt(heard.texts, at), pastEndings)) return lead;
  return isNow && is(heard, being - 1, CLASS.subjects) ? 'is' : lead;
}

/** "put my daughter down". */
function isPutDown(heard: Heard, at: number): boolean {
  const isNamed = heard.classes[at - 1] === 0 && is(heard, at - 2, CLASS.determiners);
  return is(heard, at, CLASS.carriers) && isNamed && isPicking(heard, at - 3);
}

/** "change" to "What would you like to change?" */
function isOfQuestion(heard: Heard, at: number, asked: ReadonlySet<string>): boolean {
  return heard.classes[at] === 0 && asked.has(wordAt(heard.texts, at));
}

/** Nothing stands before it but what may be said before any option. */
function isWrapping(heard: Heard, to: number): boolean {
  return heard.texts.slice(0, to).every((_, at) => is(heard, at, FILLER));
}

/** "I'll have", but not "I have". */
function isPicking(heard: Heard, at: number): boolean {
  return has(heard, at, MARK.picks) && !has(heard, at, MARK.existentials);
}

/** "it's", "they are"; what somebody or something else is picks nothing: "I'm single", "my flat is small". */
function leadOfBeing(heard: Heard, at: number): Lead {
  if (is(heard, at, CLASS.pasts)) return 'past';
  let before = at - 1;
  while (is(heard, before, AUXILIARY) && !is(heard, before, CLASS.subjects | CLASS.negators)) before--;
  if (!isThing(heard, before)) return 'unclear';
  return has(heard, before, MARK.existentials) ? 'there' : 'is';
}

/** "has to", "would". */
const AUXILIARY = CLASS.being | CLASS.statements | CLASS.light | CLASS.hesitations;

/** "it", "that", "she": what was asked about. */
function isThing(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.subjects) && !has(heard, at, MARK.speakers) && !is(heard, at, CLASS.questions);
}
