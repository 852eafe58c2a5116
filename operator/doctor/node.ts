import { bad, type Finding, good, warning } from './finding';
import type { Setup } from './setup';

const REMEDY = 'install Node 22 or 24: https://nodejs.org';
/** The oldest that works. */
const OLDEST = [20, 19] as const;
/** Without an end of life yet. */
const CARED_FOR = 22;

export function checkNode({ nodeVersion = process.versions.node }: Setup): readonly Finding[] {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const isTooOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (isTooOld) return [bad('node', `Node ${nodeVersion} is too old: 20.19 is the oldest that works`, REMEDY)];
  if (major < CARED_FOR) return [warning('node', `Node ${nodeVersion} works, but is past its end of life`, REMEDY)];
  return [good('node', `Node ${nodeVersion}`)];
}
