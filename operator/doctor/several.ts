import { loadConfig } from '../../lambda/app/config';
import { type SkillEnvironment, skillFile } from '../../lambda/config/environment';
import { environmentOf } from '../../lambda/config/skill-environment';
import { AloudError } from '../../lambda/errors';
import { wordsFor } from '../own-skill';
import type { Finding } from './finding';
import { type Part, readSetup, type Setup, type Surroundings } from './setup';

/**
 * The set-ups of a project with several skills: that of the process, then each skill's.
 *
 * @param all the skills of the project
 * @param chosen those that are looked at
 */
export function severalSetups(
  surroundings: Surroundings,
  all: readonly SkillEnvironment[],
  chosen: readonly SkillEnvironment[],
): readonly Setup[] {
  const { env: shared } = surroundings;
  const lines = problemsOf(surroundings, all);
  const setupOf = (own: SkillEnvironment, part: Omit<Part, 'skill'>): Setup => {
    const env = environmentOf(own, shared);
    const secret = part.of === 'process' ? { ALOUD_SECRET: shared.ALOUD_SECRET } : {};
    return readSetup({ ...surroundings, env: { ...env, ...secret }, part: { ...part, skill: { own, shared } } });
  };
  const ofSkill = (own: SkillEnvironment) => lines.filter((line) => line.startsWith(beforeLinesOf(own)));
  const ofProcess = lines.filter((line) => !all.some((own) => line.startsWith(beforeLinesOf(own))));
  const [any] = all.toSorted((one, other) => ofSkill(one).length - ofSkill(other).length);
  return [
    ...(any ? [setupOf(any, { of: 'process', problems: ofProcess })] : []),
    ...chosen.map((own) => {
      const problems = ofSkill(own).map((line) => line.slice(beforeLinesOf(own).length));
      return setupOf(own, { of: 'skill', problems });
    }),
  ];
}

/** What is found in one of several skills says so, and where its file is. */
export function inSkill(finding: Finding, { part }: Setup): Finding {
  if (part?.of !== 'skill') return finding;
  const { name } = part.skill.own;
  const there = wordsFor(part);
  const { what, remedy } = finding;
  return {
    ...finding,
    skill: name,
    what: `${name}: ${there(what)}`,
    ...(remedy !== undefined && { remedy: there(remedy) }),
  };
}

function problemsOf({ env }: Surroundings, all: readonly SkillEnvironment[]): readonly string[] {
  try {
    loadConfig(env, all);
    return [];
  } catch (error) {
    if (error instanceof AloudError) return error.message.split('\n');
    throw error;
  }
}

function beforeLinesOf({ name, from = skillFile(name) }: SkillEnvironment): string {
  return `${from}: `;
}
