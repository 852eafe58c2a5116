#!/usr/bin/env node
// `aloud <command>`: reads the command line, then bundles the command and runs it in this process.
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSettings } from './build.mjs';
import { loadCommand, serve } from './run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// The command works there, wherever it is typed; files that it is told of are where they are.
const from = process.cwd();
process.chdir(root);
refuseOldNode();
const pathOf = (named) => relative(root, resolve(from, named)) || '.';
const { read, explain, createScreen } = await loadCommand('main');
const screen = createScreen(process);
const typed = read(process.argv.slice(2), screen, pathOf);
if ('exit' in typed) process.exitCode = typed.exit;
else {
  try {
    if (typed.name === 'start') await serve();
    else process.exitCode = await run(typed);
  } catch (error) {
    screen.note(explain(error));
    process.exitCode = 1;
  }
}

async function run({ name, words, options }) {
  loadSettings();
  return (await loadCommand(name)).run({ words, options, env: process.env, screen, root });
}

/** What is older does not come so far as to say it, not even the doctor. */
function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 12)) return;
  process.stderr.write(`Node ${process.versions.node} is too old: install Node 22 or 24, https://nodejs.org\n`);
  process.exit(1);
}
