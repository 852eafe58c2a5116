import { anyOf, listOf, type Stage } from './rules';
import type { Written } from './table';

const CAPITALS = /(?<![\p{L}\p{N}_@#-])\p{Lu}[\p{Lu}'’]+(?![\p{L}\p{N}_-])/gu;
/** Shorter ones are letters, longer ones a voice would read as a word, or should. */
const LEAST_WORD = 5;
/** So many of them, and no small letters: the whole line is shouted. */
const LEAST_SHOUTED = 2;

/** Words in capitals as words: "CLOSED" is "Closed". What is known to be letters stays, and so does what is short. */
export function capitalStage({ letters, articles, codes }: Written): Stage {
  const spelled = new Set(listOf(letters));
  const article = new RegExp(`(?<=\\p{L} )${anyOf(listOf(articles))}(?= \\p{L})`, 'gu');
  const announced = new RegExp(`${anyOf(listOf(`${codes.strong} ${codes.plate}`))}(?: is)?:? $`, 'iu');
  return (line) => {
    if (!/\p{Lu}{2}/u.test(line)) return line;
    const words = line.match(CAPITALS) ?? [];
    const isShouted = !/\p{Ll}/u.test(line) && words.length >= LEAST_SHOUTED && words.some(({ length }) => length > 3);
    const written = isShouted ? line.replace(article, (word) => word.toLowerCase()) : line;
    return written.replace(CAPITALS, (word, at: number) => {
      if (spelled.has(word) || (!isShouted && word.length < LEAST_WORD)) return word;
      // The bank in an IBAN.
      if (/(?<![\p{L}\p{N}])[A-Z]{2}\d{2} $/u.test(line.slice(Math.max(0, at - 6), at))) return word;
      if (announced.test(line.slice(Math.max(0, at - 30), at))) return word;
      const before = line.slice(Math.max(0, at - 10), at);
      const isFirst = (at < 10 && /^\P{L}*$/u.test(before)) || /[.!?] \P{L}*$/u.test(before);
      return isShouted && !isFirst ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase();
    });
  };
}
