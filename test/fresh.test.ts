/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../simulator/root';

/** Says after each step how often the bundle was made so far. */
const STEPS = `
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { unlessFresh } from '${pathToFileURL(join(projectRoot(), 'scripts/fresh.mjs'))}';
process.chdir(process.argv[1]);
const old = new Date(Date.now() - 60_000);
const source = (name, text) => { writeFileSync(name, text); utimesSync(name, old, old); };
let made = 0;
let meanwhile = () => {};
const counts = [];
const step = async (change = () => {}) => {
  change();
  await unlessFresh('out.js', process.cwd(), ['builder'], async () => {
    made++;
    meanwhile();
    writeFileSync('out.js', 'made');
    return { inputs: { one: {}, two: {} } };
  });
  counts.push(made);
};
for (const name of ['builder', 'one', 'two']) source(name, name);
await step();
await step();
await step(() => source('two', 'other words'));
await step();
await step(() => writeFileSync('one', 'one'));
await step(() => source('one', 'one'));
await step(() => source('builder', 'made otherwise'));
await step();
await step(() => rmSync('out.js'));
await step(() => rmSync('two'));
await step();
await step(() => source('two', 'two'));
meanwhile = () => writeFileSync('one', 'written while it is made');
await step(() => source('one', 'once more'));
meanwhile = () => {};
await step();
console.log(JSON.stringify(counts));
`;

test('a bundle is made where it is not what its sources would make of it now', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-fresh-'));
  try {
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', STEPS, folder], { encoding: 'utf8' });
    const first = [1, 1];
    const sources = [2, 2, 3, 4];
    const builder = [5, 5];
    const gone = [6, 7, 8, 9];
    const meanwhile = [10, 11];
    expect(JSON.parse(said)).toEqual([...first, ...sources, ...builder, ...gone, ...meanwhile]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
