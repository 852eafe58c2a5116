import { type Heard, is } from './heard';
import { CLASS, FILLER } from './lexicon';
import type { Prepared } from './offer';

/** Where an option is named in an utterance: the tokens [from, to). */
export interface Anchor {
  readonly from: number;
  readonly to: number;
}

/** What stands around an option. */
export interface Surroundings {
  /** Words before and behind it that are more than wrapping. */
  readonly before: boolean;
  readonly behind: boolean;
  /** What stands behind it is set apart: "please", "and". */
  readonly apart: boolean;
  /** Nothing but "fine" and the like, denied: "today is no good". */
  readonly denied: boolean;
  /** The option is what a sentence is about, or part of one: "black doesn't suit me", "i may call back". */
  readonly inSentence: boolean;
}

export type Kinds = (token: number) => 'own' | 'filler' | 'unknown';

/** What each token is, given which belong to the option. */
export function kindsOf(heard: Heard, { generic }: Prepared, own: ReadonlySet<number>): Kinds {
  const numbered = new Set<number>();
  for (const { from, to } of heard.numerals) for (let token = from; token < to; token++) numbered.add(token);
  return (token) => {
    if (own.has(token)) return 'own';
    if (numbered.has(token) && !is(heard, token, CLASS.nouns | CLASS.light)) return 'unknown';
    if (is(heard, token, FILLER | CLASS.being) || generic.has(heard.stems[token] ?? '')) return 'filler';
    return 'unknown';
  };
}

export function surroundings(heard: Heard, anchor: Anchor, kinds: Kinds): Surroundings {
  const { texts } = heard;
  let before = false;
  for (let token = 0; token < anchor.from; token++) {
    if (kinds(token) === 'unknown' && !is(heard, token, CLASS.approvals | CLASS.questions | CLASS.negators))
      before = true;
  }
  let behind = false;
  let denied = false;
  for (let token = anchor.to; token < texts.length; token++) {
    if (is(heard, token, CLASS.negators)) denied = true;
    else if (kinds(token) === 'unknown' && !is(heard, token, CLASS.approvals)) behind = true;
  }
  const first = firstBehind(heard, anchor.to);
  const apart = first > anchor.to && is(heard, first - 1, CLASS.courtesies) ? true : is(heard, first, CLASS.boundaries);
  return {
    before,
    behind,
    apart,
    denied: denied && !behind,
    inSentence: behind && !apart && isInSentence(heard, anchor),
  };
}

/** The first token behind an option that is neither a courtesy nor "one" or the like. */
function firstBehind(heard: Heard, from: number): number {
  let at = from;
  while (at < heard.texts.length && is(heard, at, CLASS.courtesies | CLASS.nouns)) at++;
  return at;
}

function isInSentence(heard: Heard, { from, to }: Anchor): boolean {
  if (isSubject(heard, from - 1)) return true;
  if (
    is(heard, from - 1, CLASS.being | CLASS.statements) &&
    isSubject(heard, from - 2) &&
    heard.texts[from - 2] !== 'it'
  )
    return true;
  let next = to;
  while (is(heard, next, CLASS.hesitations)) next++;
  return is(heard, next, CLASS.statements) && !is(heard, next + 1, CLASS.subjects);
}

function isSubject(heard: Heard, token: number): boolean {
  return token >= 0 && is(heard, token, CLASS.subjects);
}

/** Where what was said beyond an option begins and ends; empty where it is no more than courtesy. */
export function restBehind(heard: Heard, from: number, kinds: Kinds): { from: number; to: number } {
  let at = firstBehind(heard, from);
  while (is(heard, at, CLASS.courtesies | CLASS.hesitations)) at++;
  if (is(heard, at, CLASS.joiners)) at++;
  let to = heard.texts.length;
  while (to > at && is(heard, to - 1, CLASS.courtesies)) to--;
  for (let token = at; token < to; token++) {
    if (kinds(token) === 'unknown' && !is(heard, token, CLASS.approvals)) return { from: at, to };
  }
  return { from: to, to };
}
