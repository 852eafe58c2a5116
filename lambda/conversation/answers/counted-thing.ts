import { type Heard, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import type { Quantity } from './quantities';

/**
 * What an amount that was said counts: its unit, the noun of the options or of the question, people ("five of us"), nothing
 * that is said, or something else.
 */
export type CountedThing = 'unit' | 'noun' | 'people' | 'bare' | 'other';

export function countedThing(heard: Heard, quantity: Quantity, prepared: Prepared, lexicon: Lexicon): CountedThing {
  const { language } = lexicon;
  const { from, to } = quantity;
  if (isRate(heard, to, prepared)) return 'other';
  if (quantity.unitFrom < to)
    return is(heard, to, CLASS.comparisons) && heard.texts[to] !== undefined
      ? limited(heard, to, language.ranges.refusals)
      : 'unit';
  const isNumberBeside = heard.numerals.some((numeral) => numeral.from === to || numeral.to === from);
  if (isNumberBeside) return 'other';
  const next = heard.texts[to];
  if (next === undefined || language.ranges.notOf.includes(next)) return 'bare';
  if (language.positions.partitive.includes(next)) {
    const isOfThem = language.polarity.objects.includes(heard.texts[to + 1] ?? '');
    // "two of us are vegan"
    if (!isOfThem || is(heard, to + 2, CLASS.being)) return 'other';
    return language.ranges.us.includes(heard.texts[to + 1] ?? '') ? 'people' : 'noun';
  }
  if (language.positions.pronouns.includes(next)) return 'bare';
  if (language.ranges.people.includes(next) && !namesCounted(prepared, lexicon)) return 'people';
  return isNounLike(heard, to) ? nounAt(heard, to, prepared, lexicon) : 'bare';
}

/** "sixty four dollars more than last year", "four hundred pounds too much"; but "an hour after that" only says when. */
function limited(heard: Heard, at: number, refusals: readonly string[]): CountedThing {
  const isMeasured = is(heard, at + 1, CLASS.light) || refusals.includes(heard.texts[at + 1] ?? '');
  return isMeasured && at + 1 < heard.texts.length ? 'other' : 'unit';
}

function isRate(heard: Heard, at: number, { generic }: Prepared): boolean {
  return is(heard, at, CLASS.rates) && is(heard, at + 1, CLASS.rates) && !generic.has(heard.stems[at + 1] ?? '');
}

function isNounLike(heard: Heard, at: number): boolean {
  if (at >= heard.texts.length) return false;
  return heard.classes[at] === 0 || is(heard, at, CLASS.nouns);
}

/** "two guests" where guests are asked for; but "four car seats" are no cars. */
function nounAt(heard: Heard, at: number, prepared: Prepared, lexicon: Lexicon): CountedThing {
  const { language } = lexicon;
  const stem = heard.stems[at] ?? '';
  const isHeld = namesCounted(prepared, lexicon)
    ? prepared.stems.has(stem)
    : prepared.generic.has(stem) || prepared.stems.has(stem);
  if (!isHeld) return 'other';
  const behind = heard.texts[at + 1] ?? '';
  const isCompound = heard.classes[at + 1] === 0 && !language.ranges.notOf.includes(behind);
  return isCompound && !heard.numerals.some(({ from }) => from === at + 1) ? 'other' : 'noun';
}

/** Whether "five of us" tells what is asked for: labels count people, or do not say what they count. */
export function countsPeople(prepared: Prepared, lexicon: Lexicon): boolean {
  const { people } = lexicon.language.ranges;
  const stems = new Set(people.map(lexicon.stem));
  const isCounted = prepared.labels.some(({ items }) => items.some(({ key }) => stems.has(key)));
  return isCounted || !namesCounted(prepared, lexicon);
}

/** "two boxes" are not "Box for 2". */
export function countsOptions(heard: Heard, at: number, prepared: Prepared, lexicon: Lexicon): boolean {
  const plain = prepared.amounts.filter(({ readings }) => readings.every(({ unit }) => !unit));
  const isBehind = ({ before }: (typeof plain)[number]) =>
    before !== undefined && lexicon.language.words.prepositions.includes(before);
  const isName = prepared.stems.has(heard.stems[at] ?? '') && !prepared.asked.has(heard.texts[at] ?? '');
  return isName && plain.length > 0 && plain.every(isBehind);
}

/** Whether labels say what their numbers count: "2 people". */
function namesCounted({ labels }: Prepared, { units }: Lexicon): boolean {
  return labels.some(({ items }) =>
    items.some(({ key }, item) => {
      const next = items[item + 1];
      return key.startsWith('#') && next?.content === true && !next.key.startsWith('#') && !units([next.text], 0);
    }),
  );
}
