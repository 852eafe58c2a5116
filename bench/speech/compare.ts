import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../simulator/root';
import type { Case } from '../../test/speech/corpus/cases';
import { type Score, score } from './score';

type Cleaner = (text: string) => string | Promise<string>;

const FOLDER = join(projectRoot(), 'bench/speech');

/** A table in markdown of how the packages of npm do on a corpus, beside Aloud. */
export async function compared(cases: readonly Case[], aloud: Cleaner): Promise<string> {
  if (!existsSync(join(FOLDER, 'node_modules'))) throw new Error('first: npm ci --prefix bench/speech');
  const { cleaners } = (await import(pathToFileURL(join(FOLDER, 'cleaners.mjs')).href)) as {
    cleaners: Readonly<Record<string, Cleaner>>;
  };
  const rows: string[][] = [];
  for (const [name, clean] of [...Object.entries(cleaners), ['Aloud', aloud] as const]) {
    const scores: Score[] = [];
    for (const { message, heard } of cases) scores.push(score(message, heard, await clean(message)));
    rows.push([name, ...figuresOf(scores)]);
  }
  const heads = ['', 'as it should be heard', 'without an artefact', 'words kept'];
  return [heads, ['---', '--:', '--:', '--:'], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function figuresOf(scores: readonly Score[]): string[] {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const sum = (of: (score: Score) => number) => scores.reduce((total, each) => total + of(each), 0);
  return [
    share(
      sum(({ isRight }) => Number(isRight)),
      scores.length,
    ),
    share(
      sum(({ isClean }) => Number(isClean)),
      scores.length,
    ),
    share(
      sum(({ kept }) => kept),
      sum(({ words }) => words),
    ),
  ];
}
