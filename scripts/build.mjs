// Bundles what runs: `dist/lambda/index.js` is the AWS Lambda artifact, complete in one file but for what a
// capture (`record.js`), several skills (`skills.js`) or a bot of one's own (`own-bots.js`) need and the optional native SQLite module; the rest take their packages from
// node_modules. `dist/release.js` is all commands, here and where there are no sources or no esbuild, `dist/bot.js` what the package exports.
import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, stop } from 'esbuild';
import { awsModules, awsTaken } from './build-aws.mjs';
import { buildCaches } from './build-cache.mjs';
import { licencesOf } from './build-licences.mjs';
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

/** Modules that the Lambda artifact does without. */
const LEFT_OUT = new RegExp(
  [
    ...['^node:http2$', '/client-h2\\.js$', '/web/fetch/body\\.js$', '/llhttp-wasm\\.js$'],
    ...['^thread-stream$', '^\\./(?:lib/)?(?:transport|multistream)$', '^ask-sdk-model$', '^entities/decode$'],
  ].join('|'),
);

/** From here on, in bytes, data is packed. */
const LARGE = 1000;

/**
 * Data as a module. It stays text until it is needed, as V8 reads JSON faster than JavaScript; and much of it is packed, which
 * costs the processor nothing, for what it takes to unpack it is what it took to read it past.
 */
function dataModule(text) {
  const json = JSON.stringify(JSON.parse(text));
  if (json.length < LARGE) return `module.exports = JSON.parse(${JSON.stringify(json)});`;
  return `module.exports = JSON.parse(${unpacked(json)}.toString());`;
}

/** The best, 11, takes three times as long for two parts in a hundred. */
const QUALITY = 10;

/** The expression that gives the bytes of some data again, which stand in the artifact packed. */
function unpacked(data) {
  const packed = brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).toString('base64');
  return `require('node:zlib').brotliDecompressSync(Buffer.from('${packed}', 'base64'))`;
}

/**
 * So much has the parser to do before V8 optimises it: a hundred times of what it would, as that takes thirty milliseconds of the
 * processor, and would be done in the midst of the first answer. What V8 has made of it first reads a thousand answers as well.
 */
const PARSED = 1_300_000_000;

/** undici's HTTP parser, written in its module as base64. */
const WASM = /wasmBase64 = '([A-Za-z0-9+/=]+)'/;

async function wasmModule(path) {
  const [, base64] = WASM.exec(await readFile(path, 'utf8')) ?? [];
  const rarely = `require('node:v8').setFlagsFromString('--wasm-tiering-budget=${PARSED}');`;
  return base64 && `${rarely}module.exports = ${unpacked(Buffer.from(base64, 'base64'))};`;
}

/**
 * What the Lambda artifact does without, as each costs milliseconds of every cold start: Node's HTTP/2, which undici and
 * the AWS SDK load, and use only when told to, with undici's client for it; what undici has for bodies that are forms; its HTTP
 * parser for processors without SIMD, of which AWS has none; pino's threads, as the log is written by the process itself, and that
 * it looks for who has called it, to load them; the
 * clients of Alexa's services in the SDK's model, which only a skill with an API client of the SDK's gets; the parts of
 * htmlparser2 that build a DOM, and the names of entities, which markdown-it has; and what settings are for, which is told by others.
 */
const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({
      contents: 'module.exports = { constants: {}, services: {}, EntityDecoder: class {} };',
    }));
    onLoad({ filter: /pino[\\/]lib[\\/]caller\.js$/ }, () => ({ contents: 'module.exports = () => [];' }));
    onLoad({ filter: /llhttp_simd-wasm\.js$/ }, async ({ path }) => ({ contents: await wasmModule(path) }));
    onLoad({ filter: /\.json$/ }, async ({ path }) => ({ contents: dataModule(await readFile(path, 'utf8')) }));
    onLoad({ filter: /\/settings\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/^ +doc: .*,$/gm, ''),
      loader: 'ts',
    }));
    onResolve({ filter: /^htmlparser2$/ }, () => ({
      path: join(root, 'node_modules/htmlparser2/dist/commonjs/Parser.js'),
    }));
  },
};

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
  const { ownBotsSource } = createRequire(import.meta.url)(await buildRelease())['own-bots']();
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
  return createRequire(import.meta.url)(await buildRelease())
    .business()
    .main();
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
