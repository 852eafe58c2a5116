// V8's code cache of the Lambda artifact: what V8 compiles of `index.js` until somebody is answered, made once, at build time. V8
// takes only what the same V8 has made on the same kind of processor, so it is made by the Node of the deployed runtime, which npm has.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);

/** The stack's functions run on arm64; on x64 most machines that build and measure do, and functions can. By AWS's names. */
const ARCHITECTURES = { arm64: 'arm64', x86_64: 'x64' };

/** So long a Node that was fetched is taken: AWS brings its runtime up to date about as often as Node is released. */
const FRESH_MS = 7 * 24 * 3_600_000;
/** For the 50 MB of a Node. */
const FETCH_MS = 120_000;
const WARM_MS = 60_000;

/** What runs programs of another processor, where QEMU is installed, and what they are linked with, where Debian keeps it. */
const FOREIGN = {
  arm64: { emulators: ['qemu-aarch64', 'qemu-aarch64-static'], libraries: '/usr/aarch64-linux-gnu' },
  x64: { emulators: ['qemu-x86_64', 'qemu-x86_64-static'], libraries: '/usr/x86_64-linux-gnu' },
};

/**
 * Puts a code cache for each architecture beside `index.js`, where one can be made. A build is none the worse without: `index.js`
 * does the same alone, only later.
 *
 * @param {string} folder of the artifact
 * @param {string} home of the sources, whose node_modules keeps what was fetched and made
 * @param {boolean} isDeployed only for what the stack's functions run on, as all that is there goes to AWS
 * @returns {Promise<string[]>} a line on each
 */
export async function buildCaches(folder, home, isDeployed) {
  const kept = join(home, 'node_modules/.cache/aloud');
  mkdirSync(kept, { recursive: true });
  const script = await bundleWarm(home, join(folder, '../code-cache.js'));
  const lines = [];
  for (const name of readdirSync(folder)) if (name.endsWith('.cache')) rmSync(join(folder, name));
  for (const architecture of isDeployed ? deployedArchitectures(home) : Object.values(ARCHITECTURES)) {
    const target = join(folder, `index.${architecture}.cache`);
    try {
      const version = await buildCache({ folder, kept, script, target, architecture, major: runtimeMajor(home) });
      lines.push(`Code cache for ${architecture}: made by Node ${version}`);
    } catch (error) {
      lines.push(`No code cache for ${architecture} (see docs/cold-starts.md): ${reasonOf(error)}`);
    }
  }
  return lines;
}

async function buildCache({ folder, kept, script, target, architecture, major }) {
  const launcher = await launcherFor(architecture);
  const { node, version } = await provideNode(kept, major, architecture);
  const index = join(folder, 'index.js');
  // Of the same code the same is made, however often it is built.
  const made = join(kept, `${fingerprint(version, script, index)}.${architecture}.cache`);
  if (!existsSync(made)) {
    forgetOld(kept, architecture);
    const [program, ...args] = [...launcher, node, script, index, `${made}.part`];
    await run(program, args, { timeout: WARM_MS, env: { PATH: process.env.PATH } });
    renameSync(`${made}.part`, made);
  }
  copyFileSync(made, target);
  return version;
}

/** What starts a program for Linux on that processor. @throws Error where it does not start here */
async function launcherFor(architecture) {
  if (process.platform !== 'linux') throw new Error(`it is made on Linux, and this is ${process.platform}`);
  if (architecture === process.arch) return [];
  const { emulators, libraries } = FOREIGN[architecture];
  for (const emulator of emulators) {
    const isThere = await run(emulator, ['--version']).then(
      () => true,
      () => false,
    );
    if (isThere) return [emulator, '-L', libraries];
  }
  throw new Error(`it is made on ${architecture} or with ${emulators[0]}, and this is ${process.arch} without`);
}

/** The Node of the deployed runtime: kept, or else fetched from npm, as the plain files that the package is. */
async function provideNode(kept, major, architecture) {
  const folder = join(kept, `node-${major}-${architecture}`);
  const manifest = join(folder, 'package.json');
  const isKept = existsSync(manifest);
  if (!isKept || Date.now() - statSync(manifest).mtimeMs > FRESH_MS) {
    try {
      await fetchNode(kept, folder, `node-linux-${architecture}@${major}`);
    } catch (error) {
      // An older one of the same major is often as good.
      if (!isKept) throw error;
    }
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { node: join(folder, 'bin/node'), version };
}

async function fetchNode(kept, folder, wanted) {
  const temporary = mkdtempSync(join(kept, 'fetched-'));
  try {
    const options = ['--silent', '--ignore-scripts', '--fetch-retries=0', '--pack-destination', temporary];
    await run('npm', ['pack', wanted, ...options], { cwd: temporary, timeout: FETCH_MS });
    const [tarball] = readdirSync(temporary);
    if (!tarball) throw new Error(`npm does not bring ${wanted}`);
    const files = ['package/bin/node', 'package/package.json'];
    await run('tar', ['-xzf', tarball, '--strip-components=1', ...files], { cwd: temporary });
    rmSync(join(temporary, tarball));
    const now = new Date();
    utimesSync(join(temporary, 'package.json'), now, now);
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Of AWS's runtime that the functions are deployed with: 24 of `nodejs24.x`. */
function runtimeMajor(home) {
  const { profiles } = JSON.parse(readFileSync(join(home, 'ask-resources.json'), 'utf8'));
  return /\d+/.exec(profiles.default.skillInfrastructure.userConfig.runtime)[0];
}

function deployedArchitectures(home) {
  const template = readFileSync(join(home, 'infrastructure/skill-stack.yaml'), 'utf8');
  const named = [...template.matchAll(/^ +Architectures: \[(\w+)\]$/gm)].map(([, name]) => ARCHITECTURES[name]);
  return [...new Set(named)].filter((architecture) => architecture !== undefined);
}

/** What starts the artifact and writes what V8 has made of it. */
async function bundleWarm(home, outfile) {
  await build({
    ...{ absWorkingDir: home, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' },
    ...{ entryPoints: ['scripts/build-cache-warm.ts'], outfile },
  });
  return outfile;
}

function fingerprint(version, ...files) {
  const hash = createHash('sha256').update(version);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}

/** What nobody has built for long. */
function forgetOld(kept, architecture) {
  for (const name of readdirSync(kept)) {
    const file = join(kept, name);
    if (name.endsWith(`.${architecture}.cache`) && Date.now() - statSync(file).mtimeMs > FRESH_MS) rmSync(file);
  }
}

/** In one line. A program that failed says why on its standard error. */
function reasonOf({ message, stderr }) {
  const said = stderr
    ?.trim()
    .split('\n')
    .find((line) => line.trim() !== '');
  return said ?? message.split('\n')[0];
}
