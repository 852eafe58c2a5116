import { normalize } from '../../conversation/normalize';
import type { Spelling } from '../../languages/commands';

/** Makes the function that takes a text apart into normalised words, contractions written out. */
export function createSplitter({ contractions, clitics }: Spelling): (text: string) => readonly string[] {
  const written = new Map(Object.entries(contractions));
  const endings = Object.entries(clitics);

  const writtenOut = (word: string): string => {
    const whole = written.get(word);
    if (whole !== undefined) return whole;
    const ending = endings.find(([clitic]) => word.length > clitic.length && word.endsWith(clitic));
    return ending ? `${word.slice(0, -ending[0].length)} ${ending[1]}` : word;
  };

  return (text) => {
    const words =
      text
        .toLowerCase()
        .replace(/[’ʼ]/g, "'")
        .match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
    return normalize(words.map(writtenOut).join(' '))
      .split(' ')
      .filter((word) => word !== '');
  };
}
