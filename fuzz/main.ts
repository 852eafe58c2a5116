import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readArguments, refuseArguments } from '../scripts/usage';
import { type ChildOptions, kindOf, serveChild } from './child';
import { isTooMuch, type Memory, MOST_CODE, MOST_DATA } from './memory';
import { type FuzzResult, runFuzz } from './run';
import { SURFACES, type SurfaceName } from './surfaces';

const USAGE = `npm run fuzz -- ${Object.keys(SURFACES).join('|')}|all [--count 10000] [--seconds S] [--seed 7] [--from 0] [--leak BYTES]`;
const MB = 1024 * 1024;

/**
 * `npm run fuzz`: puts odd inputs to one way into the system, or to all. The last line counts these ways: `N passed, N failed`.
 * Exit code 1: it did what it must not.
 */
export async function main(args: readonly string[]): Promise<void> {
  const child = process.env.FUZZ_CHILD;
  if (child !== undefined) return serveChild(JSON.parse(readFileSync(child, 'utf8')) as ChildOptions);
  const read = readArguments(args, USAGE, parsed);
  if (!read) return;
  const { positionals, values } = read;
  const names = positionals[0] === 'all' ? Object.keys(SURFACES) : positionals;
  const numbers = [values.count, values.seed, values.from, values.leak].map(Number);
  const [count = 0, seed = 0, from = 0, leak = 0] = numbers;
  if (names.length === 0 || !names.every(isSurface) || !numbers.every(Number.isInteger)) {
    return refuseArguments(USAGE);
  }
  let failed = 0;
  for (const surface of names) {
    const ms = values.seconds === undefined ? undefined : Number(values.seconds) * 1000;
    const result = await runFuzz({ surface, count, seed, from, ms, leak, script: __filename });
    print(surface, seed, result);
    if (result.found.length > 0 || isTooMuch(result.memory)) failed++;
  }
  console.log(`${names.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function parsed(args: string[]) {
  return parseArgs({
    args,
    options: {
      count: { type: 'string', default: '10000' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
      from: { type: 'string', default: '0' },
      leak: { type: 'string', default: '0' },
    },
    allowPositionals: true,
  });
}

function print(surface: SurfaceName, seed: number, { inputs, found, kinds, longestMs, memory }: FuzzResult): void {
  const longest = `longest ${Math.round(longestMs)} ms of processor time`;
  console.log(`${surface}: seed ${seed}, ${inputs} inputs, ${longest}, ${told(memory)} more at the end`);
  if (isTooMuch(memory)) console.log(`  MEMORY: more than ${told({ data: MOST_DATA, code: MOST_CODE })}`);
  for (const { number, what, input } of found) {
    console.log(
      `  FOUND ${kinds.get(kindOf(what))} times, first by --seed ${seed} --from ${number} --count 1: ${what}`,
    );
    console.log(`    ${input.length} characters: ${input.slice(0, 1500)}`);
  }
}

function told({ data, code }: Memory): string {
  return `${(data / MB).toFixed(1)} MB of data and ${(code / MB).toFixed(1)} MB of code`;
}

function isSurface(name: string): name is SurfaceName {
  return Object.hasOwn(SURFACES, name);
}
