import { loadConfig, platformNameIn, settingsFor } from '../../lambda/app/config';
import type { Environment } from '../../lambda/config/environment';
import { variableOf } from '../../lambda/config/former-names';
import { PACKED_SETTINGS } from '../../lambda/config/packed-settings';
import { AloudError } from '../../lambda/errors';

/** What the stack sets itself, and what only a server of one's own has. */
export const NOT_DEPLOYED: ReadonlySet<string> = new Set([
  ...['ALOUD_SKILL_ID', 'ALOUD_STORE', 'ALEXA_CLIENT_ID', 'ALEXA_CLIENT_SECRET', 'ALOUD_NOTIFIER'],
  ...['ALOUD_PUBLIC_URL', 'PORT', 'ALOUD_HOST', 'ALOUD_METRICS_TOKEN', 'ALOUD_BUSINESS'],
]);

/** Stands in for what the stack sets, so that the rest can be checked by the code that will read it. */
export const FROM_THE_STACK = { ALOUD_SKILL_ID: 'amzn1.ask.skill.to-be-deployed' };

/** Lambda takes four kilobytes of environment; the rest of a function's needs less than one. */
const MOST_BYTES = 3072;

/** The settings that go to AWS, checked; or what is wrong with them, one line per problem. */
export type DeployedSettings =
  | {
      readonly settings: Readonly<Record<string, string>>;
      readonly webhook: { readonly secret: string; readonly platform: string };
    }
  | { readonly problems: readonly string[] };

/** Picks the settings of all skills and those of the chosen platform out of an environment. */
export function deployedSettings(env: Environment): DeployedSettings {
  const chosen = platformNameIn(env);
  const mine = settingsFor(env).filter(
    ({ name, platform }) => !NOT_DEPLOYED.has(name) && (!platform || platform === chosen),
  );
  const settings = Object.fromEntries(
    mine.flatMap((setting) => {
      const value = env[variableOf(setting, env)]?.trim();
      return value ? [[setting.name, value] as const] : [];
    }),
  );
  try {
    const { secret, skills } = loadConfig({ ...settings, ...FROM_THE_STACK });
    const problems = tooLarge(settings);
    if (problems.length > 0) return { problems };
    return { settings, webhook: { secret, platform: skills[0].platform.name } };
  } catch (error) {
    if (error instanceof AloudError) return { problems: error.message.split('\n') };
    throw error;
  }
}

/** Says so in a line where settings are more than the functions can hold. */
export function tooLarge(settings: Readonly<Record<string, string>>): readonly string[] {
  const bytes = Buffer.byteLength(JSON.stringify(settings));
  return bytes > MOST_BYTES ? [`The settings take ${bytes} bytes; ${PACKED_SETTINGS} holds ${MOST_BYTES}`] : [];
}
