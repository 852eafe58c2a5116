import type { Spot } from '../rule';
import type { Subject } from '../subject';
import { MANIFEST_FILE, type ManifestView } from './view';

/** One thing that a manifest says, or does not. */
export function once(
  isWrong: (manifest: ManifestView) => boolean,
  at: string,
  what: string,
): (subject: Subject) => readonly Spot[] {
  return ({ manifest }) => (manifest && isWrong(manifest) ? [{ file: MANIFEST_FILE, at, what }] : []);
}
