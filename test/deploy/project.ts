import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../simulator/root';
import { copyInto, linkDependencies } from '../support/packed';

/** What a command has said, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** A checkout of this project with a home folder beside it, for commands that write into both. */
export interface Project {
  readonly folder: string;
  readonly home: string;
  /** What `npx aloud` runs. */
  readonly aloud: string;
  /** Writes `.env`. */
  configure(settings: Readonly<Record<string, string | undefined>>): void;
  /** Writes `business.yaml`, with the icons of the test's businesses beside it. */
  describe(business: string): void;
  /** Writes one of several skills: its folder in `skills/`. */
  describeSkill(name: string, settings: Readonly<Record<string, string | undefined>>, business: string): void;
  read(path: string): string;
  /** Puts files there, as another version of Aloud has them: those of a folder, or what stands behind a path. */
  put(files: string | Readonly<Record<string, string>>, into?: string): void;
  /** Writes a file into the home folder; returns its path. */
  writeHome(name: string, content: string): string;
  /** Deletes what git does not keep, as in a fresh clone. */
  forgetBuilt(): void;
  /** Deletes the profiles of the ASK CLI, or the credentials of AWS. */
  forgetProfiles(): void;
  forgetCredentials(): void;
  /** Runs a script of package.json (`node …`) with arguments, in an environment that holds nothing else. */
  run(script: readonly string[], environment: Readonly<Record<string, string>>, input?: string): Promise<Ran>;
  /** Every file that git would see, by its path. */
  tracked(): Readonly<Record<string, string>>;
  remove(): void;
}

const PARTS = [
  'ask-resources.json',
  'package.json',
  'tsconfig.json',
  'business',
  'lambda',
  'operator',
  'scripts',
  'simulator',
  'skill-package',
];
/** Three quite different ones. */
export const BUSINESSES = join(projectRoot(), 'test/business/businesses');
const INFRASTRUCTURE = ['package.json', 'package-lock.json', 'skill-stack.yaml'];

/** @param packed what `npm pack` packs: the project is then a folder that has Aloud as a package */
export function createProject(packed?: readonly string[]): Project {
  const root = projectRoot();
  const top = mkdtempSync(join(tmpdir(), 'aloud-deploy-'));
  const [folder, home] = [join(top, 'project'), join(top, 'home')];
  mkdirSync(home);
  mkdirSync(join(folder, 'infrastructure'), { recursive: true });
  if (packed) {
    copyInto(join(folder, 'node_modules/aloud'), packed);
    linkDependencies(join(folder, 'node_modules'));
  } else {
    for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
    for (const part of INFRASTRUCTURE) cpSync(join(root, 'infrastructure', part), join(folder, 'infrastructure', part));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  }
  symlinkSync(join(root, 'infrastructure/node_modules'), join(folder, 'infrastructure/node_modules'), 'junction');

  return {
    folder,
    home,
    aloud: packed ? 'node_modules/aloud/scripts/aloud.mjs' : 'scripts/aloud.mjs',
    configure(settings) {
      writeFileSync(join(folder, '.env'), linesOf(settings));
    },
    describeSkill(name, settings, business) {
      const place = join(folder, 'skills', name);
      cpSync(join(BUSINESSES, 'icons'), join(place, 'icons'), { recursive: true });
      writeFileSync(join(place, '.env'), linesOf(settings));
      writeFileSync(join(place, 'business.yaml'), business);
    },
    describe(business) {
      writeFileSync(join(folder, 'business.yaml'), business);
      cpSync(join(BUSINESSES, 'icons'), join(folder, 'icons'), { recursive: true });
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    put(files, into = '.') {
      if (typeof files === 'string') cpSync(files, join(folder, into), { recursive: true });
      else {
        for (const [path, content] of Object.entries(files)) {
          mkdirSync(dirname(join(folder, into, path)), { recursive: true });
          writeFileSync(join(folder, into, path), content);
        }
      }
    },
    writeHome(name, content) {
      writeFileSync(join(home, name), content);
      return join(home, name);
    },
    forgetBuilt() {
      for (const path of ['dist', '.ask/dist']) rmSync(join(folder, path), { recursive: true, force: true });
    },
    forgetProfiles: () => rmSync(join(home, '.ask'), { recursive: true }),
    forgetCredentials: () => rmSync(join(home, '.aws'), { recursive: true }),
    async run(script, environment, input = '') {
      const child = spawn(process.execPath, [...script], {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', ...environment },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      }
      child.stdin.end(input);
      const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { code, output };
    },
    tracked() {
      const seen = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter(
          (path) => !/^(?:dist\/|(?:skills\/[^/]+\/)?\.env$|infrastructure\/node_modules|node_modules)/.test(path),
        )
        .filter((path) => !path.startsWith('.ask/') || path === '.ask/ask-states.json');
      return Object.fromEntries(seen.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
    },
    remove() {
      if (existsSync(top)) rmSync(top, { recursive: true });
    },
  };
}

/** What a file of settings holds. */
function linesOf(settings: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}='${value}'`],
  );
  return lines.join('\n');
}
