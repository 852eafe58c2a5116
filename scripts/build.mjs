// Bundles what runs: `dist/lambda/index.js` is the AWS Lambda artifact, complete in one file but for the optional
// native SQLite module; the rest run from a checkout and take their packages from node_modules.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { awsTaken } from './build-aws.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entries = {
  business: 'scripts/business.ts',
  server: 'lambda/server.ts',
  demo: 'simulator/demo.ts',
  chat: 'simulator/chat.ts',
  generate: 'scripts/generate.ts',
  webhook: 'scripts/webhook.ts',
  erase: 'scripts/erase.ts',
  notifications: 'scripts/notifications.ts',
  notices: 'scripts/notices.ts',
  deploy: 'scripts/deploy.ts',
  ask: 'scripts/ask.ts',
  table: 'scripts/table.ts',
  screenshot: 'scripts/screenshot.ts',
  bench: 'bench/main.ts',
  chaos: 'chaos/main.ts',
  fuzz: 'fuzz/main.ts',
  mutate: 'scripts/mutate.ts',
  speech: 'scripts/speech.ts',
};
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
};

/** Takes the settings of `.env`, beside which what the environment says goes first. */
export function loadSettings() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Bundles one entry, whose `main` runs when the bundle is started itself: `node dist/server.js`. Returns its path. */
export async function buildEntry(name) {
  const outfile = join(root, 'dist', `${name}.js`);
  await build({
    ...common,
    entryPoints: [entries[name]],
    outfile,
    packages: 'external',
    sourcemap: true,
    footer: { js: 'if (require.main === module) module.exports.main(process.argv.slice(2));' },
  });
  return outfile;
}

const LEFT_OUT = /^node:http2$|\/client-h2\.js$|\/web\/fetch\/body\.js$|\/llhttp-wasm\.js$|^thread-stream$|^ask-sdk-model$/;

/**
 * What the Lambda artifact does without, as each costs milliseconds of every cold start: Node's HTTP/2, which undici and
 * the AWS SDK load, and use only when told to, with undici's client for it; undici's HTTP parser for processors without
 * SIMD, of which AWS has none; pino's threads, as the log is written by the process itself; the clients of Alexa's services
 * in the SDK's model, which only a skill with an API client of the SDK's gets; the parts of htmlparser2 that build a DOM; and
 * what the AWS SDK has for other places and other commands than ours, which esbuild can only leave out of ES modules. Data
 * stays text until it is needed: V8 reads JSON faster than JavaScript.
 */
const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({
      contents: 'module.exports = { constants: {}, services: {} };',
    }));
    onLoad({ filter: /\.json$/ }, async ({ path }) => ({
      contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(await readFile(path, 'utf8'))))});`,
    }));
    onResolve({ filter: /^htmlparser2$/ }, () => ({
      path: join(root, 'node_modules/htmlparser2/dist/commonjs/Parser.js'),
    }));
  },
};

export async function buildLambda() {
  await build({
    ...common,
    entryPoints: ['lambda/index.ts'],
    outfile: join(root, 'dist/lambda/index.js'),
    external: ['libsql'],
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    plugins: [awsTaken(common), lighter],
  });
}

/** Checks the owner's business file and puts what is heard of it beside the bundles. Returns whether it is in order. */
export async function buildBusiness() {
  return createRequire(import.meta.url)(await buildEntry('business')).main();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  loadSettings();
  // `build.mjs lambda` makes the artifact alone.
  const others = process.argv[2] === 'lambda' ? [] : Object.keys(entries);
  await Promise.all([buildLambda(), ...others.map(buildEntry)]);
  if (!(await buildBusiness())) process.exitCode = 1;
}
