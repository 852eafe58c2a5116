import type { Environment } from './environment';
import { unpackSettings } from './packed-settings';
import type { Setting } from './setting';

/** The variable that a setting is read from: the one of its former name where only that is set. */
export function variableOf({ name, formerly }: Setting, env: Environment): string {
  return formerly !== undefined && isSet(env, formerly) && !isSet(env, name) ? formerly : name;
}

/** What to rename in an environment that works: one line, for the log, for each variable of a former name. */
export function formerNames(settings: readonly Setting[], environment: Environment): readonly string[] {
  const env = unpackSettings(environment);
  return settings.flatMap(({ name, formerly }) =>
    formerly !== undefined && isSet(env, formerly)
      ? [`${formerly} is deprecated, and works for one more minor version: set ${name} instead`]
      : [],
  );
}

function isSet(env: Environment, variable: string): boolean {
  return Boolean(env[variable]?.trim());
}
