import { execFileSync } from 'node:child_process';

/** No file may grow beyond this: a write-ahead log holds not one page. */
const FULL_BYTES = 4096;

/**
 * A process can write no more to its files, as if the disk was full, until what is returned is called. The limit is the
 * system's own (`prlimit`), set from outside; pipes are not concerned.
 */
export function fillDisk(pid: number): () => void {
  const limit = (bytes: string) => {
    try {
      execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], { stdio: 'ignore' });
    } catch {
      // It has just been killed.
    }
  };
  limit(String(FULL_BYTES));
  return () => limit('unlimited');
}
