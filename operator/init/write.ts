import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorProblem } from '../problem';

export interface NewFile {
  readonly path: string;
  readonly content: string;
  readonly mode: number;
}

/** Writes files whole or not at all: what stands there is replaced when all of them are on disk. @throws OperatorProblem */
export function writeFiles(files: readonly NewFile[]): void {
  const made: { readonly from: string; readonly to: string }[] = [];
  const folders: string[] = [];
  try {
    for (const { path, content, mode } of files) {
      const folder = mkdirSync(dirname(path), { recursive: true });
      if (folder !== undefined) folders.push(folder);
      // A link stays one.
      const to = existsSync(path) ? realpathSync(path) : path;
      const from = `${to}.${randomUUID()}.new`;
      made.push({ from, to });
      writeFileSync(from, content, { mode, flag: 'wx' });
      chmodSync(from, mode);
    }
    for (const { from, to } of made) renameSync(from, to);
  } catch (error) {
    for (const { from } of made) rmSync(from, { force: true });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new OperatorProblem([`${files.map(({ path }) => path).join(', ')} cannot be written (${code})`]);
  }
}
