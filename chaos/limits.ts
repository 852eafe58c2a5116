import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/*
 * What the system itself withholds from a process, from outside (`prlimit`), until what is returned is called.
 */

/** No file may grow beyond this: a write-ahead log holds not one page. */
const FULL_BYTES = 4096;
/** So many descriptors more than it has open: a connection or two. */
const FEW = 3;

/** A process can write no more to its files, as if the disk was full. Pipes are not concerned. */
export function fillDisk(pid: number): () => void {
  limit(pid, 'fsize', String(FULL_BYTES));
  return () => limit(pid, 'fsize', 'unlimited');
}

/** A process that we have started can open hardly anything: no file, no connection. */
export function takeDescriptors(pid: number): () => void {
  try {
    // Ours, which it began with: its own may have been taken already.
    const [, before = ''] = /^Max open files\s+(\w+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    limit(pid, 'nofile', String(readdirSync(`/proc/${pid}/fd`).length + FEW));
    return () => limit(pid, 'nofile', before);
  } catch {
    // It has just been killed.
    return () => {};
  }
}

function limit(pid: number, what: 'fsize' | 'nofile', most: string): void {
  try {
    execFileSync('prlimit', ['--pid', String(pid), `--${what}=${most}:`], { stdio: 'ignore' });
  } catch {
    // It has just been killed.
  }
}
