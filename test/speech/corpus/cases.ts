import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from '../../../simulator/root';

/** A message of a business, and what is heard of it: a paragraph a line, as `readable` writes it. */
export interface Case {
  /** File and line of the message: "prices.txt:12". */
  readonly place: string;
  readonly message: string;
  readonly heard: readonly string[];
}

const FOLDER = join(projectRoot(), 'test/corpus/messages');

/** The languages that have a corpus. */
export function corpusLanguages(): readonly string[] {
  return readdirSync(FOLDER).sort();
}

/** The files of a language's corpus. */
export function corpusFiles(language: string): readonly string[] {
  const folder = join(FOLDER, language);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => join(folder, name));
}

/** The cases of a language: lines of "|" are the message, lines of ">" what is heard of it. */
export function casesOf(language: string): readonly Case[] {
  return corpusFiles(language).flatMap((file) => casesIn(readFileSync(file, 'utf8'), basename(file)));
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

/** The text of a corpus file with other speech: what `hear` makes of each message. */
export function rewritten(text: string, hear: (message: string) => readonly string[]): string {
  const lines = text.split('\n');
  return lines
    .flatMap((line, at) => {
      if (line.startsWith('>')) return [];
      const isLast = line.startsWith('|') && !lines[at + 1]?.startsWith('|');
      if (!isLast) return [line];
      const first = lines.findLastIndex((other, index) => index < at && !other.startsWith('|')) + 1;
      const heard = hear(
        lines
          .slice(first, at + 1)
          .map((each) => each.slice(2))
          .join('\n'),
      );
      return [line, ...(heard.length > 0 ? heard.map((said) => `> ${said}`) : ['>'])];
    })
    .join('\n');
}
