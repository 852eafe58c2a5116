import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compared } from '../bench/speech/compare';
import { projectRoot } from '../simulator/root';
import { type Case, casesOf, corpusFiles, corpusLanguages, rewritten } from '../test/speech/corpus/cases';
import { heardOf, localeOf } from '../test/speech/corpus/heard';
import { readArguments } from './usage';

/** The one that packages of npm are compared in. */
const COMPARED = 'en';
const PAGE = join(projectRoot(), 'docs/speech.md');
/** Where the table stands in the page. */
const TABLE = /(?<=<!-- npm run speech -- --compare -->\n).*?(?=<!-- end -->)/s;

const USAGE = 'npm run speech -- [--locale de-DE] [--accept | --compare | "a text"]';

/** `npm run speech`: what of the corpus is heard otherwise than it says, `--locale de-DE` of one language. `--accept` writes that into it, `--compare` the table. */
export async function main(args: readonly string[]): Promise<void> {
  const options = { accept: { type: 'boolean' }, compare: { type: 'boolean' }, locale: { type: 'string' } } as const;
  const read = readArguments(args, USAGE, (given) => parseArgs({ args: given, options, allowPositionals: true }));
  if (!read) return;
  const { values, positionals } = read;
  // A text of one's own: what is heard of it.
  if (positionals.length > 0) return print(heardOf(positionals.join(' '), values.locale));
  const languages = values.locale ? [new Intl.Locale(values.locale).language] : corpusLanguages();
  if (values.accept) return languages.forEach(accept);
  if (values.compare) return compare();
  const changed = languages.flatMap(changesIn);
  const count = languages.flatMap(casesOf).length;
  print([...changed.flat(), `${changed.length} of ${count} messages are heard otherwise.`]);
  if (changed.length > 0) process.exitCode = 1;
}

/** What of a language is heard otherwise, in lines. */
function changesIn(language: string): readonly (readonly string[])[] {
  const hear = (message: string) => heardOf(message, localeOf(language));
  return casesOf(language)
    .filter(({ message, heard }) => hear(message).join('\n') !== heard.join('\n'))
    .map((each) => changeOf(each, hear));
}

function changeOf({ place, message, heard }: Case, hear: (message: string) => readonly string[]): readonly string[] {
  const lines = (sign: string, texts: readonly string[]) => texts.map((text) => `${sign} ${text}`);
  return [place, ...lines('|', message.split('\n')), ...lines('-', heard), ...lines('+', hear(message)), ''];
}

function accept(language: string): void {
  for (const file of corpusFiles(language)) {
    writeFileSync(
      file,
      rewritten(readFileSync(file, 'utf8'), (message) => heardOf(message, localeOf(language))),
    );
  }
}

async function compare(): Promise<void> {
  const cases = casesOf(COMPARED);
  const table = await compared(cases, (text) =>
    heardOf(text)
      .join('\n')
      .replace(/\[(?:pause \w+|[^\]:]*: ([^\]]*))\]/g, ' $1 '),
  );
  writeFileSync(PAGE, readFileSync(PAGE, 'utf8').replace(TABLE, `${table}\n`));
  print([table]);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
