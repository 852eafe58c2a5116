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
const pathOf = (named) => relative(root, resolve(from, named)) || '.';
const { read, explain, createScreen } = await loadCommand('main');
const screen = createScreen(process);
const typed = read(process.argv.slice(2), screen, pathOf);
if ('exit' in typed) process.exitCode = typed.exit;
else if (typed.name === 'start') await serve();
else {
  loadSettings();
  const { name, words, options } = typed;
  try {
    process.exitCode = await (await loadCommand(name)).run({ words, options, env: process.env, screen, root });
  } catch (error) {
    screen.note(explain(error));
    process.exitCode = 1;
  }
}
