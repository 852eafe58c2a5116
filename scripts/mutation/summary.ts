import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** What became of one change of the code, as Stryker reports it. Lines and columns count from 1. */
export interface Mutant {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

type Fate = 'killed' | 'survived' | 'without a test' | 'out of time' | 'did not run';

const FATES: Readonly<Record<string, Fate>> = {
  Killed: 'killed',
  Survived: 'survived',
  NoCoverage: 'without a test',
  Timeout: 'out of time',
};

/** A test that waited in vain until Jest ended it asserted nothing: it ran out of time, too. */
function fateOf({ status, statusReason = '' }: Mutant): Fate {
  if (status === 'Killed' && statusReason.includes('Exceeded timeout of')) return 'out of time';
  return FATES[status] ?? 'did not run';
}

/** The share of killed ones is of all that ran: who ran out of time was not killed. */
export function summarize(mutants: readonly Mutant[]): string[] {
  const of = (fate: Fate) => mutants.filter((mutant) => fateOf(mutant) === fate);
  const files = [...new Set(mutants.map(({ fileName }) => fileName))].sort();
  const left = (['survived', 'without a test', 'out of time'] as const).flatMap((fate) =>
    of(fate).map((mutant) => `${fate}: ${describe(mutant)}`),
  );
  return [
    ...left.sort(),
    ...files.map((file) => `${figures(mutants.filter(({ fileName }) => fileName === file))}  ${relative('', file)}`),
    `${figures(mutants)}  in all`,
  ];
}

function figures(mutants: readonly Mutant[]): string {
  const count = (fate: Fate) => mutants.filter((mutant) => fateOf(mutant) === fate).length;
  const ran = mutants.length - count('did not run');
  const share = ran === 0 ? '-' : `${((100 * count('killed')) / ran).toFixed(1)} %`;
  const fates = (['killed', 'survived', 'without a test', 'out of time', 'did not run'] as const)
    .map((fate) => `${count(fate)} ${fate}`)
    .join(', ');
  return `${share} of ${ran} killed (${fates})`;
}

function describe({ fileName, mutatorName, replacement = '', location: { start, end } }: Mutant): string {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const first = lines[0] ?? '';
  const was = lines.length > 1 ? `${first.slice(start.column - 1)} …` : first.slice(start.column - 1, end.column - 1);
  const short = (code: string) => code.replace(/\s+/g, ' ').slice(0, 100);
  return `${relative('', fileName)}:${start.line}:${start.column} ${mutatorName}: ${short(was)} -> ${short(replacement)}`;
}
