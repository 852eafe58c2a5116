import type { Written } from '../../languages/written';
import { capital } from './around';
import { placeSpellings } from './places';
import { anyOf, bySpelling } from './rules';

/** Behind no letter. What is looked for begins nowhere else. */
const BEGINNINGS = /(?<!\p{L})\S/gu;
/** What an abbreviation stands behind: a part of a number, of a fraction or of another abbreviation is none. */
const NO_ABBREVIATION_BEHIND = /[\p{N}/.]$/u;
const LETTER = /^\p{L}/u;
const NAME_GOES_ON = /^[\p{L}’'&/-]/u;

/**
 * Tells whether a line may hold anything that is said in other words than it is written. Most lines do not, and only of one that does
 * the rules of its language are made. The many spellings are looked up by what they begin with: as one pattern they would take V8 some
 * twenty milliseconds, for which the first text would wait.
 */
export function concernsOf(table: Written): (line: string) => boolean {
  const { abbreviations, exact, days, months, noticed } = table;
  const signs = new RegExp(
    `[^\\p{L}\\p{M}\\s.,!?;:'’"“”()、。！？「」（）،؟।-]|\\p{Lu}{2}|${anyOf(Object.keys(days))} ?-|\\(s\\)|${noticed || anyOf([])}|[\ufdd0\ufdd4]|null|None`,
    'u',
  );
  const spelled = [...bySpelling(abbreviations).keys(), ...bySpelling(exact).keys()];
  const beginsWithAbbreviation = lookUp(spelled.flatMap((spelling) => [spelling, capital(spelling, '')]));
  const beginsWithDate = lookUp(bySpelling({ ...days, ...months }).keys(), LETTER);
  const beginsWithPlace = lookUp(placeSpellings(table), NAME_GOES_ON);
  const isSpelledAt = (line: string, at: number) =>
    (beginsWithAbbreviation(line, at) && !NO_ABBREVIATION_BEHIND.test(line.slice(Math.max(0, at - 2), at))) ||
    beginsWithDate(line, at) ||
    (line[at - 1] === ' ' && beginsWithPlace(line, at));
  return (line) => signs.test(line) || [...line.matchAll(BEGINNINGS)].some(({ index }) => isSpelledAt(line, index));
}

/** So many characters tell spellings apart well enough. */
const KEY = 2;

/** Whether a line goes on with one of the spellings, and that not with what may not stand behind it. */
function lookUp(spellings: Iterable<string>, forbidden?: RegExp): (line: string, at: number) => boolean {
  const byKey = new Map<string, string[]>();
  for (const spelling of spellings) {
    const key = spelling.slice(0, KEY);
    const alike = byKey.get(key);
    if (alike) alike.push(spelling);
    else byKey.set(key, [spelling]);
  }
  const isHere = (spelling: string, line: string, at: number) =>
    line.startsWith(spelling, at) && !forbidden?.test(line.slice(at + spelling.length, at + spelling.length + 2));
  return (line, at) =>
    [line.slice(at, at + KEY), line.slice(at, at + 1)].some((key) =>
      byKey.get(key)?.some((spelling) => isHere(spelling, line, at)),
    );
}
