import { parseEnv } from 'node:util';
import type { ListedSetting } from '../lambda/config/settings';
import { readTextFile } from '../lambda/config/text-file';

/** A line that sets something. */
export interface EnvLine {
  /** Counted from 1. */
  readonly number: number;
  readonly name: string;
  /** What stands behind the "=", as it was typed. */
  readonly typed: string;
}

export interface EnvFile {
  /** As Node reads them. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly lines: readonly EnvLine[];
  /** Lines that set nothing and are no comments. */
  readonly stray: readonly { readonly number: number; readonly text: string }[];
}

const LINE = /^\s*(?:export\s+)?([^\s=]+)\s*=(.*)$/;
const QUOTES = ['"', "'", '`'];

/** `undefined` where there is none, or nothing that can be read. */
export function readEnvFile(path: string): EnvFile | undefined {
  const read = readTextFile(path);
  return 'text' in read ? readEnvText(read.text) : undefined;
}

export function readEnvText(text: string): EnvFile {
  const lines: EnvLine[] = [];
  const stray: { number: number; text: string }[] = [];
  let open: string | undefined;
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const number = index + 1;
    // A text in quotes may go over several lines.
    if (open !== undefined) {
      if (content.includes(open)) open = undefined;
      continue;
    }
    if (/^\s*(?:#|$)/.test(content)) continue;
    const [, name, typed = ''] = LINE.exec(content) ?? [];
    if (name === undefined) stray.push({ number, text: content.trim() });
    else {
      lines.push({ number, name, typed: typed.trim() });
      open = opened(typed.trim(), text.split(/\r?\n/).slice(number));
    }
  }
  return { values: parseEnv(text), lines, stray };
}

/** The quotation mark that a line leaves open, where a later line closes it. */
function opened(typed: string, later: readonly string[]): string | undefined {
  const [mark = ''] = typed;
  if (!QUOTES.includes(mark) || typed.indexOf(mark, 1) > 0) return undefined;
  return later.some((line) => line.includes(mark)) ? mark : undefined;
}

/** Comments are no wider. */
const WIDTH = 100;

/**
 * A setting as it stands in `.env.example`: what it is for, and a line that sets it, or would.
 *
 * @param value as it is to be read; absent: the line is the example's or the default's, as a comment
 */
export function envEntry({ doc, name, example, fallback }: ListedSetting, value?: string): string {
  const line = value === undefined ? `# ${name}=${example ?? fallback ?? ''}` : `${name}=${quoted(value)}`;
  return `${asComment(doc)}\n${line}`;
}

/** Words as lines of comments. */
export function asComment(words: string): string {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length + 1 > WIDTH) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

/** No reader of .env files makes anything else of these. */
const PLAIN = /^[\w./:@+,=%~-]*$/;

/** A value as it has to be written to be read again: in quotes where it needs them. */
export function quoted(value: string): string {
  return formOf(value) ?? value;
}

/** Whether a .env file can hold a value: one with quotation marks of every kind it cannot. */
export function isWritable(value: string): boolean {
  return formOf(value) !== undefined;
}

function formOf(value: string): string | undefined {
  if (PLAIN.test(value)) return value;
  const forms = QUOTES.map((mark) => `${mark}${value}${mark}`);
  // The next line must be read, too.
  return forms.find((form) => {
    const read = parseEnv(`A=${form}\nB=b\n`);
    return read.A === value && read.B === 'b';
  });
}
