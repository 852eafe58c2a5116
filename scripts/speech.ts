import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compared } from '../bench/speech/compare';
import { projectRoot } from '../simulator/root';
import { type Case, casesOf, corpusFiles, rewritten } from '../test/speech/corpus/cases';
import { heardOf } from '../test/speech/corpus/heard';

const LANGUAGE = 'en';
const PAGE = join(projectRoot(), 'docs/speech.md');
/** Where the table stands in the page. */
const TABLE = /(?<=<!-- npm run speech -- --compare -->\n).*?(?=<!-- end -->)/s;

/** `npm run speech`: what of the corpus is heard otherwise than it says. `--accept` writes that into it, `--compare` the table. */
export async function main(args: readonly string[]): Promise<void> {
  const options = { accept: { type: 'boolean' }, compare: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  // A text of one's own: what is heard of it.
  if (positionals.length > 0) return print(heardOf(positionals.join(' ')));
  if (values.accept) return accept();
  if (values.compare) return compare();
  const changed = casesOf(LANGUAGE).filter(({ message, heard }) => heardOf(message).join('\n') !== heard.join('\n'));
  print([
    ...changed.flatMap(changeOf),
    `${changed.length} of ${casesOf(LANGUAGE).length} messages are heard otherwise.`,
  ]);
  if (changed.length > 0) process.exitCode = 1;
}

function changeOf({ place, message, heard }: Case): readonly string[] {
  const lines = (sign: string, texts: readonly string[]) => texts.map((text) => `${sign} ${text}`);
  return [place, ...lines('|', message.split('\n')), ...lines('-', heard), ...lines('+', heardOf(message)), ''];
}

function accept(): void {
  for (const file of corpusFiles(LANGUAGE)) {
    writeFileSync(
      file,
      rewritten(readFileSync(file, 'utf8'), (message) => heardOf(message)),
    );
  }
}

async function compare(): Promise<void> {
  const cases = casesOf(LANGUAGE);
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
