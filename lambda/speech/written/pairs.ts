import type { Table } from './alphabet';
import { around } from './around';
import { anyOf, bySpelling, inBothCases, listOf, type Stage } from './rules';

const PAIR = /(?<![\p{L}\p{N}/.,$€£₹-])(?!24\/7(?!\d))(\d{1,4}) ?\/ ?(\d{1,4})(?![\d/]|[.,]\d|-\d)/gu;
/** What a carpenter or a cook calls a part: "3/8 inch", "2/3 cup". */
const FRACTION = /^(?:[12]\/3|\d?[13579]\/(?:2|4|8|16|32))$/;
/** Of two that one chooses from, the larger is not this many times the smaller: 8/500 mg holds both. */
const FAR = 3;
/** Of so many people one says how many do something: "9/10 customers". */
const ROUND = /^(?:5|[12]0|100)$/;

/**
 * Two numbers with a slash between them that what stands around them tells from a day: "every 10/15 mins" is "10 or 15",
 * "page 10/24" is "10 of 24". Two doses behind a name may be of two substances, so they are only kept apart: "10, 20 mg".
 */
export function pairStage({ pairs, units, days, dated, pattern }: Table): Stage {
  // Behind a word, or behind others that stand behind it: "sizes 10/12, 12/14 and 14/16".
  const others = `(?: \\d{1,4}/\\d{1,4}(?:,| ${anyOf(listOf(dated.joins))})){0,8}`;
  const behind = (words: Iterable<string>) => pattern(`(?<![\\p{L}\\p{N}])${anyOf(words)}:?${others}$`, 'u');
  const begins = (words: Iterable<string>) => pattern(`^-?${anyOf(words)}(?![\\p{L}\\p{N}/])`, 'u');
  const isDay = behind([...inBothCases(pairs.days), ...Object.keys(days), ...bySpelling(days).keys()]);
  const isPart = behind(inBothCases(pairs.parts));
  const isPlace = behind(inBothCases(pairs.places));
  const isSize = behind(inBothCases(pairs.sizes));
  const isDosed = behind(inBothCases(pairs.dosed));
  const isShare = pattern(
    `^${anyOf(listOf(pairs.shares))}(?!\\p{L})|^[\\p{L}\\p{M}]{4,} ${anyOf(listOf(pairs.left))}(?!\\p{L})`,
    'u',
  );
  const isCounted = pattern(
    `^(?:-|${anyOf(listOf(pairs.kinds))} )?${anyOf(listOf(pairs.counted))}(?![\\p{L}\\p{N}/])`,
    'u',
  );
  const isOfPeople = begins(listOf(pairs.people));
  const isDose = begins(listOf(pairs.doses));
  const over = new Set(listOf(pairs.over));
  const isMeasured = begins([...bySpelling(units).keys()].filter((unit) => !over.has(unit)));

  return (line) => (/\d ?\/ ?\d/.test(line) ? line.replace(PAIR, said) : line);

  function said(written: string, one: string, other: string, at: number, line: string): string {
    const { before, after } = around(line, at, at + written.length);
    const [from, to] = [Number(one), Number(other)];
    if (from === 0 || (isDay.test(before) && !isMeasured.test(after))) return written;
    const share = pairs.of === '' ? written : `${one} ${pairs.of} ${other}`;
    if (isPart.test(before)) return from <= to ? share : written;
    if (isPlace.test(before)) return `${one}, ${other}`;
    if (isShare.test(after)) return from <= to ? share : written;
    const isChoice = from < to && to < from * FAR && pairs.or !== '';
    const choice = isChoice ? `${one}\u00a0${pairs.or}\u00a0${other}` : written;
    if (isCounted.test(after)) {
      const isShareOf = from < to && !isChoice && !isSize.test(before) && !FRACTION.test(`${one}/${other}`);
      return isShareOf ? share : choice;
    }
    if (isOfPeople.test(after) && !isSize.test(before)) return ROUND.test(other) ? share : written;
    if (FRACTION.test(`${one}/${other}`)) return written;
    if (isDose.test(after)) return isDosed.test(before) ? choice : `${one}, ${other}`;
    return isMeasured.test(after) || isSize.test(before) ? choice : written;
  }
}
