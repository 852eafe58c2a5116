import type { FoundPhrase } from './automaton';
import { type Heard, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { createPatterns, patternFinder } from './patterns';
import type { Phrases } from './phrases';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

export type OfferCommand = 'list' | 'more' | 'none' | 'all' | 'both';

/** `why`: why something is asked again, which asks nothing of its own. */
type Said = OfferCommand | 'why';

export function createCommands(lexicon: Lexicon): Phrases<Said> {
  const { list, more, why, none, all, both } = lexicon.language.commands;
  return createPatterns<Said>(
    [
      ['list', list],
      ['more', more],
      ['why', why],
      ['none', none],
      ['all', all],
      ['both', both],
    ],
    lexicon,
  );
}

/** What is said of the offer as a whole: "what were they?", "none of them". */
export function byCommand(
  heard: Heard,
  prepared: Prepared,
  commands: Phrases<Said>,
  lexicon: Lexicon,
): OfferCommand | undefined {
  const find = patternFinder(commands, heard, { generic: prepared.generic }, lexicon.language.positions);
  for (let begin = 0; begin === 0 || is(heard, begin - 1, AROUND); begin++) {
    const found = find(begin);
    if (!found) continue;
    const command = onlyCommand(heard, begin, find);
    if (command) return command;
    const end = behindAround(heard, found.to);
    if (found.meaning !== 'why' && isExplained(heard, found, end, lexicon)) return found.meaning;
  }
  return askedAtLast(heard, find) ?? askedAmid(heard, prepared, find);
}

/** "sweetie stop pulling that, sorry, what were they": talk to others, and then the options are asked for behind a pause. */
function askedAtLast(heard: Heard, find: (from: number) => FoundPhrase<Said> | undefined): 'list' | undefined {
  const isAskedAgain = heard.texts.some((_, at) => {
    const found = is(heard, at - 1, AROUND) && !is(heard, at, CLASS.subjects) ? find(at) : undefined;
    const isAsked = found?.meaning === 'list' && found.to - found.from >= SHORTEST_ASKED;
    return isAsked && onlyCommand(heard, at, find) === 'list';
  });
  return isAskedAgain ? 'list' : undefined;
}

/** "again" alone may belong to the talk. */
const SHORTEST_ASKED = 3;

/**
 * "you went too fast for me read me the list again", "say that list once more I was parking": it ends the utterance, or begins
 * it and a reason follows, and no option is named.
 */
function askedAmid(
  heard: Heard,
  { stems, generic }: Prepared,
  find: (from: number) => FoundPhrase<Said> | undefined,
): 'list' | 'more' | undefined {
  if (heard.stems.some((stem) => stems.has(stem) && !generic.has(stem))) return undefined;
  for (let at = 0; at < heard.texts.length; at++) {
    const found = find(at);
    if ((found?.meaning !== 'list' && found?.meaning !== 'more') || found.to - at < LONG_ASKED) continue;
    const end = behindAround(heard, found.to);
    const isReason = behindAround(heard, 0) >= at && is(heard, end, CLASS.subjects);
    if (end === heard.texts.length || isReason) return found.meaning;
  }
  return undefined;
}

/** Shorter ones may be part of a wish: "repeat the order". */
const LONG_ASKED = 4;

/** The command that all phrases up to the end are, beside why it is given: "please repeat, you talk too fast". */
function onlyCommand(
  heard: Heard,
  begin: number,
  find: (from: number) => FoundPhrase<Said> | undefined,
): OfferCommand | undefined {
  let command: OfferCommand | undefined;
  let at = begin;
  while (at < heard.texts.length) {
    const found = find(at);
    const isOther = command && found?.meaning !== command;
    if (!found || (isOther && found.meaning !== 'why')) return undefined;
    if (found.meaning !== 'why') command = found.meaning;
    const end = behindAround(heard, found.to);
    at = end;
    while (is(heard, at, CLASS.boundaries)) at++;
    // "the lot and" goes on.
    if (at === heard.texts.length && at !== end) return undefined;
  }
  return command;
}

function behindAround(heard: Heard, from: number): number {
  let at = from;
  while (is(heard, at, AROUND)) at++;
  return at;
}

/** What may stand around a command; "sorry" among it. */
const AROUND = CLASS.courtesies | CLASS.hesitations | CLASS.corrections;

/** What may stand between a command and the sentence that gives the reason. */
const BEFORE_REASON = CLASS.courtesies | CLASS.hesitations;

/** "none of these is any good to me"; "all of them, you've forgotten the whole street". */
function isExplained(
  heard: Heard,
  { meaning, from, to }: FoundPhrase<Said>,
  reason: number,
  lexicon: Lexicon,
): boolean {
  const tail = range(to, heard.texts.length);
  if (to - from < 2 || tail.some((token) => is(heard, token, CLASS.boundaries | CLASS.asking))) return false;
  if (meaning === 'none') return isPredicate(heard, tail, lexicon);
  const begin = is(heard, reason - 1, BEFORE_REASON) ? reason : to;
  return meaning === 'all' && is(heard, begin, CLASS.subjects) && is(heard, begin + 1, CLASS.being | CLASS.statements);
}

/** "is near enough for us to walk", and with a noun: "cities does it for me". What happened to them is told to the bot. */
function isPredicate(heard: Heard, tail: readonly number[], { language }: Lexicon): boolean {
  const [first = 0] = tail;
  const isPast = (token: number) =>
    is(heard, token, CLASS.pasts) || isPastOf(wordAt(heard.texts, token), language.pastEndings);
  if (tail.length > LONGEST_PREDICATE || tail.some(isPast)) return false;
  const isNoun = heard.classes[first] === 0;
  return (
    (isNoun && tail.length === 1 && is(heard, first - 1, CLASS.determiners)) ||
    is(heard, isNoun ? first + 1 : first, VERB)
  );
}

const VERB = CLASS.being | CLASS.statements | CLASS.approvals | CLASS.carriers;
const LONGEST_PREDICATE = 8;
