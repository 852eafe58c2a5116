// `npm start` and its siblings: bundles one entry and runs it in this process, so that signals reach it directly.
// Without ALOUD_PLATFORM the entry is the built-in demo; with it, the server of a real skill.
import { createRequire } from 'node:module';
import { stop } from 'esbuild';
import { buildBusiness, buildEntry, loadSettings } from './build.mjs';

loadSettings();
const entry = process.argv[2] ?? (process.env.ALOUD_PLATFORM ? 'server' : 'demo');
const bundle = await buildEntry(entry);
// What the server says stands in the owner's file.
if (entry === 'server' && !(await buildBusiness())) process.exit(1);
await stop();
process.setSourceMapsEnabled(true);
createRequire(import.meta.url)(bundle).main(process.argv.slice(3));
