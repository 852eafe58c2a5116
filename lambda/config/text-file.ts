import { readFileSync, statSync } from 'node:fs';

/** The text of a file that somebody named, or what keeps it from being read, as words that follow the file's name. */
export type TextFile = { readonly text: string } | { readonly fault: 'missing' | 'other'; readonly why: string };

/** Reads what may not be there, be a folder, a device that never ends, or somebody else's. */
export function readTextFile(path: string): TextFile {
  try {
    // Docker makes a folder of a file that it was to mount and that was not there.
    const stats = statSync(path);
    if (stats.isDirectory()) return { fault: 'other', why: 'is a folder, where a file should be' };
    if (!stats.isFile()) return { fault: 'other', why: 'is no ordinary file' };
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE';
    if (isMissing) return { fault: 'missing', why: 'there is no such file' };
    return { fault: 'other', why: `cannot be read: ${code ?? 'unknown'}` };
  }
}
