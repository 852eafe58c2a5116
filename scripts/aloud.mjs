#!/usr/bin/env node
// `aloud <command>`: reads the command line, then runs the command in this process.
import { relative, resolve } from 'node:path';
import { loadSettings, root } from './place.mjs';
import { loadCommand, tell } from './run.mjs';

// The command works there, wherever it is typed; files that it is told of are where they are.
const from = process.cwd();
process.chdir(root);
refuseOldNode();
const pathOf = (named) => relative(root, resolve(from, named)) || '.';
const main = await loadCommand('main').catch(tell);
if (main) await obey(main);

async function obey({ read, explain, createScreen }) {
  const screen = createScreen(process);
  const typed = read(process.argv.slice(2), screen, pathOf);
  if ('exit' in typed) {
    process.exitCode = typed.exit;
    return;
  }
  try {
    process.exitCode = await run(typed, screen);
  } catch (error) {
    screen.note(explain(error));
    process.exitCode = 1;
  }
}

async function run({ name, words, options }, screen) {
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
