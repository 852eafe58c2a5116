import type { FoundPhrase } from './automaton';
import { minutesOf } from './clock';
import { kindsOf, surroundings } from './context';
import type { Decision, Offered } from './decision';
import { othersThan } from './exclusion';
import { asSaid, type Heard, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import { isAlone, isCount, isDate, isNumberOfLabels, isOfSomething, isUnframed } from './no-place';
import type { Prepared } from './offer';
import { once } from './once';
import { createPatterns, patternFinder } from './patterns';
import type { Phrases } from './phrases';
import { createPlaceTails, isRefused, type PlaceTails, withoutTail } from './place-tail';
import { restBehind } from './rest';

type Positions = Lexicon['language']['positions'];

/** What is said around places, and is none itself. */
const BESIDE = [
  'not-after',
  'partitive',
  'pronouns',
  'counters',
  'zeros',
  'single',
  'leads',
  'approved',
  'refused',
  'seeming',
  'because',
  'tags',
] as const satisfies readonly (keyof Positions)[];

type Place = Exclude<keyof Positions, (typeof BESIDE)[number]> | 'bare';

export interface PositionPatterns {
  readonly places: Phrases<Place>;
  readonly leads: Phrases<'lead'>;
  readonly tails: PlaceTails;
}

export function createPositions(lexicon: Lexicon): PositionPatterns {
  const beside: readonly string[] = BESIDE;
  const all = Object.entries(lexicon.language.positions) as [Place, readonly string[]][];
  const places = all.filter(([name]) => !beside.includes(name));
  return createPatternsOf([...places, ['bare', ['{{number}}']]], lexicon);
}

/** Places in the list as it was read out. */
export function createListed(lexicon: Lexicon): PositionPatterns {
  return createPatternsOf([['listed', lexicon.language.positions.listed]], lexicon);
}

function createPatternsOf(
  places: readonly (readonly [Place, readonly string[]])[],
  lexicon: Lexicon,
): PositionPatterns {
  return {
    places: createPatterns(places, lexicon),
    leads: createPatterns([['lead', lexicon.language.positions.leads]], lexicon),
    tails: createPlaceTails(lexicon),
  };
}

/** The option that was named by where it stands. */
export function byPosition(
  heard: Heard,
  offered: Offered,
  prepared: Prepared,
  patterns: PositionPatterns,
  lexicon: Lexicon,
): Decision | undefined {
  const found = placesIn(heard, patterns, prepared, lexicon);
  const negators = found.map((place, at) => negatorOf(heard, place, at > 0));
  const denied = found.filter((_, at) => negators[at] !== undefined);
  const spans = found.map(({ from, to }, at) => ({ from: negators[at] ?? from, to }));
  const passed = new Set(denied.length > 0 ? spans.flatMap((span) => range(span.from, span.to)) : []);
  const places = denied.length > 0 ? found : joinedByOr(heard, found);
  const excluded = new Set<number>();
  for (const place of places) {
    if (isRefused(heard, place, patterns.tails, lexicon)) continue;
    const head = withoutTail(heard, place, places, patterns.tails, lexicon);
    const placed = placedAt(head, place, passed, offered, prepared, lexicon);
    if (!placed) continue;
    const others = found
      .filter((other) => isOr(heard, place.to, other.from) || isWithin(other, place))
      .map((other) => placesOf(other, offered, prepared));
    // "the first or the ninth" of three
    if (others.some((indexes) => indexes.length === 0)) continue;
    if (!denied.includes(place)) return decided(placed, others.flat());
    const isSure = placed.others.length === 0 || place.meaning === 'first-two' || place.meaning === 'last-two';
    if (placed.rest === '' && isSure) for (const index of [placed.index, ...placed.others]) excluded.add(index);
  }
  return excluded.size > 0 ? othersThan(excluded, prepared) : undefined;
}

/** "The second, the last or the first" is one place, which may be any of them. How many are wanted may be "two or three". */
function joinedByOr(heard: Heard, found: readonly FoundPhrase<Place>[]): readonly FoundPhrase<Place>[] {
  const isEither = found.some(({ from }, at) => isOr(heard, found[at - 1]?.to ?? from, from));
  const joined: FoundPhrase<Place>[] = [];
  for (const place of found) {
    const before = joined.at(-1);
    const isNext = before && (isOr(heard, before.to, place.from) || (isEither && before.to === place.from));
    if (isNext && place.meaning !== 'bare') joined.splice(-1, 1, { ...before, to: place.to });
    else joined.push(place);
  }
  return joined;
}

function isWithin(other: FoundPhrase<Place>, { from, to }: FoundPhrase<Place>): boolean {
  return other.from > from && other.to <= to;
}

/** What a place tells: an option, others that it may be, too, and what was said behind it. */
interface Placed {
  readonly index: number;
  readonly others: readonly number[];
  readonly rule: 'letter' | 'position';
  readonly rest: string;
}

/** "The last or the first": either of two places, so it is asked which. */
function decided({ index, others, rule, rest }: Placed, alternatives: readonly number[]): Decision {
  const indexes = [...new Set([index, ...others, ...alternatives])].sort((one, other) => one - other);
  if (indexes.length > 1) return { kind: 'which', indexes, rule: 'position' };
  return { kind: 'choose', index, rule, confidence: rest === '' ? 0.9 : 0.8, ...(rest !== '' && { rest }) };
}

function isOr(heard: Heard, from: number, to: number): boolean {
  const between = range(from, to);
  return (
    between.some((at) => is(heard, at, CLASS.alternatives) && !is(heard, at, CLASS.corrections | CLASS.negators)) &&
    between.every((at) => is(heard, at, CLASS.alternatives | CLASS.hesitations | CLASS.determiners | CLASS.light))
  );
}

/** From left to right; what a place is picked with belongs to it: "I'll have the third". */
function placesIn(
  heard: Heard,
  patterns: PositionPatterns,
  prepared: Prepared,
  { language }: Lexicon,
): FoundPhrase<Place>[] {
  const find = patternFinder(patterns.places, heard, prepared, language.positions);
  const findLead = once(() => patternFinder(patterns.leads, heard, prepared, language.positions));
  const leadOf = (place: FoundPhrase<Place>, least: number) => {
    if (!is(heard, place.from, CLASS.determiners)) return undefined;
    return range(least, place.from).find((at) => findLead()(at)?.to === place.from);
  };
  const places: FoundPhrase<Place>[] = [];
  let least = 0;
  for (const at of heard.texts.keys()) {
    const found = at < least ? undefined : find(at);
    // "the first thing you said" is more than "the first thing".
    if (!found || (heard.fixed[at] && heard.fixed[found.to - 1])) continue;
    places.push({ ...found, from: leadOf(found, least) ?? at });
    least = found.to;
  }
  return places;
}

const BETWEEN = CLASS.determiners | CLASS.hesitations | CLASS.carriers;

/** The word that excludes a place: "not the first one"; but "no the first" corrects something. */
function negatorOf(heard: Heard, { from }: { readonly from: number }, isListed: boolean): number | undefined {
  let at = from - 1;
  while (is(heard, at, BETWEEN)) at--;
  const isNegated = (token: number) => is(heard, token, CLASS.negators) && !is(heard, token, CLASS.corrections);
  const isNext = isListed && is(heard, at, CLASS.alternatives) && heard.texts.some((_, token) => isNegated(token));
  return isNext || isNegated(at) ? at : undefined;
}

function placedAt(
  heard: Heard,
  found: FoundPhrase<Place>,
  passed: ReadonlySet<number>,
  offered: Offered,
  prepared: Prepared,
  lexicon: Lexicon,
): Placed | undefined {
  const { from, to, meaning } = found;
  const own = new Set([...passed, ...range(found.from, found.to)]);
  const kinds = kindsOf(heard, prepared, own);
  const around = surroundings(heard, found, kinds);
  if (around.before || around.denied || (around.behind && !around.apart) || (from > 0 && is(heard, 0, CLASS.questions)))
    return undefined;
  const isCounted = meaning === 'front' || meaning === 'numbered';
  if (around.hasNoun || (isCounted && isNumberOfLabels(heard, found, prepared))) return undefined;
  if (meaning === 'front' && isUnframed(heard, found, passed, lexicon)) return undefined;
  // "can I book two": how many
  const isCounting = is(heard, from - 1, CLASS.carriers | CLASS.subjects) && !is(heard, from - 1, CLASS.hesitations);
  if (meaning === 'bare' && (isCounting || around.behind || prepared.holdsNumbers || isCount(heard, from, lexicon)))
    return undefined;
  // "una torta": an article, and no place.
  if (meaning === 'bare' && is(heard, from, CLASS.determiners) && !isAlone(heard, from, to)) return undefined;
  if (
    meaning === 'lettered' &&
    (to - from === 1 || (is(heard, to - 1, CLASS.determiners) && !is(heard, to - 2, CLASS.nouns))) &&
    (around.behind || !isAlone(heard, from, to))
  )
    return undefined;
  if (isOfSomething(heard, to, lexicon) || (meaning === 'front' && isDate(heard, lexicon))) return undefined;
  const [index, ...others] = placesOf(found, offered, prepared);
  if (index === undefined) return undefined;
  const numbered = meaning === 'front' ? numberedAs(heard, found, prepared) : [];
  const { from: first, to: last } = restBehind(heard, to, kinds);
  return {
    index,
    others: [...others, ...numbered],
    rule: meaning === 'lettered' ? 'letter' : 'position',
    rest: asSaid(heard, first, last),
  };
}

/** "the third" of Ward 2, Ward 3 and Ward 9: options by that number, where nothing tells that a place is meant. */
function numberedAs(heard: Heard, { from, to, value }: FoundPhrase<Place>, { labels }: Prepared): number[] {
  const isPlain = range(from, to).every(
    (token) =>
      (is(heard, token, CLASS.light | CLASS.carriers) && !is(heard, token, CLASS.nouns)) ||
      heard.numerals.some((one) => one.ordinal && one.from <= token && token < one.to),
  );
  if (!isPlain) return [];
  const counted = labels.filter(({ items }) => items.some(({ key, ordinal }) => key.startsWith('#') && !ordinal));
  const named = counted.filter(({ items }) => items.some(({ key }) => key === `#${value}`));
  // The four of "four cheese" is no number among others.
  return counted.length > 1 ? named.map(({ index }) => index) : [];
}

/** The option in the middle of [from, to), or the two there. */
function middleOf(from: number, to: number): readonly number[] {
  const length = to - from;
  if (length < 2) return [];
  return length % 2 === 1 ? [from + (length - 1) / 2] : [from + length / 2 - 1, from + length / 2];
}

/** Which options, from 0, stand where was said: among those read out last first, beyond these among all. */
function placesOf({ meaning, value }: FoundPhrase<Place>, { from, to }: Offered, prepared: Prepared): number[] {
  const { labels } = prepared;
  const at = (index: number) => (index >= 0 && index < prepared.count ? [index] : []);
  const length = to - from;
  const place = value ?? 1;
  // "number zero"
  if (place < 1) return [];
  // Where others were not read out, "the last one" may be the last that was heard, or the last there is.
  const ends = [...new Set([to, prepared.count])];
  const fromEnd = (back: number) => ends.flatMap((end) => at(end - back));
  switch (meaning) {
    case 'front':
    case 'listed':
    case 'numbered':
    case 'lettered':
    case 'bare':
      return place <= length ? [from + place - 1] : at(place - 1);
    case 'back':
      return fromEnd(place);
    case 'first':
    case 'former':
      return at(from);
    case 'latter':
    case 'last-heard':
      return at(to - 1);
    case 'last':
      return fromEnd(1);
    case 'whole-last':
      return at(prepared.count - 1);
    case 'last-but-one':
      return fromEnd(2);
    case 'last-but-two':
      return fromEnd(3);
    case 'middle':
      return [...middleOf(from, to), ...middleOf(0, prepared.count)];
    case 'first-two':
      return length >= 2 ? [from, from + 1] : [];
    case 'last-two':
      return length >= 2 ? [to - 2, to - 1] : [];
    case 'remaining':
      return [];
    case 'earliest':
    case 'latest': {
      const timed = labels.flatMap(({ index, time }) => (time ? [{ index, minutes: minutesOf(time) }] : []));
      timed.sort((one, other) => one.minutes - other.minutes);
      const chosen = meaning === 'earliest' ? timed[0] : timed.at(-1);
      return chosen ? [chosen.index] : [];
    }
  }
}
