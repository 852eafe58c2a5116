import { type Heard, is, range } from './heard';
import { isInquiry, isPolarQuestion } from './inquiry';
import { leadTo } from './lead';
import { allOf, FILLER, type Lexicon } from './lexicon';
import type { Mention } from './mention';
import type { Prepared } from './offer';
import { CLASSES, FIRST_SIGN, KIND_SLOTS, type Kind, OWN_SIGNS, type Own, type Place } from './sign-names';
import { wordAt } from './word-at';

/** Is told a sign by its number. */
type Tell = (sign: number) => void;

/** Tells what tells whether an option that is named in an utterance is meant: the words around it, and how it is named. */
export function signsAround(
  heard: Heard,
  at: number,
  mentions: readonly Mention[],
  prepared: Prepared,
  lexicon: Lexicon,
  tell: Tell,
): void {
  const { from, to } = mentions[at] as Mention;
  const end = heard.texts.length;
  ownSigns(heard, at, mentions, prepared, lexicon, tell);
  const word = (place: Place, token: number) => wordSigns(heard, place, token, mentions, at, prepared, tell);
  word('first', 0);
  word('second', 1);
  word('third', 2);
  word('last', end - 1);
  word('before3', from - 3);
  word('before2', from - 2);
  word('before1', from - 1);
  word('behind1', to);
  word('behind2', to + 1);
  word('behind3', to + 2);
  spanSigns(heard, 'before', 0, from, tell);
  spanSigns(heard, 'behind', to, end, tell);
}

/** Tells the places of the bits that are set. */
function bitSigns(place: Place, classes: number, marks: number, tell: Tell): void {
  slotsOf(classes, FIRST_SIGN[place], tell);
  slotsOf(marks, FIRST_SIGN[place] + CLASSES.length, tell);
}

function slotsOf(bits: number, first: number, tell: Tell): void {
  for (let left = bits; left !== 0; left &= left - 1) tell(first + 31 - Math.clz32(left & -left));
}

function wordSigns(
  heard: Heard,
  place: Place,
  token: number,
  mentions: readonly Mention[],
  own: number,
  { generic }: Prepared,
  tell: Tell,
): void {
  const kind = (name: Kind) => tell(FIRST_SIGN[place] + KIND_SLOTS[name]);
  if (token < 0 || token >= heard.texts.length) {
    kind('edge');
    return;
  }
  const classes = heard.classes[token] ?? 0;
  const marks = heard.marks[token] ?? 0;
  bitSigns(place, classes, marks, tell);
  if (generic.has(wordAt(heard.stems, token))) kind('generic');
  if (classes === 0 && marks === 0) kind('unknown');
  if (heard.isNumber[token]) kind('number');
  if (isIn(mentions, token, own)) kind('option');
}

/** Whether a token is of an option that is named, but for one of them. */
function isIn(mentions: readonly Mention[], token: number, except?: number): boolean {
  return mentions.some(({ from, to }, at) => at !== except && from <= token && token < to);
}

/** What any word of a span is. */
function spanSigns({ classes, marks }: Heard, place: Place, from: number, to: number, tell: Tell): void {
  bitSigns(place, allOf(classes.slice(from, to)), allOf(marks.slice(from, to)), tell);
}

function ownSigns(
  heard: Heard,
  at: number,
  mentions: readonly Mention[],
  prepared: Prepared,
  lexicon: Lexicon,
  tell: Tell,
): void {
  const mention = mentions[at] as Mention;
  const { from, to, decision } = mention;
  const end = heard.texts.length;
  const own = (name: Own) => tell(OWN_SIGNS[name]);
  const isSame = (other: Mention) => indexOf(other) === indexOf(mention);
  const others = (some: readonly Mention[]) => some.filter((other) => !isSame(other)).length;
  const before = others(mentions.slice(0, at));
  const behind = others(mentions.slice(at + 1));
  const { lead } = leadTo(heard, from, prepared.asked, lexicon.language.pastEndings);
  if (mention.isFull) own('whole');
  if (decision.kind === 'which') own('tie');
  if (decision.rule === 'number') own('number');
  if (mention.isExcluded) own('excluded');
  if (to - from > 1) own('long');
  if (from === 0) own('begins');
  if (to === end) own('ends');
  if (mentions.filter(isSame).length > 1) own('again');
  if (before > 0) own(before > 1 ? 'others before' : 'other before');
  if (behind > 0) own(behind > 1 ? 'others behind' : 'other behind');
  own(`led by ${lead}`);
  if (isInquiry(heard)) own('inquiry');
  if (isPolarQuestion(heard)) own('polar question');
  if (prepared.isMatter) own('matter asked');
  if (prepared.isMatter && lead === 'past') own('matter and past');
  if (isCountedName(heard, mention, prepared)) own('counted name');
  own(end <= 3 ? 'words 3' : end <= 6 ? 'words 6' : end <= 10 ? 'words 10' : 'words more');
  toldSign('told before', told(heard, 0, from, mentions, prepared), own);
  toldSign('told behind', told(heard, to, end, mentions, prepared), own);
}

function toldSign(where: 'told before' | 'told behind', count: number, own: (name: Own) => void): void {
  if (count > 0) own(`${where} ${Math.min(count, 4) as 1 | 2 | 3 | 4}`);
}

/** How many words of a span are none of an option, and more than what is said around one. */
function told(heard: Heard, from: number, to: number, mentions: readonly Mention[], { generic }: Prepared): number {
  return range(from, to).filter(
    (token) => !is(heard, token, FILLER) && !isIn(mentions, token) && !generic.has(wordAt(heard.stems, token)),
  ).length;
}

/** "terminal two": a number behind the word that it counts in the label. */
export function isCountedName(heard: Heard, { from, to }: Mention, { labels, generic }: Prepared): boolean {
  const before = wordAt(heard.stems, from - 1);
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
