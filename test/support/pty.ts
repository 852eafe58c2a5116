import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { projectRoot } from '../../simulator/root';

const PROJECT = projectRoot();
/** What the commands are made of, and read. The scripts find the project by where they are themselves. */
const SOURCES = ['lambda', 'operator', 'test'];
const LINKED = ['node_modules', 'business', 'simulator', 'skill-package', 'docs', 'infrastructure'];
const COPIED = ['scripts', 'package.json', 'ask-resources.json', '.env.example', 'business.example.yaml'];

/** A checkout of one's own, without settings, a business or data. */
export interface Checkout {
  readonly root: string;
  remove(): void;
}

/** In it each command is bundled before it runs, which takes the processor a second or two. */
export function copyCheckout(): Checkout {
  return folderOf([...LINKED, ...SOURCES], COPIED);
}

/** A folder in which Aloud runs as a package does: what `npm run build` made, without the sources. Its commands begin at once. */
export function installed(): Checkout {
  return folderOf(LINKED, [...COPIED, 'dist/release.js']);
}

function folderOf(linked: readonly string[], copied: readonly string[]): Checkout {
  const root = mkdtempSync(join(tmpdir(), 'aloud-checkout-'));
  for (const name of linked) symlinkSync(join(PROJECT, name), join(root, name));
  for (const name of copied) cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export interface Terminal {
  /** All that was shown so far, without colours and movements. */
  shown(): string;
  /** The same with them, as a terminal gets it. */
  raw(): string;
  /** Waits until it is shown, behind what was waited for before. */
  sees(text: string | RegExp): Promise<void>;
  /** Types it, and Enter. */
  types(text: string): void;
  /** Presses keys: `KEYS.down`. */
  presses(...keys: readonly string[]): void;
  /** Resolves to the exit code. */
  ended(): Promise<number>;
}

export const KEYS = {
  enter: '\r',
  down: '\u001b[B',
  up: '\u001b[A',
  left: '\u001b[D',
  right: '\u001b[C',
  tab: '\t',
  space: ' ',
  interrupt: '\u0003',
} as const;

export interface TerminalOptions {
  /** Beside PATH and HOME, which are the machine's. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long something may take to be shown. Bundling a command takes seconds on a busy machine. */
  readonly patienceMs?: number;
  /** Signs in a line. */
  readonly cols?: number;
}

/** Runs `aloud …` of a checkout in a terminal, as its user does. */
export function aloudInTerminal(
  { root }: Checkout,
  args: readonly string[],
  { env = {}, patienceMs = 20_000, cols = 140 }: TerminalOptions = {},
): Terminal {
  const { PATH = '', HOME = '' } = process.env;
  const pty = spawn(process.execPath, [join(root, 'scripts/aloud.mjs'), ...args], {
    ...{ name: 'xterm-256color', cols, rows: 50, cwd: root },
    env: { PATH, HOME, TERM: 'xterm-256color', ...env },
  });
  let raw = '';
  let seen = 0;
  let exit: number | undefined;
  const waiting = new Set<() => void>();
  const tell = () => {
    for (const look of [...waiting]) look();
  };
  pty.onData((data) => {
    raw += data;
    tell();
  });
  pty.onExit(({ exitCode }) => {
    exit = exitCode;
    tell();
  });
  const shown = () => stripVTControlCharacters(raw).replaceAll('\r', '');

  function wait<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = () => {
        waiting.delete(check);
        clearTimeout(timer);
      };
      const check = () => {
        try {
          const found = look();
          if (found === undefined) return;
          done();
          resolve(found);
        } catch (error) {
          done();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        done();
        pty.kill();
        reject(new Error(`This was never shown: ${what}\n${shown()}`));
      }, patienceMs);
      waiting.add(check);
      check();
    });
  }

  return {
    shown,
    raw: () => raw,
    async sees(text) {
      const place = await wait(String(text), () => {
        const rest = shown().slice(seen);
        const at = typeof text === 'string' ? rest.indexOf(text) : rest.search(text);
        if (at >= 0) return at + (typeof text === 'string' ? text.length : 1);
        if (exit !== undefined) throw new Error(`It ended (${exit}) before it showed ${text}\n${shown()}`);
        return undefined;
      });
      seen += place;
    },
    types: (text) => pty.write(`${text}\r`),
    presses(...keys) {
      for (const key of keys) pty.write(key);
    },
    ended: () => wait('its end', () => exit),
  };
}
