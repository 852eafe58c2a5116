import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Environment } from '../lambda/config/environment';
import { SETTINGS } from '../lambda/config/settings';
import { readTextFile } from '../lambda/config/text-file';
import { projectRoot } from '../simulator/root';
import { type Business, toBusiness } from './business';
import { checkBusiness } from './checks';
import { readBusinessFile } from './file';
import { lint } from './lint';
import { type Finding, inOrder, type Problem, toLine } from './problem';

const { name: SETTING } = SETTINGS.businessFile;
const NAMES = ['business.yaml', 'business.yml', 'business.json'] as const;
const TEMPLATE = 'business/template.yaml';

/** A business file that can be worked with. */
export interface LoadedBusiness {
  readonly business: Business;
  /** As it is told to people: `business.yaml`. */
  readonly file: string;
  /** From which the paths in it count. */
  readonly folder: string;
  /** There is no file of the owner's: these are the words of Aloud's own package. */
  readonly isTemplate: boolean;
  /** What the owner should know, a line each. */
  readonly warnings: readonly string[];
}

/** What is wrong with the file, a line each: its name, the number of the line, the field, and what to do. */
export interface BrokenBusiness {
  readonly problems: readonly string[];
}

/**
 * Reads the owner's business file, or the template where there is none.
 *
 * @param folder where it is looked for, from the root: that of one of several skills. Default: the root itself
 */
export function loadBusiness(root: string, env: Environment, folder = ''): LoadedBusiness | BrokenBusiness {
  const file = businessFileOf(root, env, folder);
  return file === undefined ? loadTemplate() : loadFile(root, file);
}

/** The owner's business file, from the root: the one that a setting names, or that is there. */
export function businessFileOf(root: string, env: Environment, folder = ''): string | undefined {
  const named = env[SETTING]?.trim();
  return named || NAMES.map((name) => join(folder, name)).find((file) => existsSync(join(root, file)));
}

/**
 * The words of Aloud's own package, which have been looked through before it was packed (`test/business/`): each command would do it
 * anew, and would take half as long again. @throws Error when they cannot be read
 */
export function loadTemplate(): LoadedBusiness {
  const path = join(projectRoot(), TEMPLATE);
  const read = readBusinessFile(readFileSync(path, 'utf8'));
  if ('problems' in read) throw new Error(read.problems.map((problem) => toLine(TEMPLATE, problem)).join('\n'));
  return { business: toBusiness(read.file), file: TEMPLATE, folder: dirname(path), isTemplate: true, warnings: [] };
}

/** @param file from the project's root, or an absolute path */
export function loadFile(root: string, file: string): LoadedBusiness | BrokenBusiness {
  const path = isAbsolute(file) ? file : join(root, file);
  const read = readTextFile(path);
  if ('fault' in read) return { problems: [`${file}: ${read.why}: mend ${SETTING}`] };
  return loadText(read.text, file, dirname(path));
}

/**
 * @param file what it is called, or will be
 * @param folder from which the paths in it count
 */
export function loadText(text: string, file: string, folder: string): LoadedBusiness | BrokenBusiness {
  const read = readBusinessFile(text);
  const lines = (problems: readonly Problem[]) => problems.map((problem) => toLine(file, problem));
  if ('problems' in read) return { problems: lines(read.problems) };
  const business = toBusiness(read.file);
  const checked = checkBusiness(read.file, business, folder);
  const linted = checked.some(isFault) ? [] : lint(read.file, business);
  const found = inOrder([...read.warnings, ...read.locate([...checked, ...linted])]);
  const faults = found.filter(isFault);
  if (faults.length > 0) return { problems: lines(faults) };
  return { business, file, folder, isTemplate: false, warnings: lines(found) };
}

function isFault({ isWarning }: Pick<Finding, 'isWarning'>): boolean {
  return !isWarning;
}
