import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorProblem } from './problem';

/**
 * Writes what a command was told to write, into a folder that there is; with `intoNew` the folder is made.
 *
 * @throws OperatorProblem where that cannot be
 */
export function saveFile(path: string, content: string, options: { mode?: number; intoNew?: true } = {}): void {
  try {
    if (options.intoNew) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode: options.mode });
  } catch (error) {
    throw new OperatorProblem([`${path} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`]);
  }
}
