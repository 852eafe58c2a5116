import { type Config as ConfigOf, loadConfig as load, type SkillConfig as SkillConfigOf } from '../config/config';
import { type Environment, type SkillEnvironment, skillFile } from '../config/environment';
import { formerNames as formerNamesOf } from '../config/former-names';
import { type ListedSetting, listSettings } from '../config/settings';
import { PLATFORMS, type PlatformName } from '../platforms';

/** The checked settings of a process, whose skills are on our platforms. */
export type Config = ConfigOf<PlatformName>;
export type SkillConfig = SkillConfigOf<PlatformName>;

/** Every setting there is. */
export const ALL_SETTINGS: readonly ListedSetting[] = listSettings(PLATFORMS);

/**
 * Reads and checks the settings.
 *
 * @param skills what each of several skills sets for itself. None: the environment is the one skill's
 * @throws AloudError ALOUD_CONFIG_INVALID whose message has one line per problem, and no value
 */
export function loadConfig(environment: Environment, skills?: readonly SkillEnvironment[]): Config {
  return load(environment, PLATFORMS, skills);
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
