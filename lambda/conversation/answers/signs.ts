import { type Heard, is, range } from './heard';
import { isInquiry, isPolarQuestion } from './inquiry';
import { leadTo } from './lead';
import { FILLER, type Lexicon } from './lexicon';
import type { Mention } from './mention';
import type { Prepared } from './offer';
import { CLASSES, KINDS, type Kind, MARKS, OWN, type Own, PLACES, type Place, SLOTS } from './sign-names';

/** What tells whether an option that is named in an utterance is meant, by number: the words around it, and how it is named. */
export function signsAround(
  heard: Heard,
  at: number,
  mentions: readonly Mention[],
  prepared: Prepared,
  lexicon: Lexicon,
): readonly number[] {
  const { from, to } = mentions[at] as Mention;
  const end = heard.texts.length;
  const places: readonly (readonly [Place, number])[] = [
    ['first', 0],
    ['second', 1],
    ['third', 2],
    ['last', end - 1],
    ['before3', from - 3],
    ['before2', from - 2],
    ['before1', from - 1],
    ['behind1', to],
    ['behind2', to + 1],
    ['behind3', to + 2],
  ];
  return [
    ...ownSigns(heard, at, mentions, prepared, lexicon).map((name) => sign('itself', OWN.indexOf(name))),
    ...places.flatMap(([place, token]) => wordSigns(heard, place, token, mentions, at, prepared)),
    ...spanSigns(heard, 'before', 0, from),
    ...spanSigns(heard, 'behind', to, end),
  ];
}

function sign(place: Place, slot: number): number {
  return PLACES.indexOf(place) * SLOTS + slot;
}

function kindSign(place: Place, kind: Kind): number {
  return sign(place, CLASSES.length + MARKS.length + KINDS.indexOf(kind));
}

function bitSigns(place: Place, classes: number, marks: number): readonly number[] {
  return [...slotsOf(classes, sign(place, 0)), ...slotsOf(marks, sign(place, CLASSES.length))];
}

/** The places of the bits that are set, counted from a first one. */
function slotsOf(bits: number, first: number): readonly number[] {
  const slots: number[] = [];
  for (let left = bits; left !== 0; left &= left - 1) slots.push(first + 31 - Math.clz32(left & -left));
  return slots;
}

function wordSigns(
  heard: Heard,
  place: Place,
  token: number,
  mentions: readonly Mention[],
  own: number,
  { generic }: Prepared,
): readonly number[] {
  if (token < 0 || token >= heard.texts.length) return [kindSign(place, 'edge')];
  const [classes, marks] = [heard.classes[token] ?? 0, heard.marks[token] ?? 0];
  const kinds: readonly (readonly [boolean, Kind])[] = [
    [generic.has(heard.stems[token] ?? ''), 'generic'],
    [classes === 0 && marks === 0, 'unknown'],
    [heard.isNumber[token] ?? false, 'number'],
    [mentions.some((other, at) => at !== own && other.from <= token && token < other.to), 'option'],
  ];
  return [
    ...bitSigns(place, classes, marks),
    ...kinds.flatMap(([isSo, kind]) => (isSo ? [kindSign(place, kind)] : [])),
  ];
}

/** What any word of a span is. */
function spanSigns({ classes, marks }: Heard, place: Place, from: number, to: number): readonly number[] {
  let [anyClass, anyMark] = [0, 0];
  for (const token of range(from, to)) {
    anyClass |= classes[token] ?? 0;
    anyMark |= marks[token] ?? 0;
  }
  return bitSigns(place, anyClass, anyMark);
}

function ownSigns(
  heard: Heard,
  at: number,
  mentions: readonly Mention[],
  prepared: Prepared,
  lexicon: Lexicon,
): readonly Own[] {
  const mention = mentions[at] as Mention;
  const { from, to, decision } = mention;
  const end = heard.texts.length;
  const isSame = (other: Mention) => indexOf(other) === indexOf(mention);
  const others = (some: readonly Mention[]) => some.filter((other) => !isSame(other)).length;
  const [before, behind] = [others(mentions.slice(0, at)), others(mentions.slice(at + 1))];
  const { lead } = leadTo(heard, from, prepared.asked, lexicon.language.pastEndings);
  const found: readonly (readonly [boolean, Own])[] = [
    [mention.isFull, 'whole'],
    [decision.kind === 'which', 'tie'],
    [decision.rule === 'number', 'number'],
    [mention.isExcluded, 'excluded'],
    [to - from > 1, 'long'],
    [from === 0, 'begins'],
    [to === end, 'ends'],
    [mentions.some((other) => other !== mention && isSame(other)), 'again'],
    [before > 0, before > 1 ? 'others before' : 'other before'],
    [behind > 0, behind > 1 ? 'others behind' : 'other behind'],
    [true, `led by ${lead}`],
    [isInquiry(heard), 'inquiry'],
    [isPolarQuestion(heard), 'polar question'],
    [prepared.isMatter, 'matter asked'],
    [prepared.isMatter && lead === 'past', 'matter and past'],
    [isCountedName(heard, mention, prepared), 'counted name'],
    [true, end <= 3 ? 'words 3' : end <= 6 ? 'words 6' : end <= 10 ? 'words 10' : 'words more'],
  ];
  return [
    ...found.flatMap(([isSo, name]) => (isSo ? [name] : [])),
    ...toldSigns('told before', told(heard, 0, from, mentions, prepared)),
    ...toldSigns('told behind', told(heard, to, end, mentions, prepared)),
  ];
}

function toldSigns(where: 'told before' | 'told behind', count: number): readonly Own[] {
  const some = Math.min(count, 4);
  return some === 1 || some === 2 || some === 3 || some === 4 ? [`${where} ${some}`] : [];
}

/** How many words of a span are none of an option, and more than what is said around one. */
function told(heard: Heard, from: number, to: number, mentions: readonly Mention[], { generic }: Prepared): number {
  return range(from, to).filter(
    (token) =>
      !generic.has(heard.stems[token] ?? '') &&
      !is(heard, token, FILLER) &&
      !mentions.some((one) => one.from <= token && token < one.to),
  ).length;
}

/** "terminal two": a number behind the word that it counts in the label. */
export function isCountedName(heard: Heard, { from, to }: Mention, { labels, generic }: Prepared): boolean {
  const before = heard.stems[from - 1] ?? '';
  return (
    range(from, to).every((token) => heard.isNumber[token]) &&
    generic.has(before) &&
    labels.some(({ items }) => items.some(({ key }, at) => key === before && items[at + 1]?.key.startsWith('#')))
  );
}

/** The option that a mention means; -1 where it may be several. */
export function indexOf({ decision }: Mention): number {
  return decision.kind === 'choose' ? decision.index : -1;
}
