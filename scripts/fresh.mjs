import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file may have been written so much later than its time says, in milliseconds: systems take it from a clock that ticks. */
const TICK_MS = 20;

/**
 * Makes a bundle where it is not what its sources would make of it now: to bundle a command takes half a second of each of its starts.
 * What it was made of stands beside it.
 *
 * @param {string} outfile
 * @param {string} root what its inputs' names are relative to
 * @param {readonly string[]} builders files that say how it is made
 * @param {() => Promise<{ inputs: object }>} make makes it, and returns esbuild's metafile
 */
export async function unlessFresh(outfile, root, builders, make) {
  if (isFresh(outfile, root)) return;
  const record = recordOf(outfile);
  const begun = Date.now() - TICK_MS;
  rmSync(record, { force: true });
  const { inputs } = await make();
  const marks = Object.fromEntries([...builders, ...Object.keys(inputs)].map((path) => [path, markOf(root, path)]));
  // Nobody knows whether what was written meanwhile is in it.
  if (Object.values(marks).every((mark) => mark && mark[0] < begun)) writeFileSync(record, JSON.stringify(marks));
}

const recordOf = (outfile) => `${outfile}.inputs.json`;

/** Whether a bundle is there, and what its sources would make of it now. @param {string} outfile @param {string} root as above */
export function isFresh(outfile, root) {
  if (!existsSync(outfile)) return false;
  try {
    const marks = Object.entries(JSON.parse(readFileSync(recordOf(outfile), 'utf8')));
    return marks.every(([path, mark]) => String(markOf(root, path)) === String(mark));
  } catch {
    return false;
  }
}

/** When a file was written, as far as its copies tell it, and its size; `undefined` where there is none. */
function markOf(root, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  return stats && [Math.floor(stats.mtimeMs), stats.size];
}
