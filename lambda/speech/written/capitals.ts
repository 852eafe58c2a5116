import type { Table } from './alphabet';
import { anyOf, listOf, patternOf } from './rules';

const CAPITALS = /(?<![\p{L}\p{N}_@#-])\p{Lu}[\p{Lu}'’]+(?![\p{L}\p{N}_-])/gu;
/** Small letters, and those of scripts that have neither: amid "JCB と VISA が使えます" nothing is shouted. */
const NO_CAPITALS = /\p{Ll}|(?![ªº])\p{Lo}/u;
/** An address is written as it is, whatever stands around it. */
const MAIL = /[\w.+-]{1,64}@[\w.-]{1,64}/g;
/** Shorter ones are letters, longer ones a voice would read as a word, or should. */
const LEAST_WORD = 5;
/** So many of them, and no small letters: the whole line is shouted. */
const LEAST_SHOUTED = 2;
/** Of so many some are no letters, however short they are. */
const MANY = 5;
/** Longer ones are words that are misspelt. */
const LONGEST_SPELLED = 5;

/** Words in capitals as words: "CLOSED" is "Closed". What is known to be letters stays, and so does what is short. */
export function capitalStage(written: Table): (line: string, source: string) => string {
  const { articles, codes, pattern } = written;
  const article = pattern(`(?<=\\p{L} )${anyOf(listOf(articles))}(?= \\p{L})`, 'gu');
  const behind = (names: string) => pattern(`${anyOf(listOf(names))}(?: ${anyOf(listOf(codes.links))})?:? $`, 'iu');
  const announced = behind(`${codes.strong} ${codes.plate}`);
  // Where all is in capitals, "CAR PARK" is no plate.
  const announcedAloud = behind(codes.strong);
  const ofLine = lettersIn(written);
  return (line, source) => {
    if (!/\p{Lu}{2}/u.test(line)) return line;
    const words = source.match(CAPITALS) ?? [];
    // Days and streets that were put into words have small letters.
    const isShouted =
      !NO_CAPITALS.test(source.replace(MAIL, '')) &&
      words.length >= LEAST_SHOUTED &&
      (words.some(({ length }) => length > 3) || words.length >= MANY);
    const lettersOf = ofLine();
    const lowered = isShouted ? line.replace(article, (word) => word.toLowerCase()) : line;
    return lowered.replace(CAPITALS, (word, at: number) => {
      const letters = lettersOf(word, at, { line: lowered, isShouted: isShouted || isAmidShouted(word, at, lowered) });
      if (letters !== undefined) return letters;
      if (!isShouted && word.length < LEAST_WORD)
        return word.length === 2 && isAmidShouted(word, at, lowered) && written.lettersAt[word]
          ? word.toLowerCase()
          : word;
      // The bank in an IBAN.
      if (/(?<![\p{L}\p{N}])[A-Z]{2}\d{2} $/u.test(lowered.slice(Math.max(0, at - 6), at))) return word;
      if ((isShouted ? announcedAloud : announced).test(lowered.slice(Math.max(0, at - 30), at))) return word;
      const before = lowered.slice(Math.max(0, at - 10), at);
      const isFirst = (at < 10 && /^\P{L}*$/u.test(before)) || /[.!?] \P{L}*$/u.test(before);
      return isShouted && !isFirst ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase();
    });
  };
}

interface Place {
  readonly line: string;
  /** All around is in capitals, so that these tell nothing. */
  readonly isShouted: boolean;
}

/** A word as letters, where it is known to be such; `undefined` where it may be a word. */
function lettersIn({ letters, lettersAt, vowels, withoutVowels, pattern }: Table) {
  const spelled = new Set(listOf(letters));
  const words = new Set(listOf(withoutVowels));
  const spoken = pattern(vowels === '' ? '' : `[${vowels}'’]`, 'u');
  const places = new Map(Object.entries(lettersAt).map(([word, pattern]) => [word, patternOf(pattern, 'gu')]));
  // Where a word of a line is letters is looked for once.
  return (found = new Map<string, ReadonlySet<number>>()) =>
    (word: string, at: number, { line, isShouted }: Place) => {
      const place = isShouted ? places.get(word) : undefined;
      if (place) {
        const where = found.get(word) ?? new Set([...line.matchAll(place)].map(({ index }) => index));
        found.set(word, where);
        return where.has(at) ? word : undefined;
      }
      if (spelled.has(word)) return word;
      if (!isShouted) return undefined;
      if (words.has(word)) return word.charAt(0) + word.slice(1).toLowerCase();
      const one = word.slice(0, -1);
      if (word.endsWith('S') && spelled.has(one) && !places.has(one)) return `${one}s`;
      return word.length <= LONGEST_SPELLED && !spoken.test(word) ? word : undefined;
    };
}

/** In a line with small letters: the words on both sides are in capitals, or two before it. */
function isAmidShouted(word: string, at: number, line: string): boolean {
  const before = line.slice(Math.max(0, at - 40), at);
  const after = line.slice(at + word.length, at + word.length + 20);
  return /\p{Lu}{3,} $/u.test(before) && (/^ \p{Lu}{2}/u.test(after) || /\p{Lu}{2,} \p{Lu}{3,} $/u.test(before));
}
