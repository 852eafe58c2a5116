import { execFile, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../simulator/root';

export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

/** What `npm pack` would pack of what is built now. */
export async function packedFiles(): Promise<readonly PackedFile[]> {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json'], { cwd: projectRoot() });
  return JSON.parse(stdout)[0].files;
}

/** Puts files of this checkout into a folder. */
export function copyInto(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(projectRoot(), path), join(folder, path), { recursive: true });
  }
}

/** The packages that `npm ci --omit=dev` leaves, as links. */
export function linkDependencies(folder: string): void {
  const { packages } = JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
  };
  for (const [path, { dev, devOptional }] of Object.entries(packages)) {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    const source = join(projectRoot(), path);
    if (!name || dev || devOptional || !existsSync(source)) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(source, join(folder, name));
  }
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'aloud-release-'));
}

/** Every file below a folder but for packages, by its path. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('node_modules/'))
    .toSorted();
}

/** What a process has said, and its exit code. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What is typed. */
  readonly input?: string;
  readonly as?: Pick<SpawnOptions, 'uid' | 'gid'>;
}

/** Runs a program to its end, in an environment that holds nothing else. */
export async function runToEnd(
  [program = '', ...args]: readonly string[],
  { cwd, env, input = '', as }: RunOptions,
): Promise<Ended> {
  const child = spawn(program, args, { ...as, cwd, env: { PATH: process.env.PATH, HOME: cwd, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, output };
}

export interface Serving {
  readonly url: string;
  /** Ends it as an operator does. */
  stop(): Promise<Ended>;
}

/** Starts a server on a free port, and waits until it is ready. @throws Error with what it said when it ends before */
export async function startServing(
  [program = '', ...args]: readonly string[],
  { cwd, env, as }: RunOptions,
): Promise<Serving> {
  const port = await freePort();
  const child = spawn(program, args, {
    ...{ ...as, cwd, stdio: ['ignore', 'pipe', 'pipe'] },
    env: { PATH: process.env.PATH, HOME: cwd, PORT: String(port), ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(([code]) => ({ code, output }));
  const url = `http://127.0.0.1:${port}`;
  const early = ended.then(({ code }) => {
    throw new Error(`ended with ${code}\n${output}`);
  });
  // What comes of it is seen below, or no more of interest.
  early.catch(() => undefined);
  while (!(await Promise.race([isReady(url), early]))) await Promise.race([once(child.stdout ?? child, 'data'), early]);
  return {
    url,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
