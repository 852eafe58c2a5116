import type { FoundPhrase } from './automaton';
import { type Heard, has, heardTokens, is, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import { createPatterns, type Named, patternFinder } from './patterns';
import type { Phrases } from './phrases';

/** What may follow a place and only tells that it is meant, or why: "works with my shifts", "I'm in a hurry", "was it". */
export type PlaceTails = Phrases<Tail>;

type Tail = 'approved' | 'refused' | 'seeming' | 'because' | 'tag';

export function createPlaceTails(lexicon: Lexicon): PlaceTails {
  const { approved, refused, seeming, because, tags } = lexicon.language.positions;
  return createPatterns(
    [
      ['approved', approved],
      ['refused', refused],
      ['seeming', seeming],
      ['because', because],
      ['tag', tags],
    ],
    lexicon,
  );
}

type Place = Pick<FoundPhrase<unknown>, 'from' | 'to' | 'value'>;

/** "the first one sounds dear": it is spoken against. */
export function isRefused(heard: Heard, { to }: Place, tails: PlaceTails, { language }: Lexicon): boolean {
  const find = patternFinder(tails, heard, NOTHING, language.positions);
  return find(to)?.meaning === 'refused';
}

/** The utterance up to a place, where the rest of it only tells that it is meant, or why; all of it elsewhere. */
export function withoutTail(
  heard: Heard,
  place: Place,
  places: readonly Place[],
  tails: PlaceTails,
  lexicon: Lexicon,
): Heard {
  const isTail = isComment(heard, place, places, tails, lexicon) || isCleft(heard, place);
  if (!isTail) return heard;
  const { words, texts, wordOf } = heard;
  return heardTokens(words, texts.slice(0, place.to), wordOf.slice(0, place.to), lexicon);
}

const NOTHING: Named = { generic: new Set() };
const AROUND = CLASS.courtesies | CLASS.hesitations;

function isComment(
  heard: Heard,
  place: Place,
  places: readonly Place[],
  tails: PlaceTails,
  { language }: Lexicon,
): boolean {
  const end = heard.texts.length;
  if (place.to === end) return false;
  const find = patternFinder(tails, heard, NOTHING, language.positions);
  let next = place.to;
  for (const at of range(place.to, end)) {
    if (at < next) continue;
    const again = places.find(({ from, value }) => from === at && value !== undefined && value === place.value);
    const tail = find(at);
    if (again) next = again.to;
    else if (tail?.meaning === 'refused') return false;
    else if (tail && isOfPlace(heard, place, tail, language.positions.counters)) next = tail.to;
    else if (!is(heard, at, AROUND) && !has(heard, at, MARK.pauses) && !isLink(heard, at, find)) return false;
  }
  return true;
}

/** "as" of "the third one as I have a dog". */
function isLink(heard: Heard, at: number, find: (from: number) => FoundPhrase<Tail> | undefined): boolean {
  return (is(heard, at, CLASS.boundaries) || has(heard, at, MARK.subordinators)) && find(at + 1)?.meaning === 'because';
}

/** A reason begins a thought of its own: it counts only behind "the first one" or "number one", as "first I have to" opens a story. */
function isOfPlace(heard: Heard, { from, to }: Place, tail: FoundPhrase<Tail>, counters: readonly string[]): boolean {
  if (tail.meaning !== 'because') return true;
  const isFramed = heard.texts
    .slice(from, to)
    .some((text, at) => counters.includes(text) || (at > 0 && is(heard, from + at, CLASS.nouns)));
  return isFramed && !holdsMore(heard, tail.from, tail.to, CLASS.being | CLASS.statements | CLASS.wishes);
}

/** Whether a question or a further sentence is among the tokens behind the subject of one. */
function holdsMore(heard: Heard, subject: number, to: number, verbs: number): boolean {
  return range(subject + 1, to).some((at) => {
    const isAsked = is(heard, at, CLASS.questions) && !is(heard, at, CLASS.being | CLASS.statements | CLASS.subjects);
    const isSentence = is(heard, at, CLASS.subjects) && is(heard, at + 1, verbs);
    // "is it far"
    const isInverted = is(heard, at, CLASS.being) && is(heard, at + 1, CLASS.subjects);
    return isAsked || isSentence || isInverted || is(heard, at, CLASS.asking);
  });
}

/** "it's the latter that I lost"; but "it's the first I've heard of it" counts. */
function isCleft(heard: Heard, { from, to, value }: Place): boolean {
  let at = 0;
  while (is(heard, at, AROUND)) at++;
  const isIt = is(heard, at, CLASS.subjects) && is(heard, at, CLASS.light) && is(heard, at + 1, CLASS.being);
  if (!isIt || at + 2 !== from || to + 1 >= heard.texts.length || !is(heard, to, CLASS.subjects)) return false;
  const isCounted = value !== undefined && (has(heard, to, MARK.existentials) || has(heard, to + 1, MARK.existentials));
  return !isCounted && !holdsMore(heard, to, heard.texts.length, CLASS.being | CLASS.statements);
}
