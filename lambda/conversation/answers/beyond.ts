import { asSaid, type Heard, is } from './heard';
import { CLASS, FILLER } from './lexicon';
import type { Polar } from './senses';
import { wordAt } from './word-at';

/** Whether a token says nothing beside a yes or no. `known`: stems of the question. */
export function isIgnored(heard: Heard, token: number, known: ReadonlySet<string>): boolean {
  if (known.has(wordAt(heard.stems, token)) || heard.fixed[token]) return true;
  // "yes who is this", but "yes that is what i want".
  const isQuestion = is(heard, token, CLASS.questions) && !is(heard, token, CLASS.being | CLASS.statements);
  if (isQuestion && is(heard, token - 1, CLASS.hesitations | CLASS.courtesies | CLASS.boundaries)) return false;
  const isNumber = heard.isNumber[token] === true && !is(heard, token, CLASS.light);
  return !isNumber && is(heard, token, FILLER | CLASS.approvals | CLASS.being | CLASS.statements | CLASS.boundaries);
}

/** Where what was said beyond a yes or no begins; the number of tokens where nothing was. */
export function restFrom(heard: Heard, from: number, known: ReadonlySet<string>): number {
  for (let token = from; token < heard.texts.length; token++) if (!isIgnored(heard, token, known)) return from;
  return heard.texts.length;
}

/** What was said beyond a yes or no, in the person's words. */
export function restOf(heard: Heard, { rest }: Polar): string {
  let from = rest;
  while (is(heard, from, CLASS.courtesies | CLASS.hesitations) && !is(heard, from, CLASS.boundaries)) from++;
  if (is(heard, from, CLASS.joiners)) from++;
  let to = heard.texts.length;
  while (is(heard, to - 1, CLASS.courtesies)) to--;
  return asSaid(heard, from, to);
}
