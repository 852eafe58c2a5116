import { type Heard, is, range } from './heard';
import type { Item, Label } from './label';
import { CLASS, classOf, type Lexicon } from './lexicon';
import type { Numeral } from './numerals';
import type { Prepared } from './offer';
import type { Posting } from './postings';
import { wordAt } from './word-at';

/** Whether a number that was said is that of a label, not of something else: "thirty pounds" is not "30 GB for £18". */
export function isNumberOf(
  heard: Heard,
  numeral: Numeral,
  { label, items }: Posting,
  prepared: Prepared,
  lexicon: Lexicon,
): boolean {
  const at = items[0] ?? 0;
  return (
    !isOfOtherThing(heard, numeral, label, at, prepared, lexicon) &&
    !isPartOfOther(heard, numeral, label, prepared, lexicon) &&
    !isLongAgo(heard, numeral, lexicon) &&
    !isRate(heard, numeral, label, prepared) &&
    !isCompared(heard, numeral, label, prepared, lexicon)
  );
}

/** "seven years ago we stayed there": when something was. */
function isLongAgo(heard: Heard, { to }: Numeral, { units, language }: Lexicon): boolean {
  return isSentenceSince(heard, units(heard.texts, to)?.to ?? to, language.ranges.ago);
}

/** Behind an amount of time: that it has passed since, and what was then. */
export function isSentenceSince(heard: Heard, at: number, ago: readonly string[]): boolean {
  return ago.includes(wordAt(heard.texts, at)) && is(heard, at + 1, CLASS.subjects);
}

/** "the four cheeses", "two bathrooms": what is counted is not what the label counts. */
function isOfOtherThing(
  heard: Heard,
  { to, ordinal, parts }: Numeral,
  label: Label,
  at: number,
  prepared: Prepared,
  lexicon: Lexicon,
): boolean {
  const stem = wordAt(heard.stems, to);
  // "the first thing I noticed"
  if (ordinal) return isNounOfOther(heard, to, label, prepared);
  const besides = [label.items[at - 1], label.items[at + 1]].filter(isWord);
  if (besides.some((item) => item.key === stem || isSpelled(heard, to, item))) return false;
  if (endOfAlike(heard, to, label, at, lexicon) > to) return false;
  if (label.items.length === 1) return false;
  if (isUnit(stem, prepared)) return besides.length > 0;
  // "the three forty nine recharge"
  if (parts > 1) return false;
  // "one big one", "two large rooms"
  const next = wordAt(heard.stems, to + 1);
  if (is(heard, to + 1, CLASS.nouns) || label.items.some(({ key }) => key === next)) return false;
  const isNumber = heard.numerals.some(({ from }) => from === to);
  const isHeld = label.items.some(({ key }) => key === stem) || prepared.generic.has(stem);
  return heard.classes[to] === 0 && !isNumber && !isHeld;
}

/** "three b h k" of 3 BHK. */
function isSpelled({ texts }: Heard, at: number, { text }: Item): boolean {
  return [...text].every((letter, index) => texts[at + index] === letter);
}

/** So many words may describe what is counted: "two big heavy suitcases". */
const MOST_ADJECTIVES = 2;

/** Where what is counted ends, if it is not named as the label does: "two big suitcases" of 2 bags; else `from`. */
export function endOfAlike(
  heard: Heard,
  from: number,
  { items }: Label,
  at: number,
  { language: { countedAlike, positions } }: Lexicon,
): number {
  const besides = [items[at - 1], items[at + 1]].filter(isWord);
  const alike = countedAlike.filter((words) => besides.some(({ text }) => words.includes(text)));
  for (let next = from; next <= from + MOST_ADJECTIVES; next++) {
    // "two cases of wine"
    if (alike.some((words) => words.includes(wordAt(heard.texts, next))))
      return positions.partitive.includes(wordAt(heard.texts, next + 1)) ? from : next + 1;
    if (heard.classes[next] !== 0 && !is(heard, next, CLASS.approvals | CLASS.hesitations)) return from;
  }
  return from;
}

function isNounOfOther(heard: Heard, at: number, { items }: Label, { generic }: Prepared): boolean {
  const stem = wordAt(heard.stems, at);
  const isNoun = is(heard, at, CLASS.nouns) && !is(heard, at, CLASS.light);
  return isNoun && items.length > 1 && !generic.has(stem) && !items.some(({ key }) => key === stem);
}

function isWord(item: Item | undefined): item is Item {
  return item?.content === true && !item.key.startsWith('#');
}

/** Whether a word stands beside a number in some label. */
function isUnit(stem: string, { stems }: Prepared): boolean {
  return (stems.get(stem) ?? []).some(({ label, items }) => {
    const at = items[0] ?? 0;
    return isWord(label.items[at]) && [at - 1, at + 1].some((beside) => label.items[beside]?.key.startsWith('#'));
  });
}

/** "the seventh of December". */
function isPartOfOther(
  heard: Heard,
  { to, ordinal }: Numeral,
  { items }: Label,
  { generic }: Prepared,
  { language }: Lexicon,
): boolean {
  if (!language.positions.partitive.includes(wordAt(heard.texts, to))) return false;
  const isHeld = (stem: string) => generic.has(stem) || items.some(({ key }) => key === stem);
  // "one of them is a baby", "six of my colleagues are out"
  if (!ordinal)
    return (
      (is(heard, to + 1, CLASS.light) && is(heard, to + 2, CLASS.being | CLASS.statements | CLASS.carriers)) ||
      (is(heard, to + 1, CLASS.determiners) && heard.classes[to + 2] === 0 && !isHeld(wordAt(heard.stems, to + 2)))
    );
  const isOwn = (token: number) => items.some(({ key }) => key === heard.stems[token]);
  const of = range(to + 1, heard.texts.length).find((token) => isOwn(token) || !is(heard, token, CLASS.light));
  return of !== undefined && !isOwn(of) && !is(heard, of, ASIDES);
}

const ASIDES = CLASS.courtesies | CLASS.hesitations;

/** "twenty a week"; but "nineteen ninety nine a month" is a price. */
function isRate(heard: Heard, { to, parts }: Numeral, { items }: Label, { generic }: Prepared): boolean {
  if (parts > 1) return false;
  const isHeld = (stem: string) => generic.has(stem) || items.some(({ key }) => key === stem);
  const at = !is(heard, to, CLASS.rates) && items.some(({ key }) => key === heard.stems[to]) ? to + 1 : to;
  return is(heard, at, CLASS.rates) && is(heard, at + 1, CLASS.rates) && !isHeld(wordAt(heard.stems, at + 1));
}

/** "more than two", "at least two"; but "over two" of "Over how many months?" */
function isCompared(
  heard: Heard,
  { from }: Numeral,
  { items }: Label,
  { asked }: Prepared,
  { classes }: Lexicon,
): boolean {
  const at = is(heard, from - 1, CLASS.determiners) ? from - 2 : from - 1;
  return (
    is(heard, at, CLASS.comparisons) &&
    !asked.has(wordAt(heard.texts, at)) &&
    !items.some(({ text }) => (classOf(text, classes) & CLASS.comparisons) !== 0)
  );
}
