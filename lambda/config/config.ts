import { AloudError } from '../errors';
import { clashesOf } from './distinct-skills';
import type { Environment, SkillEnvironment } from './environment';
import { unpackSettings } from './packed-settings';
import { type Reading, readSettings } from './read-settings';
import type { ValuesOf } from './setting';
import { type PlatformSettings, PROCESS_SETTINGS, platformSetting, SETTINGS, SKILL_SETTINGS } from './settings';
import { environmentOf, faultsOf, tellingOf } from './skill-environment';

/** The checked settings of a process, and of the skills that it serves from one store. */
export type Config<Name extends string = string> = ValuesOf<typeof PROCESS_SETTINGS> & {
  /** Seals the Alexa ids in the store. */
  readonly secret: string;
  readonly skills: readonly [SkillConfig<Name>, ...SkillConfig<Name>[]];
};

/** What a skill has of its own. */
export type SkillConfig<Name extends string = string> = ValuesOf<typeof SKILL_SETTINGS> & {
  /** Tells it from the others in the log, the metrics and the store: letters, digits, `-`. */
  readonly name: string;
  readonly platform: PlatformConfig<Name>;
};

/** The name of the skill whose settings have no name in front. What it keeps in the store bears no name either. */
export const DEFAULT_SKILL = 'default';

export interface PlatformConfig<Name extends string = string> {
  readonly name: Name;
  /** For the platform's own definition, which knows what they are. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Reads and checks the settings of a process and its skills. With an unknown platform no platform's own settings are asked for, as that
 * line alone says what to mend first.
 *
 * @param environment the process' own settings, and what its skills share
 * @param platforms those that may be chosen, by name
 * @param skills what each of several sets for itself. None: the environment is the one skill's, too
 * @throws AloudError ALOUD_CONFIG_INVALID whose message has one line per problem, all of them, with the file of the skill that has it.
 * Values are never in it: a secret may stand in the wrong variable.
 */
export function loadConfig<Name extends string>(
  environment: Environment,
  platforms: PlatformSettings<Name>,
  skills: readonly SkillEnvironment[] = [],
): Config<Name> {
  const env = unpackSettings(environment);
  const problems = new Set<string>();
  const tell = (line: string) => void problems.add(line);
  const onProblem = (_variable: string, line: string) => tell(line);
  const read = (name: string, reading: Reading) => readSkill(name, reading, platforms);
  const all =
    skills.length === 0
      ? [read(DEFAULT_SKILL, { env, onProblem })]
      : skills.flatMap((skill) => {
          const own = environmentOf(skill, env);
          const onSkill = tellingOf(skill, own, tell);
          for (const fault of faultsOf(skill)) onSkill('', fault);
          return skill.fault === undefined ? [read(skill.name, { env: own, onProblem: onSkill })] : [];
        });
  const values = readSettings(PROCESS_SETTINGS, { env, onProblem });
  const secret =
    skills.length === 0 ? all[0]?.secret : readSettings({ secret: SETTINGS.secret }, { env, onProblem }).secret;
  for (const clash of clashesOf(all)) tell(clash);
  const [first, ...others] = all;
  if (problems.size > 0 || !first || secret === undefined) {
    throw new AloudError('ALOUD_CONFIG_INVALID', [...problems].join('\n'));
  }
  return { ...values, secret, skills: [first, ...others] };
}

/** The settings of a skill: those of every skill, and those of the platform that was chosen. */
function readSkill<Name extends string>(
  name: string,
  reading: Reading,
  platforms: PlatformSettings<Name>,
): SkillConfig<Name> {
  const chosen = readSettings({ name: platformSetting(platforms) }, reading).name;
  const own = readSettings(SKILL_SETTINGS, reading);
  const values = readSettings(platforms[chosen]?.settings ?? {}, reading);
  return { ...own, name, platform: { name: chosen, values } };
}
