import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Room } from '../rooms';
import { type Change, instrumented, pathsOf } from './packages';
import { type Uses, usesOf } from './uses';

/** A room with all changes in its code, and its tests: one script. */
export interface Bundle {
  /** Gives, in a function, what loads each test file by its path. */
  readonly code: string;
  readonly tests: readonly string[];
  readonly mutants: readonly Change[];
  readonly uses: readonly Uses[];
  /** Another one where anything is another: the script, or what tests read. */
  readonly key: string;
  /** Of each file that is in it, what stands in it. */
  readonly hashes: Readonly<Record<string, string>>;
}

export async function bundleRoom({
  mutate,
  tests: globs,
  pure = [],
  slow = [],
  forgetful = [],
}: Room): Promise<Bundle> {
  const tests = pathsOf([...globs, ...slow.map((glob) => `!${glob}`)]);
  const sources = pathsOf(mutate).map((name) => ({ name, content: readFileSync(name, 'utf8') }));
  const { files, mutants } = await instrumented(sources);
  const changed = new Map(files.map(({ name, content }) => [name, withNumbers(content)]));
  const { outputFiles, metafile } = await build({
    absWorkingDir: process.cwd(),
    stdin: {
      contents: `module.exports = {${tests.map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)})`).join(',')}}`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
    plugins: [throughCalls(pure), withChanges(changed, forgetful)],
  });
  const code = outputFiles[0]?.text ?? '';
  const data = pathsOf(['test/corpus/**/*.{txt,tsv,jsonl}']).map((path) => hashOf(readFileSync(path)));
  const paths = Object.keys(metafile.inputs).filter((path) => path !== '<stdin>' && !path.startsWith('calls:'));
  return {
    code,
    tests,
    mutants,
    uses: usesOf(sources, mutants),
    key: hashOf([code, ...data].join(' ')),
    hashes: Object.fromEntries(paths.map((path) => [path, hashOf(readFileSync(path))])),
  };
}

/** Changes go by a number, which takes a third of the time that a text does. */
function withNumbers(content: string): string {
  return content.replaceAll(/\bstry(?:Cov|MutAct)_9fa48\([^)]*\)/g, (call) => call.replaceAll('"', ''));
}

/** Sources are read with their changes, and every file knows its place, which a bundle does not keep. */
function withChanges(changed: ReadonlyMap<string, string>, forgetful: readonly string[]): Plugin {
  return {
    name: 'changes',
    setup(building) {
      building.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
        const name = relative(process.cwd(), path);
        if (name.startsWith('node_modules/')) return undefined;
        const text = changed.get(name) ?? readFileSync(path, 'utf8');
        const contents = (forgetful.includes(name) ? text.replaceAll(/\bnew Map(?=[<(])/g, 'new ForgetfulMap') : text)
          .replaceAll(/\b__dirname\b/g, JSON.stringify(join(path, '..')))
          .replaceAll(/\b__filename\b/g, JSON.stringify(path));
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** What tests get of a module whose functions depend on what they are given alone. */
function throughCalls(pure: readonly string[]): Plugin {
  return {
    name: 'calls',
    setup(building) {
      building.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, namespace }) => {
        const name = `${relative(process.cwd(), join(resolveDir, path))}.ts`;
        return namespace === 'file' && pure.includes(name) ? { path: name, namespace: 'calls' } : undefined;
      });
      building.onLoad({ filter: /./, namespace: 'calls' }, ({ path }) => ({
        contents: `for (const [name, value] of Object.entries(require('./${path}'))) exports[name] = through(name, value);`,
        resolveDir: process.cwd(),
      }));
    },
  };
}

export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}
