import { asSaid, type Heard, heardTokens } from './heard';
import type { Lexicon } from './lexicon';
import type { Prepared } from './offer';

/** How many of an option are wanted, as it was said, and the words without that. */
export interface CountedOption {
  readonly heard: Heard;
  readonly count: string;
}

/**
 * "two booster seats if you've got them", "दो किलो आलू", where options hold no numbers: a count, in a unit or without one, right
 * before the whole label of one.
 */
export function countedOption(heard: Heard, prepared: Prepared, lexicon: Lexicon): CountedOption | undefined {
  if (prepared.holdsNumbers) return undefined;
  const { texts, words, wordOf, stems } = heard;
  const counts = heard.numerals.flatMap(({ from, to, ordinal, value }) => {
    const unit = lexicon.units(texts, to);
    const isCount = unit !== undefined || (Number.isInteger(value) && value > 1);
    return !ordinal && isCount ? [{ from, to: unit?.to ?? to }] : [];
  });
  const [count, ...others] = counts;
  if (!count || others.length > 0) return undefined;
  const { from, to } = count;
  const isNamed = prepared.labels.some(({ items, isSynonym }) =>
    items.every(({ key, content }, at) => !isSynonym && content && stems[to + at] === key),
  );
  if (!isNamed) return undefined;
  const without = <Value>(values: readonly Value[]) => [...values.slice(0, from), ...values.slice(to)];
  return {
    heard: heardTokens(words, without(texts), without(wordOf), lexicon),
    count: asSaid(heard, from, to),
  };
}
