import { readFileSync } from 'node:fs';

const NS_PER_MS = 1e6;

/**
 * For how long the main thread of a process was ready to run and the machine ran others so far, in milliseconds; `undefined` where
 * the process has ended, or the system does not tell.
 */
export function starvedMs(pid: number): number | undefined {
  try {
    const [, waited] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waited) / NS_PER_MS;
  } catch {
    return undefined;
  }
}
