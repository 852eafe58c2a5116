import { type FoundPhrase, phraseAt } from './automaton';
import type { Decision } from './decision';
import { type Heard, has, heardTokens, is, range } from './heard';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { createPhrases, type Phrases } from './phrases';
import { wordAt } from './word-at';

/** How is said that an option stands beside another: behind it, or before it; or only that it does. */
type Side = 'after' | 'before' | 'unclear';

export type Neighbours = Phrases<Side>;

const WORDS: Decision = { kind: 'words' };

export function createNeighbours({ language: { neighbours }, tokenize }: Lexicon): Neighbours {
  const { after, before, unclear } = neighbours;
  return createPhrases<Side>(
    [
      ['after', after],
      ['before', before],
      ['unclear', unclear],
    ],
    tokenize,
  );
}

/**
 * "the one after the harbour", "not the first, the one after that". An option that is only named for its neighbour is never
 * picked itself: words where there is no such neighbour. `decide` decides on a part of the utterance.
 */
export function byNeighbour(
  heard: Heard,
  prepared: Prepared,
  neighbours: Neighbours,
  lexicon: Lexicon,
  decide: (part: Heard) => Decision | undefined,
): Decision | undefined {
  const found = sideIn(heard, prepared, neighbours);
  if (!found) return undefined;
  const { words, texts, wordOf } = heard;
  const part = (from: number, to: number) => heardTokens(words, texts.slice(from, to), wordOf.slice(from, to), lexicon);
  const begin = beginOf(heard, found, prepared);
  const denied = deniedBefore(heard, begin);
  const isOnly = range(0, begin).every((at) => is(heard, at, FILLER) && !is(heard, at, CLASS.questions));
  const other = isThat(heard, found.to)
    ? denied && decide(part(denied.from, denied.to))
    : decide(part(found.to, texts.length));
  if (other?.kind === 'which' && !isOnly && !denied) return WORDS;
  if (other?.kind !== 'choose') return undefined;
  const index = found.meaning === 'after' ? other.index + 1 : other.index - 1;
  const isKnown = found.meaning !== 'unclear' && (isOnly || denied);
  if (!isKnown || index < 0 || index >= prepared.count) return WORDS;
  const { rest } = other;
  return { kind: 'choose', index, rule: 'position', confidence: 0.8, ...(rest !== undefined && { rest }) };
}

/** "the one after": behind what options are called by. "After dark" may be a label itself. */
function sideIn(heard: Heard, { stems, generic }: Prepared, neighbours: Neighbours): FoundPhrase<Side> | undefined {
  const isNoun = (at: number) => is(heard, at, CLASS.nouns) || generic.has(wordAt(heard.stems, at));
  for (const at of heard.texts.keys()) {
    const found = phraseAt(neighbours, heard.texts, at);
    if (!found || stems.has(wordAt(heard.stems, found.to - 1))) continue;
    if (isNoun(at - 1) || range(at, found.to).some(isNoun)) return found;
  }
  return undefined;
}

function beginOf(heard: Heard, { from }: FoundPhrase<Side>, { generic }: Prepared): number {
  let at = from;
  while (is(heard, at - 1, CLASS.nouns | CLASS.determiners) || generic.has(wordAt(heard.stems, at - 1))) at--;
  return at;
}

/** "that", "it", or nothing: the option that was named before. */
function isThat(heard: Heard, from: number): boolean {
  return range(from, heard.texts.length).every(
    (at) =>
      is(heard, at, CLASS.courtesies | CLASS.hesitations) ||
      (at === from && (is(heard, at, CLASS.subjects) || has(heard, at, MARK.objects))),
  );
}

const TURN = CLASS.corrections | CLASS.contrasts;
const AROUND = CLASS.courtesies | CLASS.hesitations;

/** The words before a token that are denied or taken back, without what does so: "the first" of "not the first", "the first, no". */
function deniedBefore(heard: Heard, end: number): { readonly from: number; readonly to: number } | undefined {
  let from = 0;
  while (is(heard, from, AROUND) && !is(heard, from, CLASS.negators)) from++;
  let to = end;
  while (is(heard, to - 1, AROUND | TURN | CLASS.boundaries)) to--;
  const isDenied = is(heard, from, CLASS.negators);
  const isTakenBack = range(to, end).some((at) => is(heard, at, TURN));
  // "not the first, or the one after that"
  const areBoth = is(heard, to - 1, CLASS.alternatives);
  // "not the one after the harbour": nothing is named before it.
  const first = isDenied ? from + 1 : from;
  return !areBoth && (isDenied || isTakenBack) && first < to ? { from: first, to } : undefined;
}
