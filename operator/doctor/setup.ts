import { join } from 'node:path';
import { ALL_SETTINGS, type Config, loadConfig, platformNameIn, settingsFor } from '../../lambda/app/config';
import { type Environment, skillFile, skillFolder } from '../../lambda/config/environment';
import { PACKED_SETTINGS, unpackSettings } from '../../lambda/config/packed-settings';
import type { ListedSetting } from '../../lambda/config/settings';
import { once } from '../../lambda/conversation/answers/once';
import { AloudError } from '../../lambda/errors';
import { deployedSettings } from '../deploy/settings';
import { readDeployed } from '../deploy/states';
import { type EnvFile, readEnvFile } from '../env-file';
import type { OwnSkill } from '../own-skill';
import { type BusinessRead, readBusiness } from './business-file';
import type { Network } from './outside/network';
import { publicUrlFault } from './public-address';

/** What is looked at from outside of the settings. */
export interface Surroundings {
  /** The project's folder. */
  readonly root: string;
  /** With the lines of .env in it. */
  readonly env: Environment;
  readonly where?: 'aws' | 'server';
  /** No host is called. */
  readonly offline?: boolean;
  /** The bot is sent a message. */
  readonly call?: boolean;
  /** Such as `24.4.0`. */
  readonly nodeVersion?: string;
  readonly now?: () => number;
  /** What a folder has room for. */
  readonly freeBytes?: (folder: string) => number;
  readonly network?: Network;
  /** How long a check is waited for. Default: ten seconds. */
  readonly patienceMs?: number;
  /** Default: reads the file and makes the package. */
  readonly readBusiness?: typeof readBusiness;
  /** Which part of a project with several skills is looked at. Absent: there is one skill. */
  readonly part?: Part;
}

/** A part of a project with several skills: what the process has, or one of the skills. */
export interface Part {
  readonly of: 'process' | 'skill';
  /** Of the process: any of the skills, for what nothing can be told without one. */
  readonly skill: OwnSkill;
  /** What the server would say of the settings of this part, a line each. */
  readonly problems: readonly string[];
}

/** `demo`: no platform is chosen. `simulator`: vendor and Amazon are on this machine. */
export type Place = 'aws' | 'server' | 'simulator' | 'demo';

/** A set-up, as far as it could be read. */
export interface Setup extends Omit<Surroundings, 'where' | 'now' | 'network' | 'readBusiness'> {
  readonly file: EnvFile | undefined;
  /** What that file is called, from the project's root. */
  readonly fileName: string;
  /** Where the other files of the skill are, from the project's root. */
  readonly folder: string;
  /** Where settings were set that are of this set-up alone. */
  readonly given: Environment;
  readonly place: Place;
  /** Its name. Absent: none that is known was chosen. */
  readonly platform: string | undefined;
  /** The settings that count here: those of every skill, and of the platform. */
  readonly settings: readonly ListedSetting[];
  /** Absent while the settings are wrong. */
  readonly config: Config | undefined;
  /** What the server, or a deployment, would say of the settings, a line each. */
  readonly problems: readonly string[];
  readonly now: () => number;
  readonly network: Network;
  /** The business file, read when it is first asked for. */
  business(): BusinessRead;
  /** The address of a server of one's own, where it is one that Amazon takes. */
  readonly publicUrl: string | undefined;
  /** A setting as it is read, without the blanks around it; `undefined` where it is not set. */
  value(name: string): string | undefined;
}

/** Stands in for what the stack on AWS knows. */
const STAND_IN = 'amzn1.ask.skill.11111111-1111-4111-8111-111111111111';

export function readSetup({
  where,
  now = Date.now,
  network = {},
  readBusiness: read = readBusiness,
  ...surroundings
}: Surroundings): Setup {
  const { root, part } = surroundings;
  const skill = part?.of === 'skill' ? part.skill : undefined;
  const [folder, fileName] = skill ? [skillFolder(skill.own.name), skillFile(skill.own.name)] : ['', '.env'];
  const { env, faults } = unpacked(surroundings.env);
  const value = (name: string) => env[name]?.trim() || undefined;
  const listed = settingsFor(env);
  const chosen = platformNameIn(env);
  const platform = listed.find((setting) => setting.platform === chosen)?.platform;
  const place = placeOf(root, value, where, env.ALOUD_PUBLIC_URL !== undefined);
  const problems = [...faults, ...(part?.problems ?? problemsAt(place, env))];
  return {
    ...surroundings,
    ...{ env, now, network, place, platform, value, problems, folder, fileName },
    given: skill?.own.environment ?? part?.skill.shared ?? env,
    publicUrl: place === 'server' ? callable(value('ALOUD_PUBLIC_URL')) : undefined,
    business: once(() => read(root, env, folder)),
    file: readEnvFile(join(root, fileName)),
    settings: listed.filter(
      (setting) => (!setting.platform || setting.platform === platform) && isOfPart(setting, part),
    ),
    config: problems.length > 0 ? undefined : part ? configOfPart(part) : loadConfig(withSkill(env, place)),
  };
}

/** The settings that a deployment packs into one are looked at as all others. */
function unpacked(env: Environment): { readonly env: Environment; readonly faults: readonly string[] } {
  const { [PACKED_SETTINGS]: _, ...others } = env;
  try {
    return { env: { ...unpackSettings(env), [PACKED_SETTINGS]: undefined }, faults: [] };
  } catch (error) {
    if (error instanceof AloudError) return { env: others, faults: [error.message] };
    throw error;
  }
}

const SERVER_ONLY = ['ALOUD_PUBLIC_URL', 'ALOUD_SKILL_ID', 'ALOUD_STORE', 'ALOUD_HOST', 'ALOUD_METRICS_TOKEN'];
const ADDRESSES = /_URL$/;

function placeOf(root: string, value: Setup['value'], where: Surroundings['where'], isOpen: boolean): Place {
  if (!value('ALOUD_PLATFORM')) return 'demo';
  const address = value('ALOUD_PUBLIC_URL');
  const others = ALL_SETTINGS.filter(({ name }) => ADDRESSES.test(name) && name !== 'ALOUD_PUBLIC_URL');
  const isSimulated = others.some(({ name }) => isLoopback(value(name)));
  if (isSimulated && (address === undefined || isLoopback(address))) return 'simulator';
  if (where) return where;
  if (address !== undefined) return 'server';
  if (readDeployed('default', root).outputs.WebhookUrl !== undefined) return 'aws';
  // One that is left empty is still to be filled in.
  return isOpen || SERVER_ONLY.some((name) => value(name)) ? 'server' : 'aws';
}

/** Whether an address is one of this machine. */
export function isLoopback(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);
}

function callable(address: string | undefined): string | undefined {
  return address === undefined || publicUrlFault(address) !== undefined ? undefined : address.replace(/\/+$/, '');
}

/** A skill in the simulator needs no id of Amazon's. */
function withSkill(env: Environment, place: Place): Environment {
  if (place === 'server') return env;
  return { ...env, ALOUD_SKILL_ID: env.ALOUD_SKILL_ID?.trim() || STAND_IN };
}

function isOfPart({ name, scope }: ListedSetting, part: Part | undefined): boolean {
  if (!part) return true;
  return part.of === 'skill' ? scope !== 'process' : scope === 'process' || name === 'ALOUD_SECRET';
}

/** Absent where it takes settings of the other part, and these are wrong. */
function configOfPart({ skill }: Part): Config | undefined {
  try {
    return loadConfig(skill.shared, [skill.own]);
  } catch (error) {
    if (error instanceof AloudError) return undefined;
    throw error;
  }
}

function problemsAt(place: Place, env: Environment): readonly string[] {
  return place === 'aws' ? awsProblems(env) : ownProblems(withSkill(env, place));
}

function awsProblems(env: Environment): readonly string[] {
  const deployed = deployedSettings(env);
  return 'problems' in deployed ? deployed.problems : [];
}

function ownProblems(env: Environment): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof AloudError) return error.message.split('\n');
    throw error;
  }
}
