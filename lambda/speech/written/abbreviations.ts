import type { Table } from './alphabet';
import { capital } from './around';
import { anyOf, bySpelling, listOf, type Stage } from './rules';

/** So much of an address is looked at. */
const LONGEST_NAME = 64;

/** So much before an abbreviation holds another. */
const LONGEST_BEFORE = 20;

/** Words that are written shorter than they are said. A capital at their beginning is kept. */
export function abbreviationStage({
  abbreviations,
  numbered,
  exact,
  letters,
  closing,
  days,
  months,
  pattern,
}: Table): Stage {
  const closes = new Set(listOf(closing).map((word) => word.replaceAll('|', ' ').toLowerCase()));
  const spelled = new Set(listOf(letters));
  const names = inSmall(bySpelling(abbreviations));
  const exactNames = bySpelling(exact);
  const numberedNames = inSmall(bySpelling(numbered));
  const any = pattern(`(?<![\\p{L}\\p{N}/.@])(?:${anyOf(names.keys())})(?![\\p{L}\\p{N}@])`, 'giu');
  // A letter with a slash and another is no word: "f/u" holds no "u".
  const exactly = pattern(
    `(?<![\\p{L}\\p{N}]|(?<!\\p{L})\\p{L}/)(?:${anyOf(exactNames.keys())})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  // "avail. July 1": a day goes on with it.
  const begins = pattern(`^ (?!${anyOf([...Object.keys(days), ...Object.keys(months)])}(?!\\p{L}))\\p{Lu}\\p{Ll}`, 'u');
  const counted = pattern(`(?<![\\p{L}\\p{N}/.])(${anyOf(numberedNames.keys())}) ?(?=\\d)`, 'giu');
  // The first word of its sentence does not end it, "Min. Order"; one behind another abbreviation does, "inkl. MwSt. Versand".
  const isFirst = (written: string, before: string) => {
    const last = /\S+(?= $)/.exec(before)?.[0].toLowerCase() ?? '';
    return !written.includes(' ') && /(?:^|[.!?:] ?|[("“„«])$/.test(before) && !names.has(last);
  };
  return (line) =>
    line
      .replace(exactly, (written: string, at: number, whole: string) => {
        const said = exactNames.get(written) ?? written;
        if (isSpelledOut(written, whole.slice(Math.max(0, at - 3), at))) return written;
        return at === 0 && /^\p{Lu}/u.test(written) ? capital(said, '') : said;
      })
      .replace(counted, (whole, written: string, at: number, all: string) => {
        const said = numberedNames.get(written.toLowerCase());
        // "Kd.-Nr. 67" is an abbreviation of its own.
        const [lead = ''] = /[^\s("„“]*$/.exec(all.slice(Math.max(0, at - LONGEST_BEFORE), at)) ?? [];
        if (lead !== '' && names.has((lead + written).toLowerCase())) return whole;
        return said === undefined ? whole : `${/^\p{Lu}/u.test(written) ? capital(said, '') : said} `;
      })
      .replace(any, (written: string, at: number, whole: string) => {
        if (spelled.has(written) || isCode(written, whole, at) || isOfAddress(written, whole, at)) return written;
        const said = names.get(written.toLowerCase()) ?? written;
        const isCapital = /^\p{Lu}/u.test(written) && (/\p{Ll}|^\P{L}*\p{L}\P{L}/u.test(written) || at === 0);
        const isEnd =
          closes.has(written.toLowerCase()) &&
          begins.test(whole.slice(at + written.length)) &&
          !isFirst(written, whole.slice(Math.max(0, at - LONGEST_BEFORE), at));
        return (isCapital ? capital(said, '') : said) + (isEnd ? '.' : '');
      });
}

/** Spellings in small letters, as they are looked for. */
function inSmall(spellings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...spellings].map(([spelling, said]) => [spelling.toLowerCase(), said]));
}

/** Letters apart that go on: "(G R U)" holds no "R U". */
function isSpelledOut(written: string, before: string): boolean {
  return /^\p{L} \p{L}$/u.test(written) && /(?<!\p{L})\p{L} $/u.test(before);
}

/** Two capitals before a number of more than one digit, amid other words: "VS 206" is a flight. */
function isCode(written: string, line: string, at: number): boolean {
  if (!/^\p{Lu}{2}$/u.test(written)) return false;
  return /^ ?\d{2,4}(?![\d\p{L}]|[.,:]\d)/u.test(line.slice(at + 2, at + 8)) && /\p{Ll}/u.test(line);
}

/** A part of an address of mail: "app-service@shop.example". */
function isOfAddress(written: string, line: string, at: number): boolean {
  if (!line.includes('@')) return false;
  const end = at + written.length;
  return (
    /^[\w.+-]*@/.test(line.slice(end, end + LONGEST_NAME)) ||
    /@[\w.-]*$/.test(line.slice(Math.max(0, at - LONGEST_NAME), at))
  );
}
