import { type Heard, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import type { Quantity } from './quantities';
import { wordAt } from './word-at';

/**
 * What an amount that was said counts: its unit, the noun of the options or of the question, people ("five of us"), nothing
 * that is said, or something else.
 */
export type CountedThing = 'unit' | 'noun' | 'people' | 'bare' | 'other';

export function countedThing(heard: Heard, quantity: Quantity, prepared: Prepared, lexicon: Lexicon): CountedThing {
  const { language } = lexicon;
  const { from, to } = quantity;
  if (isRate(heard, endOfPrice(heard, quantity, prepared, lexicon), prepared)) return 'other';
  if (quantity.unitFrom < to)
    return is(heard, to, CLASS.comparisons) ? limited(heard, to, language.ranges.refusals) : 'unit';
  const isNumberBeside = heard.numerals.some((numeral) => numeral.from === to || numeral.to === from);
  if (isNumberBeside) return 'other';
  const next = wordAt(heard.texts, to);
  if (language.ranges.notOf.includes(next)) return 'bare';
  if (language.positions.partitive.includes(next)) {
    const isOfThem = language.polarity.objects.includes(wordAt(heard.texts, to + 1));
    // "two of us are vegan", but "six of us are coming"
    const isTold = is(heard, to + 2, TELLING) && !is(heard, to + 3, CLASS.carriers);
    if (!isOfThem || isTold) return 'other';
    return language.ranges.us.includes(wordAt(heard.texts, to + 1)) ? 'people' : 'noun';
  }
  if (language.positions.pronouns.includes(next)) return 'bare';
  if (language.ranges.people.includes(next) && !namesCounted(prepared, lexicon)) {
    // "two people recommended you"
    return isWordOfOther(heard, to + 1, lexicon) ? 'other' : 'people';
  }
  return isNounLike(heard, to) ? nounAt(heard, to, prepared, lexicon) : 'bare';
}

/** Behind how often a price is to be paid: "thirty one pounds fifty a month", where no option tells that apart. */
export function endOfPrice(heard: Heard, { to, readings }: Quantity, prepared: Prepared, lexicon: Lexicon): number {
  const isPrice = readings.some(({ unit }) => unit && lexicon.money.has(unit.group));
  if (!isPrice || !isRate(heard, to, prepared) || prepared.stems.has(wordAt(heard.stems, to + 1))) return to;
  // "eleven pounds a month elsewhere"
  const end = to + 2;
  return end === heard.texts.length || is(heard, end, BEHIND_PRICE) ? end : to;
}

const BEHIND_PRICE = CLASS.courtesies | CLASS.hesitations | CLASS.nouns | CLASS.determiners | CLASS.settlements;

/** "sixty four dollars more than last year", "four hundred pounds too much"; but "an hour after that" only says when. */
function limited(heard: Heard, at: number, refusals: readonly string[]): CountedThing {
  const isMeasured = is(heard, at + 1, CLASS.light) || refusals.includes(wordAt(heard.texts, at + 1));
  return isMeasured ? 'other' : 'unit';
}

/** What is told of those that are counted, perhaps in a set phrase: "doesn't work". */
export const TELLING = CLASS.being | CLASS.statements | CLASS.idioms;

function isRate(heard: Heard, at: number, { generic }: Prepared): boolean {
  return is(heard, at, CLASS.rates) && is(heard, at + 1, CLASS.rates) && !generic.has(wordAt(heard.stems, at + 1));
}

function isNounLike(heard: Heard, at: number): boolean {
  return heard.classes[at] === 0 || is(heard, at, CLASS.nouns);
}

/** "two guests" where guests are asked for; but "four car seats" are no cars. */
function nounAt(heard: Heard, at: number, prepared: Prepared, lexicon: Lexicon): CountedThing {
  const stem = wordAt(heard.stems, at);
  const isHeld = namesCounted(prepared, lexicon)
    ? prepared.stems.has(stem)
    : prepared.generic.has(stem) ||
      prepared.stems.has(stem) ||
      isAskedAlike(wordAt(heard.texts, at), prepared, lexicon);
  if (!isHeld) return 'other';
  return isWordOfOther(heard, at + 1, lexicon) ? 'other' : 'noun';
}

/** "kids" where the question asks for children. */
function isAskedAlike(text: string, { asked }: Prepared, { language: { countedAlike } }: Lexicon): boolean {
  return countedAlike.some((words) => words.includes(text) && words.some((word) => asked.has(word)));
}

/** A word behind a noun by which it is another, or does something: "four car seats". */
function isWordOfOther(heard: Heard, at: number, { language: { ranges } }: Lexicon): boolean {
  const isKnown = ranges.notOf.includes(wordAt(heard.texts, at)) || heard.numerals.some(({ from }) => from === at);
  const isDone = is(heard, at, CLASS.pasts) && !is(heard, at, CLASS.being | CLASS.light);
  return (heard.classes[at] === 0 && !isKnown) || isDone;
}

/** Whether "five of us" tells what is asked for: labels count people, or do not say what they count. */
export function countsPeople(prepared: Prepared, lexicon: Lexicon): boolean {
  const isCounted = prepared.labels.some(({ items }) => items.some(({ key }) => lexicon.stems.people.has(key)));
  return isCounted || !namesCounted(prepared, lexicon);
}

/** "two boxes" are not "Box for 2"; but "two guests" may be "Room for 2 guests". */
export function countsOptions(heard: Heard, at: number, prepared: Prepared, lexicon: Lexicon): boolean {
  const plain = prepared.amounts.filter(({ readings }) => readings.every(({ unit }) => !unit));
  const isBehind = ({ before }: (typeof plain)[number]) =>
    lexicon.language.words.prepositions.some((word) => word === before);
  const stem = wordAt(heard.stems, at);
  const isCounted = prepared.labels.some(({ items }) =>
    items.some(({ key }, item) => key === stem && items[item - 1]?.key.startsWith('#')),
  );
  const isName = prepared.stems.has(stem) && !isCounted && !prepared.asked.has(wordAt(heard.texts, at));
  return isName && plain.length > 0 && plain.every(isBehind);
}

/** Whether labels say what their numbers count: "2 people"; but "7+" does not. */
function namesCounted({ labels }: Prepared, { units, language: { ranges } }: Lexicon): boolean {
  const isOpen = (text: string) => ranges.orMore.includes(text) || ranges.orLess.includes(text);
  return labels.some(({ items }) =>
    items.some(({ key }, item) => {
      const next = items[item + 1];
      return (
        key.startsWith('#') &&
        next?.content === true &&
        !next.key.startsWith('#') &&
        !units([next.text], 0) &&
        !isOpen(next.text)
      );
    }),
  );
}
