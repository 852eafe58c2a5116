import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ChildOptions, kindOf, serveChild } from './child';
import { type FuzzResult, MOST_BYTES, runFuzz } from './run';
import { SURFACES, type SurfaceName } from './surfaces';

const USAGE = `npm run fuzz -- ${Object.keys(SURFACES).join('|')}|all [--count 10000] [--seconds S] [--seed 7] [--from 0]`;
const MB = 1024 * 1024;

/**
 * `npm run fuzz`: puts odd inputs to one way into the system, or to all. The last line counts these ways: `N passed, N failed`.
 * Exit code 1: it did what it must not.
 */
export async function main(args: readonly string[]): Promise<void> {
  const child = process.env.FUZZ_CHILD;
  if (child !== undefined) return serveChild(JSON.parse(readFileSync(child, 'utf8')) as ChildOptions);
  const { positionals, values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '10000' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
      from: { type: 'string', default: '0' },
    },
    allowPositionals: true,
  });
  const names = positionals[0] === 'all' ? Object.keys(SURFACES) : positionals;
  const [count, seed, from] = [values.count, values.seed, values.from].map(Number) as [number, number, number];
  if (names.length === 0 || !names.every(isSurface) || ![count, seed, from].every(Number.isInteger)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  let failed = 0;
  for (const surface of names) {
    const ms = values.seconds === undefined ? undefined : Number(values.seconds) * 1000;
    const result = await runFuzz({ surface, count, seed, from, ms, script: __filename });
    print(surface, seed, result);
    if (result.found.length > 0 || result.bytes > MOST_BYTES) failed++;
  }
  console.log(`${names.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function print(surface: SurfaceName, seed: number, { inputs, found, kinds, longestMs, bytes }: FuzzResult): void {
  const memory = `${(bytes / MB).toFixed(1)} MB more at the end`;
  console.log(
    `${surface}: seed ${seed}, ${inputs} inputs, longest ${Math.round(longestMs)} ms of processor time, ${memory}`,
  );
  if (bytes > MOST_BYTES) console.log(`  MEMORY: more than ${MOST_BYTES / MB} MB`);
  for (const { number, what, input } of found) {
    console.log(
      `  FOUND ${kinds.get(kindOf(what))} times, first by --seed ${seed} --from ${number} --count 1: ${what}`,
    );
    console.log(`    ${input.length} characters: ${input.slice(0, 1500)}`);
  }
}

function isSurface(name: string): name is SurfaceName {
  return Object.hasOwn(SURFACES, name);
}
