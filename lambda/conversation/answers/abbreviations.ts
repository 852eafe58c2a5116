import type { Lexicon } from './lexicon';
import { wordAt } from './word-at';

/** Labels with short names of days and months in full, as they are said: "Fri 4 Dec" is "friday 4 december". */
export function inFull(labels: readonly (readonly string[])[], lexicon: Lexicon): readonly (readonly string[])[] {
  // "Sun" alone may be the sun; among other short days it is none.
  const areShortAt = (end: 0 | -1) => {
    const short = labels.flatMap((texts) => texts.at(end) ?? []).filter((text) => isShort(text, lexicon));
    return short.length === labels.length && new Set(short).size > 1;
  };
  // "Mer mattina", but "Sun cream" and "Sat nav" are no days.
  const isOfDay = (text: string) =>
    isShort(text, lexicon) || isNumber(text, lexicon) || lexicon.stems.dayparts.has(lexicon.stem(text));
  const areShort = areShortAt(-1) || (areShortAt(0) && labels.every((texts) => texts.every(isOfDay)));
  return labels.map((texts) => {
    const isDate = areShort || texts.filter((text) => isShort(text, lexicon) || isNumber(text, lexicon)).length > 1;
    return isDate
      ? texts.map((text, at) => (isUnit(texts, at, lexicon) ? text : (fullName(text, lexicon) ?? text)))
      : texts;
  });
}

function fullName(text: string, { language: { abbreviations } }: Lexicon): string | undefined {
  return Object.hasOwn(abbreviations, text) ? abbreviations[text] : undefined;
}

/** "日" of "30日" counts days, and is no short name of one. */
function isUnit(texts: readonly string[], at: number, lexicon: Lexicon): boolean {
  const text = wordAt(texts, at);
  const counts = (name: string) => lexicon.units([name], 0) !== undefined;
  return isNumber(wordAt(texts, at - 1), lexicon) && counts(text) && !counts(fullName(text, lexicon) ?? text);
}

function isShort(text: string, lexicon: Lexicon): boolean {
  return fullName(text, lexicon) !== undefined;
}

function isNumber(text: string, { numbers }: Lexicon): boolean {
  return /\d/.test(text) || numbers.ordinal(text) !== undefined;
}
