// Bundles what runs: `dist/lambda/index.js` is the AWS Lambda artifact, complete in one file but for what a
// capture (`record.js`), several skills (`skills.js`) or a bot of one's own (`own-bots.js`) need and the optional native SQLite module; the rest take their packages from
// node_modules. `dist/release.js` is all commands, here and where there are no sources or no esbuild, `dist/bot.js` what the package exports.
import { execFile } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build, stop } from 'esbuild';
import { awsModules, awsTaken } from './build-aws.mjs';
import { buildCaches } from './build-cache.mjs';
import { licencesOf } from './build-licences.mjs';
import { lighter } from './build-lighter.mjs';
import { laterPatterns } from './build-patterns.mjs';
import { unlessFresh } from './fresh.mjs';
import { loadSettings, home as root } from './place.mjs';

export { stop };

const entries = {
  server: 'lambda/server.ts',
  broadcast: 'bench/broadcast-process.ts',
  chaos: 'chaos/main.ts',
  fuzz: 'fuzz/main.ts',
};
/** What `npm run build` need not make: each is bundled when it is run. But for one, tools of those who build Aloud. */
const tools = {
  bench: 'bench/main.ts',
  generate: 'scripts/generate.ts',
  mutate: 'scripts/mutate.ts',
  notices: 'scripts/notices.ts',
  screenshot: 'scripts/screenshot.ts',
  speech: 'scripts/speech.ts',
  weigh: 'scripts/weigh.ts',
};
/** The operator's commands, what reads their command line (`aloud <command>`), and what is done when the artifact is put together. */
const commands = {
  main: 'operator/main.ts',
  ...{ ask: 'operator/ask.ts', chat: 'operator/chat.ts', deploy: 'operator/deploy.ts', doctor: 'operator/doctor.ts' },
  ...{ init: 'operator/init.ts', erase: 'operator/erase.ts' },
  certify: 'operator/certify.ts',
  contract: 'operator/contract.ts',
  ...{ generate: 'operator/generate.ts', notifications: 'operator/notifications.ts', table: 'operator/table.ts' },
  ...{ capture: 'operator/capture.ts', converse: 'operator/converse.ts', report: 'operator/report.ts' },
  'field-test': 'operator/field-test.ts',
  ...{ start: 'operator/start.ts', webhook: 'operator/webhook.ts' },
  ...{ business: 'scripts/business.ts', 'own-bots': 'scripts/own-bots.ts' },
};
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
};

/** Bundles one entry, whose `main` runs when the bundle is started itself: `node dist/server.js`. Returns its path. */
export async function buildEntry(name) {
  const footer = { js: 'if (require.main === module) module.exports.main(process.argv.slice(2));' };
  return bundle(`${name}.js`, { entryPoints: [entries[name] ?? tools[name]], footer });
}

/**
 * All commands in one file, of which each is loaded when it is first asked for: they share most of what they are made of.
 * From it they run wherever Aloud is; its packages are the `dependencies` of package.json. Returns its path.
 */
export async function buildRelease() {
  const parts = Object.entries(commands).map(([name, path]) => `exports['${name}'] = () => require('./${path}');`);
  const stdin = { contents: parts.join('\n'), resolveDir: root, sourcefile: 'release.js' };
  return bundle('release.js', { stdin, minifyWhitespace: true }, refuseUndeclared);
}

/** What the package exports to a bot of one's own, with its types (docs/own-bot.md). */
export async function buildExports() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const [{ metafile }] = await Promise.all([
    build({
      ...common,
      entryPoints: Object.entries(EXPORTS).map(([out, path]) => ({ in: path, out })),
      outdir: join(root, 'dist'),
      packages: 'external',
      metafile: true,
    }),
    promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.types.json'], { cwd: root }),
  ]);
  refuseUndeclared(metafile);
}

/** By the file that each becomes. */
const EXPORTS = { bot: 'lambda/bot.ts', testing: 'simulator/testing.ts' };

/** What is done without where it is not: a bot of one's own is then loaded as it is. */
const OPTIONAL = new Set(['esbuild']);

/** A package that only those have who build Aloud would be missing at the first call. */
function refuseUndeclared({ outputs }) {
  const { dependencies } = createRequire(import.meta.url)('../package.json');
  const packages = Object.values(outputs).flatMap(({ imports }) =>
    imports
      .filter(({ path }) => !isBuiltin(path))
      .map(({ path }) => path.split('/', path.startsWith('@') ? 2 : 1).join('/')),
  );
  const undeclared = [...new Set(packages)].filter((name) => !Object.hasOwn(dependencies, name) && !OPTIONAL.has(name));
  if (undeclared.length > 0) throw new Error(`A release needs ${undeclared.join(', ')}: dependencies of package.json`);
}

/** What says how a bundle is made, beside its sources. */
const BUILDERS = ['scripts/build.mjs', 'package.json', 'tsconfig.json', 'node_modules/esbuild/package.json'];

async function bundle(name, options, check = () => {}) {
  const outfile = join(root, 'dist', name);
  // Each start reads the map, which with the text of the sources would take longer than the code: they are there.
  const map = { sourcemap: true, sourcesContent: false };
  const made = { ...common, ...map, outfile, packages: 'external', metafile: true, write: false, ...options };
  await unlessFresh(outfile, root, BUILDERS, async () => {
    const { metafile, outputFiles } = await build(made);
    check(metafile);
    for (const { path, contents } of outputFiles) await replaceFile(path, contents);
    const { [options.stdin?.sourcefile]: _, ...inputs } = metafile.inputs;
    return { inputs };
  });
  return outfile;
}

/** At once for whoever reads it meanwhile: several commands may be started at a time. */
async function replaceFile(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  const written = `${path}.${process.pid}`;
  await writeFile(written, contents);
  await rename(written, path);
}

/** Makes the artifact, to be deployed now or not, and all that goes with it. Returns a line on each code cache. */
export async function buildLambda({ isDeployed = false } = {}) {
  // What is loaded late is loaded as everything else, not by Node's loader of ES modules, which would have to be loaded first.
  const artifact = { ...common, minify: true, legalComments: 'none', supported: { 'dynamic-import': false } };
  const files = [];
  const made = await Promise.all([
    build({
      ...artifact,
      entryPoints: ['lambda/index.ts'],
      outfile: join(root, 'dist/lambda/index.js'),
      external: ['libsql'],
      plugins: [awsTaken(common, (taken) => files.push(...taken)), lighter, beside, ownBotsBeside, laterPatterns(root)],
      metafile: true,
    }),
    build({
      ...artifact,
      entryPoints: ['lambda/cached.ts'],
      outfile: join(root, 'dist/lambda/index'),
      external: ['./index.js'],
      footer: { js: 'module.exports.start(module, require, __dirname);' },
      metafile: true,
    }),
    ...Object.entries(BESIDE).map(([name, entry]) =>
      build({
        ...artifact,
        entryPoints: [`lambda/${entry}.ts`],
        outfile: join(root, 'dist/lambda', name),
        plugins: [awsModules],
        metafile: true,
      }),
    ),
  ]);
  // Beside its folder, all of which goes to AWS.
  await writeFile(
    join(root, 'dist/lambda-licences.txt'),
    licencesOf([...files, ...made.flatMap(({ metafile }) => Object.keys(metafile.inputs))], root),
  );
  return buildCaches(join(root, 'dist/lambda'), root, isDeployed);
}

/**
 * Files of their own beside the code, which no other start reads: what only a capture needs (`aloud capture`), and what only
 * several skills need, whose settings are read at the start.
 */
const BESIDE = { 'record.js': 'capture/record', 'skills.js': 'secrets/read' };
const beside = {
  name: 'beside',
  setup({ onResolve }) {
    for (const [name, entry] of Object.entries(BESIDE)) {
      onResolve({ filter: new RegExp(`${entry}$`) }, () => ({ path: `./${name}`, external: true }));
    }
  },
};

/** A bot of one's own: a file beside the artifact, which is there only where there is such a bot. */
const ownBotsBeside = {
  name: 'own-bots-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/own$/ }, ({ importer }) =>
      /[\\/]app[\\/]own-bot\.ts$/.test(importer) ? { path: './own-bots.js', external: true } : undefined,
    );
  },
};

/** Where a bot of one's own finds `aloud`. */
const alias = { 'aloud/testing': join(root, EXPORTS.testing), aloud: join(root, EXPORTS.bot) };

/** Puts the bots of one's own that the settings choose beside the artifact, and takes away those that they chose before. */
export async function buildOwnBots() {
  const { ownBotsSource } = await loaded('own-bots');
  const contents = ownBotsSource();
  const outfile = join(root, 'dist/lambda/own-bots.js');
  if (contents === undefined) return rm(outfile, { force: true });
  await build({
    ...common,
    stdin: { contents, resolveDir: root, sourcefile: 'own-bots.js' },
    outfile,
    minify: true,
    legalComments: 'inline',
    external: ['libsql', 'esbuild'],
    alias,
  });
}

/** Checks the owner's business file and puts what is heard of it beside the bundles. Returns whether it is in order. */
export async function buildBusiness() {
  return (await loaded('business')).main();
}

/** What a command exports, of the bundle as its sources would make it now. */
async function loaded(name) {
  return createRequire(import.meta.url)(await buildRelease())[name]();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  loadSettings();
  const [, , what] = process.argv;
  // `build.mjs lambda` makes the artifact; `build.mjs business` what is of the owner, beside an artifact that is there;
  // `build.mjs release` what is packed, which knows no business.
  const parts = {
    lambda: () => [buildLambda()],
    business: () => [],
    release: () => [buildLambda(), buildRelease(), buildExports()],
    all: () => [buildLambda(), ...Object.keys(entries).map(buildEntry), buildRelease(), buildExports()],
  }[what ?? 'all'];
  for (const lines of await Promise.all(parts())) {
    if (Array.isArray(lines))
      for (const line of lines)
        process.stdout.write(`${line}
`);
  }
  if (what !== 'release') await buildOwnBots();
  if (what !== 'release' && !(await buildBusiness())) process.exitCode = 1;
}
