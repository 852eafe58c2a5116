import { clashesOf } from '../config/distinct-skills';
import { AloudError } from '../errors';
import type { SkillConfig } from './config';

/**
 * Checks that everything which comes in is of one skill only.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID with a line for each thing that several of them have, without a secret
 */
export function checkSkills(skills: readonly SkillConfig[]): void {
  const clashes = clashesOf(skills);
  if (clashes.length > 0) throw new AloudError('ALOUD_CONFIG_INVALID', clashes.join('\n'));
}
