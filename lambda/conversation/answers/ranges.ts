import { kindsOf, surroundings } from './context';
import type { Decision } from './decision';
import { type Heard, is } from './heard';
import { isLinked, type Range, rangeOf } from './label-range';
import { CLASS, type Lexicon } from './lexicon';
import type { Numeral } from './numerals';
import type { Prepared } from './offer';

/** "Six of us" of 1 to 4 and 5 to 8: the option whose numbers hold the one that was said, or both ends of a range. */
export function byRange(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { ranges } = prepared;
  if (ranges.length < LEAST_RANGES || prepared.holdsTimes || is(heard, 0, CLASS.questions)) return undefined;
  const [first, second, ...others] = heard.numerals.filter(({ parts }) => parts === 1);
  if (!first || first.ordinal || others.length > 0) return undefined;
  if (second) {
    const isRange = isLinked(heard.texts, first.to, second.from, lexicon.language.ranges.between);
    const named = isRange ? ranges.filter(({ from, to }) => from === first.value && to === second.value) : [];
    return named.length === 1 && isBare(heard, first.from, second.to, prepared) ? picked(named) : undefined;
  }
  return isBare(heard, first.from, first.to, prepared) ? ofNumber(heard, first, prepared, lexicon) : undefined;
}

function ofNumber(
  heard: Heard,
  numeral: Numeral,
  { ranges, labels }: Prepared,
  lexicon: Lexicon,
): Decision | undefined {
  const { value } = numeral;
  const said = rangeOf(heard.texts.join(' '), 0, lexicon);
  const same = said && ranges.filter((range) => range.from === said.from && range.to === said.to);
  if (said) return same?.length === 1 ? picked(same) : undefined;
  if (labels.some(({ index, number }) => number === value && !ranges.some((range) => range.index === index))) {
    return undefined;
  }
  const fitting = ranges.filter(
    ({ from, to, isFromIn, isToIn }) =>
      (value > from || (isFromIn && value === from)) && (value < to || (isToIn && value === to)),
  );
  if (fitting.length > 1) return { kind: 'which', indexes: fitting.map(({ index }) => index), rule: 'number' };
  return fitting.length === 1 ? picked(fitting) : undefined;
}

const LEAST_RANGES = 2;

function picked([range]: readonly Range[]): Decision | undefined {
  return range && { kind: 'choose', index: range.index, rule: 'number', confidence: 0.85 };
}

/** Nothing is said beside a number but its unit and what an option is wrapped in. */
function isBare(heard: Heard, from: number, to: number, prepared: Prepared): boolean {
  const own = new Set(Array.from({ length: to - from }, (_, index) => from + index));
  // "six of us", "twelve kilos", where kilos stand in the labels
  if (prepared.stems.has(heard.stems[to] ?? '')) own.add(to);
  const kinds = kindsOf(heard, prepared, own);
  const around = surroundings(heard, { from, to: Math.max(...own) + 1 }, kinds);
  return !around.before && !around.behind && !around.denied && !around.inSentence;
}
