import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readTextFile } from '../../../lambda/config/text-file';
import type { EnvFile } from '../../env-file';
import { bad, type Finding, good, warning } from '../finding';
import type { Setup } from '../setup';

/** What editors and systems make of the name. */
const MISNAMED = ['.env.txt', 'env', 'env.txt', '.env.local', '.ENV'];
/** Looking at git is worth no more. */
const GIT_MS = 2000;

/** The file .env: whether it is there, is read as it was meant, and is nobody else's to read. */
export function checkEnvFile(setup: Setup): readonly Finding[] {
  const { root, file, fileName } = setup;
  if (!file) return missing(setup);
  const encoding = encodingFault(root, fileName);
  if (encoding) return [encoding];
  const found = [
    ...strayLines(file),
    ...cutValues(file),
    ...twice(file),
    ...hidden(setup, file),
    ...access(root, fileName),
  ];
  return found.length > 0 ? found : [good('env-file', '.env can be read, by you alone')];
}

function missing({ root, folder, value, part }: Setup): readonly Finding[] {
  const id = 'env-file.missing';
  const read = readTextFile(join(root, folder, '.env'));
  if ('fault' in read && read.fault === 'other') return [unreadable(read.why)];
  const other = MISNAMED.find((name) => existsSync(join(root, folder, name)));
  if (other) return [bad(id, `there is no .env, but a file ${other}`, `mv ${other} .env`)];
  if (part?.of === 'skill') return [bad(id, 'there is no .env', 'npx aloud init')];
  if (value('ALOUD_PLATFORM')) return [good('env-file', 'there is no .env: the settings are in the environment')];
  // Nor does the demo, with its simulated bot, need one.
  return [warning(id, 'there is no .env', 'npx aloud init')];
}

function unreadable(why: string): Finding {
  const id = 'env-file.unreadable';
  if (why.includes('folder')) return bad(id, `.env ${why}`, 'rmdir .env && npx aloud init');
  return bad(id, `.env ${why}`, 'chown $(id -un) .env && chmod 600 .env');
}

function encodingFault(root: string, fileName: string): Finding | undefined {
  const bytes = readFileSync(join(root, fileName));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const isOther = bytes.includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe;
  if (!isOther && !hasMark) return undefined;
  const what = `.env is not saved as plain UTF-8${hasMark ? ', but with a mark before its first line' : ''}`;
  return bad('env-file.encoding', what, 'save .env as UTF-8, without a BOM');
}

function strayLines({ stray }: EnvFile): readonly Finding[] {
  return stray.map(({ number, text }) => {
    const [, name] = /^([A-Z][A-Z0-9]*_[A-Z0-9_]+)\s*[:\s]/.exec(text) ?? [];
    const remedy = name ? `write  ${name}=…` : 'write  NAME=value,  or put a # before it';
    return bad('env-file.line', `line ${number} of .env sets nothing, as it has no "="`, remedy);
  });
}

/** Unquoted, `#` begins a comment, wherever it stands. */
function cutValues({ lines }: EnvFile): readonly Finding[] {
  return lines.flatMap(({ number, name, typed }) => {
    const at = typed.indexOf('#');
    if (/^["'`]/.test(typed) || at < 0) return [];
    // A comment of an author's own has blanks around its sign.
    const isComment = at === 0 ? /^#(?:\s|$)/.test(typed) : /\s/.test(typed[at - 1] ?? '');
    if (isComment) return [];
    const what = `${name} (line ${number} of .env) ends before its "#", which begins a comment`;
    return [bad('env-file.cut', what, `put it in quotes: ${name}="…"`)];
  });
}

function twice({ lines }: EnvFile): readonly Finding[] {
  return lines.flatMap(({ name, number }, index) => {
    const first = lines.slice(0, index).findLast((line) => line.name === name);
    if (!first) return [];
    const what = `${name} stands in .env twice, in lines ${first.number} and ${number}: the last counts`;
    return [warning('env-file.twice', what, `take line ${first.number} out of .env`)];
  });
}

/** What the shell has set goes before the file. */
function hidden({ env, part, given, settings }: Setup, { values }: EnvFile): readonly Finding[] {
  // What one of several skills sets itself goes before all else.
  if (part?.of === 'skill') return [];
  const all = part ? given : env;
  return settings.flatMap(({ name }) => {
    if (values[name] === undefined || all[name] === values[name]) return [];
    const what = `${name} is also set in the shell, and otherwise: .env does not count there`;
    return [warning('env-file.hidden', what, `unset ${name}`)];
  });
}

function access(root: string, fileName: string): readonly Finding[] {
  const path = join(root, fileName);
  const isOpen = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  return [
    ...(isOpen
      ? [bad('env-file.mode', 'others on this machine can read .env, which holds secrets', 'chmod 600 .env')]
      : []),
    ...(isInGit(root, fileName)
      ? [bad('env-file.git', '.env is in the git repository, with its secrets', 'git rm --cached .env')]
      : []),
  ];
}

function isInGit(root: string, fileName: string): boolean {
  if (!isBelowGit(root)) return false;
  try {
    execFileSync('git', ['ls-files', '--error-unmatch', fileName], { cwd: root, stdio: 'ignore', timeout: GIT_MS });
    return true;
  } catch {
    return false;
  }
}

/** Whether a folder, or one above it, is a repository: git itself need not be asked else, nor be there. */
function isBelowGit(folder: string): boolean {
  const path = resolve(folder);
  if (existsSync(join(path, '.git'))) return true;
  return dirname(path) !== path && isBelowGit(dirname(path));
}
