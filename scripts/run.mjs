// Runs an entry or a command in this process, so that signals reach it directly: where the sources and esbuild are, bundled of them
// as they are now; else as `npm run build` made it.
import { cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hasSources, home, loadSettings, root } from './place.mjs';

const require = createRequire(import.meta.url);

/** Without ALOUD_PLATFORM the built-in demo; with it, or a folder of skills, the server of real skills. */
export async function serve() {
  loadSettings();
  const { run, createScreen } = await loadCommand('start');
  process.exitCode = await run({ words: [], options: {}, env: process.env, screen: createScreen(process), root });
}

/** A tool of those who build Aloud. @param {string} entry @param {readonly string[]} args */
export async function runEntry(entry, args) {
  loadSettings();
  const builder = await findBuilder();
  const bundle = builder ? await builder.buildEntry(entry) : made(`dist/${entry}.js`);
  await builder?.stop();
  process.setSourceMapsEnabled(true);
  require(bundle).main(args);
}

let commands;
/** What an operator's command exports. @param {string} name */
export async function loadCommand(name) {
  commands ??= await loadRelease();
  return commands[name]();
}

async function loadRelease() {
  if (hasSources) await freshen();
  process.setSourceMapsEnabled(true);
  return require(made('dist/release.js'));
}

/** What bundles takes longer to load than to see that there is nothing to bundle. */
async function freshen() {
  const { isFresh } = await import('./fresh.mjs');
  if (isFresh(join(home, 'dist/release.js'), home)) return;
  const builder = await findBuilder();
  await builder?.buildRelease();
  await builder?.stop();
}

/** Puts the Lambda artifact into the folder that is deployed from. Returns whether the business file is in order. */
export async function makeLambda() {
  loadSettings();
  const builder = await findBuilder();
  if (builder) {
    for (const line of await builder.buildLambda({ isDeployed: true })) process.stdout.write(`${line}\n`);
    await builder.buildOwnBots();
    return builder.buildBusiness();
  }
  const { ownBotsSource } = await loadCommand('own-bots');
  if (ownBotsSource(root) !== undefined) throw notPutTogether();
  const artifact = made('dist/lambda');
  const target = join(root, 'dist/lambda');
  // What is heard of the owner's business stands beside the code: of this folder, never what somebody else built.
  if (artifact !== target) {
    cpSync(artifact, target, { recursive: true, filter: (path) => !path.endsWith('business.json') });
  }
  return (await loadCommand('business')).main(root);
}

/** What went wrong in the form of our own errors: in plain lines. @param {unknown} error */
export function tell(error) {
  if (!(error instanceof Error) || error.name !== 'AloudError') throw error;
  process.stderr.write(`${error.code}\n${error.message}\n${error.hint}\n`);
  process.exitCode = 1;
}

/** What bundles the sources; absent where they or esbuild are not: in a package, an image, or behind `npm ci --omit=dev`. */
async function findBuilder() {
  if (!hasSources) return undefined;
  try {
    require.resolve('esbuild');
  } catch {
    return undefined;
  }
  return import('./build.mjs');
}

function made(path) {
  const file = join(home, path);
  if (existsSync(file)) return file;
  const error = new Error(`${path} is not there, and without esbuild it cannot be made now`);
  // As in lambda/errors/, which is not there either.
  const hint =
    'Run npm ci && npm run build in the checkout, and take dist/ along to where npm ci --omit=dev is run. If Aloud came as a package, install it again.';
  throw Object.assign(error, { name: 'AloudError', code: 'ALOUD_NOT_BUILT', hint });
}

/** In the form of our own errors. */
function notPutTogether() {
  const error = new Error("a bot of one's own is put together for AWS by esbuild, which is not here");
  const hint = 'Deploy it from a checkout of Aloud, after npm ci; or serve it with npx aloud start: docs/own-bot.md';
  return Object.assign(error, { name: 'AloudError', code: 'ALOUD_NOT_BUILT', hint });
}
