import { phraseAt } from './automaton';
import type { Decision, Rule } from './decision';
import { type Evidence, findEvidence } from './evidence';
import { type Heard, has, holdsAny, is, isByItself, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { wordAt } from './word-at';

/**
 * Whether the option that begins an answer is only told of, and what is told speaks against it: "monday I can't", "beef I
 * don't eat"; and where days or times are offered, what somebody does then: "tuesday I'm at work". The bot hears it as said.
 */
export function isDeclined(
  heard: Heard,
  decision: Decision,
  said: () => Evidence,
  prepared: Prepared,
  lexicon: Lexicon,
): boolean {
  if (decision.kind !== 'choose' || NAMELESS.includes(decision.rule)) return false;
  if (prepared.isMatter || !holdsAny(heard, TELLING)) return false;
  const at = behindName(heard, decision.index, said);
  if (at === 0) return false;
  // "monday I can't tuesday I can" does not exclude Tuesday.
  if (isOtherNamed(heard, at, decision.index, prepared, lexicon)) return decision.rule === 'negation';
  const clause = range(at, heard.texts.length);
  if (clause.some((token) => isApproved(heard, token) || isAsked(heard, token) || isTurn(heard, token))) return false;
  if (clause.some((token) => isNegator(heard, token))) return true;
  return isOfTime(heard, at, prepared, lexicon) && isEngaged(heard, at, lexicon);
}

/** No words of the option were said. */
const NAMELESS: readonly Rule[] = ['yes-no', 'position', 'letter'];

const TELLING = CLASS.subjects | CLASS.statements | CLASS.being | CLASS.idioms;

/** A time, a day of a month, "monday", "in the evening". */
function isOfTime(heard: Heard, to: number, { holdsTimes, stems }: Prepared, lexicon: Lexicon): boolean {
  const { dated, dayparts } = lexicon.stems;
  return (
    holdsTimes ||
    range(0, to).some((at) => {
      const stem = wordAt(heard.stems, at);
      return dated.has(stem) || ((is(heard, at, CLASS.adverbs) || dayparts.has(stem)) && stems.has(stem));
    })
  );
}

/** Where a clause begins right behind an option that begins the answer; 0 where none does. */
function behindName(heard: Heard, index: number, said: () => Evidence): number {
  const own = new Set(
    [...said().values()].flatMap(({ label, content, light }) => (label.index === index ? [...content, ...light] : [])),
  );
  const isName = (at: number) => own.has(at) || heard.isNumber[at] === true;
  let at = 0;
  while (isName(at) || is(heard, at, BEFORE)) at++;
  if (!range(0, at).some(isName)) return 0;
  const isVerb = isByItself(heard, at, CLASS.statements | CLASS.being);
  return (isVerb && isNegator(heard, at + 1)) || isPerson(heard, at) ? at : 0;
}

/** Nothing that picks: "I'll have monday". */
const BEFORE = CLASS.hesitations | CLASS.determiners | CLASS.prepositions | CLASS.nouns;

/** "I", "she"; what an option itself does may recommend it. */
function isPerson(heard: Heard, at: number): boolean {
  return isByItself(heard, at, CLASS.subjects) && !isByItself(heard, at, CLASS.determiners | CLASS.questions);
}

/** "I don't mind"; "be" and "do" approve of nothing by themselves. */
function isApproved(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.approvals) && !is(heard, at, CLASS.light);
}

function isAsked(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.questions) && !is(heard, at, CLASS.being | CLASS.statements);
}

/** Of an idiom as well: "doesn't work". */
function isNegator(heard: Heard, at: number): boolean {
  return isByItself(heard, at, CLASS.negators);
}

function isTurn(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.corrections | CLASS.contrasts | CLASS.conclusions) && !is(heard, at, CLASS.negators);
}

function isOtherNamed(heard: Heard, from: number, index: number, prepared: Prepared, lexicon: Lexicon): boolean {
  return [...findEvidence(heard, prepared, lexicon, from).values()].some(
    ({ label, content }) => label.index !== index && content.size > 0,
  );
}

/** "I'm in a meeting", "I've got the dentist"; "I'm free" and "I'm at home" approve of it. */
function isEngaged(heard: Heard, at: number, { aside: { free } }: Lexicon): boolean {
  const verb = at + 1;
  if (phraseAt(free, heard.texts, verb + 1)) return false;
  const isState = isByItself(heard, verb, CLASS.being) || has(heard, verb, MARK.existentials);
  return isState && range(verb + 1, heard.texts.length).some((token) => isTold(heard, token));
}

function isTold(heard: Heard, at: number): boolean {
  return heard.classes[at] === 0 || is(heard, at, CLASS.idioms);
}
