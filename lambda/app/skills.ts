import { AloudError } from '../errors';
import type { SkillConfig } from './config';

/**
 * Checks that everything which comes in is of one skill only.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID with a line for each thing that several of them have, without a secret
 */
export function checkSkills(skills: readonly SkillConfig[]): void {
  const problems = [
    ...repeated(skills.map(({ name }) => name)).map((name) => `two skills are named ${name}`),
    ...repeated(skills.flatMap(({ skillIds }) => [...new Set(skillIds)])).map((id) => `two skills have the id ${id}`),
    // The webhook's path is made of them.
    ...repeated(skills.map(({ platform, secret }) => `${platform.name} ${secret}`)).map(
      (both) => `two skills on ${both.split(' ', 1)[0]} have the same secret`,
    ),
  ];
  if (problems.length > 0) throw new AloudError('ALOUD_CONFIG_INVALID', problems.join('\n'));
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
