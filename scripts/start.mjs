// `npm start`, and the tools of those who build Aloud: bundles one entry and runs it.
import { runEntry, serve } from './run.mjs';

const [entry, ...args] = process.argv.slice(2);
await (entry === undefined ? serve() : runEntry(entry, args));
