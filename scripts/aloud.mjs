#!/usr/bin/env node
// `aloud <command>`: reads the command line, then bundles the command and runs it in this process.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSettings } from './build.mjs';
import { loadCommand, serve } from './run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Files are named from there, wherever the command is typed.
process.chdir(root);
const { read, explain, createScreen } = await loadCommand('main');
const screen = createScreen(process);
const typed = read(process.argv.slice(2), screen);
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
