import { existsSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { describe } from '../../platforms/own/guard';
import { unreadable } from './unreadable';

/**
 * What a module of the operator's own exports. With esbuild it is put together as for AWS: TypeScript, and `aloud` by its name,
 * wherever the module stands. Without, as in a release, Node loads it: JavaScript, below the folder of Aloud.
 *
 * @throws AloudError ALOUD_BOT_UNREADABLE
 */
export function loadModule(path: string, file: string, esbuild = findEsbuild()): unknown {
  if (!esbuild && extname(path) === '.ts') {
    throw unreadable(file, 'TypeScript needs esbuild, which a release does without: make it JavaScript');
  }
  const code = esbuild && bundle(esbuild, path, file);
  try {
    return code === undefined ? createRequire(path)(path) : evaluate(code, path);
  } catch (thrown) {
    throw unreadable(file, `it throws while it is loaded: ${describe(thrown, file)}${missing(thrown)}`);
  }
}

type Esbuild = Pick<typeof import('esbuild'), 'buildSync'>;

function findEsbuild(): Esbuild | undefined {
  try {
    return require('esbuild') as Esbuild;
  } catch {
    return undefined;
  }
}

/** Where the package's own names lead. */
export function aliases(root: string): Readonly<Record<string, string>> {
  return { 'aloud/testing': join(root, 'simulator/testing.ts'), aloud: join(root, 'lambda/bot.ts') };
}

function bundle({ buildSync }: Esbuild, path: string, file: string): string {
  try {
    const { outputFiles } = buildSync({
      entryPoints: [path],
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      sourcemap: 'inline',
      write: false,
      logLevel: 'silent',
      external: ['*.node', 'libsql', 'esbuild'],
      alias: aliases(rootFrom(__dirname)),
    });
    // So that errors name the lines that the operator has written.
    process.setSourceMapsEnabled(true);
    return outputFiles[0]?.text ?? '';
  } catch (thrown) {
    const { errors = [] } = thrown as Partial<import('esbuild').BuildFailure>;
    const [{ text = 'it cannot be put together', location = null } = {}] = errors;
    throw unreadable(file, location ? `line ${location.line}: ${text}` : text);
  }
}

function evaluate(code: string, path: string): unknown {
  const module = new Module(path) as Module & { _compile(code: string, path: string): void };
  module.filename = path;
  module._compile(code, path);
  return module.exports;
}

/** The folder of Aloud, from any bundle or source of it. */
function rootFrom(folder: string): string {
  if (existsSync(join(folder, 'lambda/bot.ts')) || dirname(folder) === folder) return folder;
  return rootFrom(dirname(folder));
}

/** A package that is not there is named: nobody else knows which. */
function missing(thrown: unknown): string {
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  const name = code === 'MODULE_NOT_FOUND' ? /'([\w@./-]+)'/.exec(String(message))?.[1] : undefined;
  return name ? `, ${name} is not installed` : '';
}
