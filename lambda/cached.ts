import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { type CodeCache, cacheFile, noteCodeCache, readSource, readWhole, unsealed } from './functions/code-cache';

/** What Node hands to a module. */
type Wrapper = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

/**
 * What AWS Lambda loads for `index.handler` and its like: a file called `index`, which its runtime client looks for before
 * `index.js`. It starts the code of `index.js`, which stands beside it and does the same alone, from what V8 made of it at build
 * time, where that is there and V8 takes it; whatever is wrong with it costs no more than the time it would have saved.
 *
 * @param module the module of this file, which then exports what `index.js` does
 * @param folder where both are
 */
export function start(module: Pick<NodeJS.Module, 'exports'>, require: NodeJS.Require, folder: string): void {
  const file = join(folder, 'index.js');
  const compiled = compile(folder, file);
  noteCodeCache(compiled?.state ?? 'none');
  if (!compiled) {
    module.exports = require('./index.js');
    return;
  }
  module.exports = {};
  compiled.run(module.exports, require, module, file, folder);
}

function compile(folder: string, file: string): { readonly run: Wrapper; readonly state: CodeCache } | undefined {
  try {
    const cache = readCache(join(folder, cacheFile(process.arch)));
    if (!cache) return undefined;
    const source = readSource(file);
    const cachedData = unsealed(cache, source);
    // V8 takes nothing that was made under other flags. AWS starts Node with this one, on which code does not depend.
    if (typeof globalThis.gc === 'function') setFlagsFromString('--no-expose-gc');
    const script = new Script(source.text, { filename: file, ...(cachedData && { cachedData }) });
    const state = cachedData && !script.cachedDataRejected ? 'accepted' : 'rejected';
    return { run: script.runInThisContext(), state };
  } catch {
    return undefined;
  }
}

function readCache(file: string): Buffer | undefined {
  try {
    return readWhole(file);
  } catch {
    return undefined;
  }
}
