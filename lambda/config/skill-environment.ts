import { type Environment, type SkillEnvironment, skillFile } from './environment';
import { unpackSettings } from './packed-settings';
import type { Reading } from './read-settings';
import { PROCESS_SETTINGS, SKILL_SETTINGS } from './settings';

/** A name stands in paths, in labels of the metrics and in the store. */
const NAME = /^[A-Za-z0-9-]{1,40}$/;

/** Whether a skill may be called so. */
export function isSkillName(name: string): boolean {
  return NAME.test(name);
}

/** The environment of one of several skills: what it sets itself, and what it shares with the others. */
export function environmentOf(skill: SkillEnvironment, shared: Environment): Environment {
  const own = unpackSettings(skill.environment);
  const others = { ...shared };
  for (const { name, scope, formerly } of variables(SKILL_SETTINGS)) {
    // What a skill sets by a former name counts more than what all share by the new one.
    const isItsOwn = scope === 'skill' || (formerly !== undefined && own[formerly] !== undefined);
    if (isItsOwn) delete others[name];
  }
  return { ...others, ...own };
}

/** What is wrong with a skill before its settings are looked at, a line each. */
export function faultsOf({ name, environment, fault }: SkillEnvironment): readonly string[] {
  if (fault !== undefined) return [fault];
  const own = unpackSettings(environment);
  return [
    ...(isSkillName(name) ? [] : ['the name of its folder may have letters, digits and - in it, at most 40']),
    ...variables(PROCESS_SETTINGS)
      .filter((setting) => own[setting.name]?.trim())
      .map((setting) => `${setting.name} is of the whole process: set it in the project's root, not for a skill`),
  ];
}

/**
 * Tells which file a problem is of: a skill's own, unless the value that is wrong is one that all share.
 *
 * @param env the environment of the skill
 */
export function tellingOf(
  skill: SkillEnvironment,
  env: Environment,
  tell: (line: string) => void,
): Reading['onProblem'] {
  const own = unpackSettings(skill.environment);
  const from = skill.from ?? skillFile(skill.name);
  return (variable, line) => tell(own[variable] === undefined && env[variable]?.trim() ? line : `${from}: ${line}`);
}

interface Variable {
  readonly name: string;
  readonly scope?: string;
  readonly formerly?: string;
}

function variables(settings: Readonly<Record<string, Variable>>): readonly Variable[] {
  return Object.values(settings);
}
