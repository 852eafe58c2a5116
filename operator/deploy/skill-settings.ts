import { loadConfig, settingsFor } from '../../lambda/app/config';
import { clashesOf } from '../../lambda/config/distinct-skills';
import type { Environment, SkillEnvironment } from '../../lambda/config/environment';
import { variableOf } from '../../lambda/config/former-names';
import type { ListedSetting } from '../../lambda/config/settings';
import { environmentOf } from '../../lambda/config/skill-environment';
import { AloudError } from '../../lambda/errors';
import { MOST_BYTES, packSkill } from '../../lambda/secrets/stored-skill';
import type { OwnSkill } from '../own-skill';
import { FROM_THE_STACK, NOT_DEPLOYED, tooLarge } from './settings';

/** The settings of one of several skills that go to AWS, checked; or what is wrong with them, one line per problem. */
export type DeployedSkill =
  | {
      /** What all skills share. */
      readonly shared: Readonly<Record<string, string>>;
      /** What the skill sets itself, without what Amazon gives it. */
      readonly own: Readonly<Record<string, string>>;
      readonly webhook: { readonly secret: string; readonly platform: string };
    }
  | { readonly problems: readonly string[] };

/** Ids and credentials that Amazon gives take less. */
const FROM_AMAZON_BYTES = 1000;

/**
 * @param business what is heard of its business
 * @param others the other skills, as they are in their files: faults of theirs keep nobody from deploying this one
 */
export function deployedSkill(
  { own: skill, shared: env }: OwnSkill,
  business: unknown,
  others: readonly SkillEnvironment[],
): DeployedSkill {
  const listed = settingsFor(environmentOf(skill, env));
  const shared = settingsIn(env, listed, ({ scope, name }) => scope !== 'skill' || name === 'ALOUD_SECRET');
  // What is of the process stays, as loadConfig says where it belongs.
  const own = settingsIn(skill.environment, listed, () => true);
  const clashes = others.flatMap((other) => clashesOf([secretOf(other), secretOf(skill)]));
  try {
    const environment = { ...own, ...FROM_THE_STACK };
    const { skills } = loadConfig(shared, [{ ...skill, environment }]);
    const bytes = Buffer.byteLength(packSkill({ environment, business })) + FROM_AMAZON_BYTES;
    const problems = [
      ...clashes,
      ...tooLarge(shared),
      ...(bytes > MOST_BYTES
        ? [`${skill.name}: its settings and words take ${bytes} bytes; a secret of AWS holds ${MOST_BYTES}`]
        : []),
    ];
    if (problems.length > 0) return { problems };
    const [{ secret, platform }] = skills;
    return { shared, own, webhook: { secret, platform: platform.name } };
  } catch (error) {
    if (error instanceof AloudError) return { problems: [...error.message.split('\n'), ...clashes] };
    throw error;
  }
}

function settingsIn(
  env: Environment,
  listed: readonly ListedSetting[],
  isMeant: (setting: ListedSetting) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listed
      .filter((setting) => !NOT_DEPLOYED.has(setting.name) && isMeant(setting))
      .flatMap((setting) => {
        const value = env[variableOf(setting, env)]?.trim();
        return value ? [[setting.name, value] as const] : [];
      }),
  );
}

function secretOf({ name, environment }: SkillEnvironment): { readonly name: string; readonly secret?: string } {
  const secret = environment.ALOUD_SECRET?.trim();
  return { name, ...(secret && { secret }) };
}
