import { AloudError } from '../errors';
import type { Environment } from './environment';
import { variableOf } from './former-names';
import { unpackSettings } from './packed-settings';
import type { Setting, Settings, ValuesOf } from './setting';
import { type PlatformSettings, platformSetting, SETTINGS } from './settings';

type Values = ValuesOf<typeof SETTINGS>;

/** What a process has, whatever its skills are. */
type ProcessValues = Pick<Values, 'store' | 'inboxDays' | 'publicUrl' | 'port' | 'host' | 'metricsToken' | 'logLevel'>;

/** The checked settings of a process, and of the skills that it serves from one store. */
export type Config<Name extends string = string> = ProcessValues & {
  /** Seals the Alexa ids in the store. */
  readonly secret: string;
  readonly skills: readonly [SkillConfig<Name>, ...SkillConfig<Name>[]];
};

/** What a skill has of its own. */
export type SkillConfig<Name extends string = string> = Omit<Values, keyof ProcessValues> & {
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
 * Reads and checks the settings of a process with one skill: those of every skill, and those of the platform that was chosen. With an unknown
 * platform no platform's own settings are asked for, as that line alone says what to mend first.
 *
 * @param platforms those that may be chosen, by name
 * @throws AloudError ALOUD_CONFIG_INVALID whose message has one line per problem, all of them. Values are never in it:
 * a secret may stand in the wrong variable.
 */
export function loadConfig<Name extends string>(
  environment: Environment,
  platforms: PlatformSettings<Name>,
): Config<Name> {
  const env = unpackSettings(environment);
  const problems: string[] = [];
  const { name } = read({ name: platformSetting(platforms) }, env, problems);
  const { store, inboxDays, publicUrl, port, host, metricsToken, logLevel, ...skill } = read(SETTINGS, env, problems);
  const values = read(platforms[name]?.settings ?? {}, env, problems);
  if (problems.length > 0) throw new AloudError('ALOUD_CONFIG_INVALID', problems.join('\n'));
  const only = { ...skill, name: DEFAULT_SKILL, platform: { name, values } };
  return { store, inboxDays, publicUrl, port, host, metricsToken, logLevel, secret: skill.secret, skills: [only] };
}

function read<S extends Settings>(settings: S, env: Environment, problems: string[]): ValuesOf<S> {
  const values = Object.entries(settings).map(([key, setting]) => [key, readOne(setting, env, problems)]);
  return Object.fromEntries(values) as ValuesOf<S>;
}

function readOne(setting: Setting, env: Environment, problems: string[]): unknown {
  const { schema, fallback, required, doc } = setting;
  const variable = variableOf(setting, env);
  const text = env[variable]?.trim() || fallback;
  if (text === undefined) {
    if (required) problems.push(`${variable} is missing: ${firstSentence(doc)}`);
    return undefined;
  }
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  problems.push(`${variable} ${result.error.issues[0]?.message ?? 'is wrong'}`);
  return undefined;
}

function firstSentence(doc: string): string {
  return doc.split(/(?<=[.:]) /, 1)[0] ?? doc;
}
