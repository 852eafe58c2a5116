import { type Config as ConfigOf, loadConfig as load, type SkillConfig as SkillConfigOf } from '../config/config';
import { type Environment, type SkillEnvironment, skillFile } from '../config/environment';
import { formerNames as formerNamesOf } from '../config/former-names';
import { type ListedSetting, listSettings } from '../config/settings';
import { AloudError } from '../errors';
import { PLATFORMS } from '../platforms';
import type { PlatformDefinition } from '../platforms/definition';
import { type Platforms, platformNameIn, platformsFor } from './own-bot';

export { platformNameIn };

/** The checked settings of a process, whose skills are on our platforms, or on one of their operator's own. */
export type Config = Omit<ConfigOf, 'skills'> & { readonly skills: readonly [SkillConfig, ...SkillConfig[]] };
export type SkillConfig = SkillConfigOf & {
  readonly platform: SkillConfigOf['platform'] & { readonly definition: PlatformDefinition };
};

/** Every setting there is. */
export const ALL_SETTINGS: readonly ListedSetting[] = listSettings(PLATFORMS);

/** The same, and those of a platform of the operator's own, as far as it can be read. */
export function settingsFor(environment: Environment): readonly ListedSetting[] {
  try {
    return listSettings(platformsFor(environment).platforms);
  } catch (error) {
    if (error instanceof AloudError) return ALL_SETTINGS;
    throw error;
  }
}

/**
 * Reads and checks the settings.
 *
 * @param skills what each of several skills sets for itself. None: the environment is the one skill's
 * @throws AloudError ALOUD_CONFIG_INVALID whose message has one line per problem, and no value; ALOUD_BOT_UNREADABLE
 */
export function loadConfig(environment: Environment, skills?: readonly SkillEnvironment[]): Config {
  const choosable = platformsFor(environment, skills);
  const config = load(choosable.env, choosable.platforms, choosable.skills);
  const [first, ...others] = config.skills.map((skill) => withDefinition(skill, choosable.platforms));
  return { ...config, skills: [first as SkillConfig, ...others] };
}

function withDefinition(skill: SkillConfigOf, platforms: Platforms): SkillConfig {
  const { platform } = skill;
  return { ...skill, platform: { ...platform, definition: platforms[platform.name] as PlatformDefinition } };
}

/** What to rename in an environment that works: one line for each variable of a former name, with the file of the skill that has it. */
export function formerNames(environment: Environment, skills: readonly SkillEnvironment[] = []): readonly string[] {
  return [
    ...formerNamesOf(ALL_SETTINGS, environment),
    ...skills.flatMap(({ name, environment: own, from = skillFile(name) }) =>
      formerNamesOf(ALL_SETTINGS, own).map((line) => `${from}: ${line}`),
    ),
  ];
}
