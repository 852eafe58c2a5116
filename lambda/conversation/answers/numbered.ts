import type { Decision } from './decision';
import { findEvidence } from './evidence';
import { asSaid, type Heard, has, heardTokens, is, range } from './heard';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import { plain } from './named';
import type { Prepared } from './offer';
import { isNumberOrShared } from './picking';
import { quantitiesOf } from './quantities';
import { wordAt } from './word-at';

/** "two for the last train", "three tickets for snow white": how many is the rest. */
export function numbered(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { texts, words, wordOf } = heard;
  const areNumbers = prepared.labels.some(({ number, items }) => number !== undefined && items.every(isNumberOrShared));
  const counted = areNumbers || prepared.holdsTimes ? undefined : countedAtFirst(heard, lexicon);
  if (!counted) return undefined;
  const { from, link } = counted;
  const only = heardTokens(words, texts.slice(link + 1), wordOf.slice(link + 1), lexicon);
  const evidence = findEvidence(only, prepared, lexicon);
  const named = new Set([...evidence.values()].flatMap(({ content, light }) => [...content, ...light]));
  const isMore = only.texts.some((_, at) => !named.has(at) && !is(only, at, CLASS.determiners | CLASS.courtesies));
  const decision = plain(only, prepared, lexicon);
  if (isMore || decision?.kind !== 'choose') return undefined;
  return { ...decision, confidence: 0.8, rest: asSaid(heard, from, link) };
}

/** What an answer begins to count, and the preposition before what it is of: "two for", "three tickets for", "a kilo of". */
function countedAtFirst(heard: Heard, lexicon: Lexicon): { readonly from: number; readonly link: number } | undefined {
  const { partitive, counters } = lexicon.language.positions;
  const [quantity] = quantitiesOf(heard.texts, heard.numerals, lexicon);
  const hasUnit = quantity?.readings.some(({ unit }) => unit) && partitive.includes(wordAt(heard.texts, quantity.to));
  if (quantity && hasUnit && isWrapped(heard, quantity.from)) return { from: quantity.from, link: quantity.to };
  const numeral = heard.numerals.find(({ ordinal }) => !ordinal);
  if (!numeral || !isWrapped(heard, numeral.from) || lexicon.units(heard.texts, numeral.to)) return undefined;
  // "seat two in the box", "number two in the box"
  const before = numeral.from - 1;
  if (is(heard, before, CLASS.nouns) || counters.includes(wordAt(heard.texts, before))) return undefined;
  const link = numeral.to + (is(heard, numeral.to, CLASS.prepositions) ? 0 : 1);
  return is(heard, link, CLASS.prepositions) ? { from: numeral.from, link } : undefined;
}

/** "I'd like"; but not "I've got". */
function isWrapped(heard: Heard, to: number): boolean {
  return range(0, to).every((at) => is(heard, at, FILLER) && !has(heard, at, MARK.existentials));
}
