import { normalize } from '../../conversation/normalize';
import type { Spelling } from '../../languages/commands';

/**
 * Words, and letters of scripts that write none apart. A row of Katakana is one word.
 * Templates are taken apart by the same rule, so that the bounds of words need not be known.
 */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}`;
const KATAKANA = String.raw`\p{Script=Katakana}ー`;
const WORDS = new RegExp(`[${UNSPACED}]|[${KATAKANA}]+|(?:(?![${UNSPACED}${KATAKANA}])[\\p{L}\\p{M}\\p{N}'])+`, 'gu');
const IS_UNSPACED = new RegExp(`[${UNSPACED}${KATAKANA}]`, 'u');
/** What stands between brackets and names of parts. */
const LITERALS = /\{\{[\w-]+\}\}|[^()[\]|{}]+/gu;

/** A template with spaces between the letters of such scripts. */
export function spacedOut(template: string): string {
  if (!IS_UNSPACED.test(template)) return template;
  return template.replace(LITERALS, (part) => (part.startsWith('{{') ? part : (part.match(WORDS) ?? []).join(' ')));
}

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
    const words = text.toLowerCase().replace(/[’ʼ]/g, "'").match(WORDS) ?? [];
    return normalize(words.map(writtenOut).join(' '))
      .split(' ')
      .filter((word) => word !== '');
  };
}
