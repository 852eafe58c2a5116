import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message of a business, and what is heard of it: a paragraph a line, as `readable` writes it. */
export interface Case {
  /** File and line of the message: "prices.txt:12". */
  readonly place: string;
  readonly message: string;
  readonly heard: readonly string[];
}

const LOCALES = join(__dirname, '../../corpus/messages');

/** The cases of a language: lines of "|" are the message, lines of ">" what is heard of it. */
export function casesOf(language: string): readonly Case[] {
  const folder = join(LOCALES, language);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => casesIn(readFileSync(join(folder, name), 'utf8'), name));
}

export function casesIn(text: string, name: string): readonly Case[] {
  const cases: { place: string; message: string[]; heard: string[] }[] = [];
  let before = '';
  for (const [index, line] of text.split('\n').entries()) {
    const [sign = ''] = line;
    const content = line.slice(2);
    if (sign === '|' && before !== '|') cases.push({ place: `${name}:${index + 1}`, message: [], heard: [] });
    if (sign === '|') cases.at(-1)?.message.push(content);
    if (sign === '>' && content !== '') cases.at(-1)?.heard.push(content);
    before = sign;
  }
  return cases.map(({ place, message, heard }) => ({ place, message: message.join('\n'), heard }));
}
