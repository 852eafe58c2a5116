// `npm test`: format and lint, types and the build side by side, then the tests. What Jest understands may follow.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { home as cwd } from './place.mjs';

/** Less of the processor's time for what runs once: garbage is left until there is more of it, and nothing is optimised aside. */
const FLAGS = [
  ...['--min-semi-space-size=64', '--max-semi-space-size=128', '--single-threaded-gc'],
  ...['--no-flush-bytecode', '--no-concurrent-recompilation'],
];
const JEST = join('node_modules', 'jest', 'bin', 'jest.js');

const before = ['lint', 'types', 'build'].map((name) => spawn(`npm run ${name}`, { cwd, shell: true }));
const failed = (await Promise.all(before.map(ended))).find((code) => code !== 0);
if (failed !== undefined) process.exitCode = failed;
else {
  const args = [...FLAGS, JEST, ...process.argv.slice(2)];
  process.exitCode = await ended(spawn(process.execPath, args, { cwd, stdio: 'inherit' }));
}

/** Resolves to the exit code. What was said is shown at the end, in one piece. */
function ended(child) {
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}
