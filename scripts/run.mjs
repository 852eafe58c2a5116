// Bundles one entry and runs it in this process, so that signals reach it directly.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stop } from 'esbuild';
import { buildBusiness, buildCommand, buildEntry, loadSettings } from './build.mjs';

const require = createRequire(import.meta.url);

/** Without ALOUD_PLATFORM the built-in demo; with it, or a folder of skills, the server of real skills. */
export async function serve() {
  loadSettings();
  await runEntry(process.env.ALOUD_PLATFORM || existsSync('skills') ? 'server' : 'demo', []);
}

/** @param {string} entry @param {readonly string[]} args */
export async function runEntry(entry, args) {
  loadSettings();
  const bundle = await buildEntry(entry);
  // What the server says stands in the owner's file.
  if (entry === 'server' && !(await buildBusiness())) process.exit(1);
  await begin();
  require(bundle).main(args);
}

/** What an operator's command exports. @param {string} name */
export async function loadCommand(name) {
  const bundle = await buildCommand(name);
  await begin();
  return require(bundle);
}

async function begin() {
  await stop();
  process.setSourceMapsEnabled(true);
}
