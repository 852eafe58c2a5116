import { existsSync, readFileSync } from 'node:fs';
import { contentOf } from '../../business/content';
import { formerNames } from '../../lambda/app/config';
import { readSkillFolders } from '../../lambda/config/skill-folders';
import { isPath } from '../../lambda/platforms/own/name';
import { packSkill, secretNameOf } from '../../lambda/secrets/stored-skill';
import type { Call } from '../command';
import { type OwnSkill, ownBusiness } from '../own-skill';
import { OperatorProblem } from '../problem';
import { VERSION } from '../version';
import { buildArtifact } from './artifact';
import { askDeploy, developerProfile, installAskCli, messagingCredentials } from './ask-cli';
import { letAlexaIn } from './permission';
import {
  readProfile,
  skillOfProfile,
  writeDeployedVersion,
  writeParameters,
  writeSkillOfProfile,
  writeSkillProfile,
} from './resources';
import { openSettingsSecret } from './settings-secret';
import { ownPackage, writeSkillPackage } from './skill-package';
import { type DeployedSkill, deployedSkill } from './skill-settings';
import { readDeployed } from './states';
import { tellWebhook } from './webhook-address';

/** What the names of the skills' secrets begin with, where `ask-resources.json` says nothing else. */
const SKILL_SECRETS = 'aloud/skills';

export interface SkillDeployment {
  /** The profile whose stack serves all skills. */
  readonly stackProfile: string;
  readonly showWebhook: boolean;
  /** Words of the template may pass. */
  readonly mayBorrow: boolean;
}

/** Where a skill is deployed, as its name and the files say. */
interface Place {
  readonly skill: string;
  /** The skill's own profile of the ASK CLI. */
  readonly profile: string;
  readonly stackProfile: string;
  /** Whether the stack is deployed with it. */
  readonly hasStack: boolean;
  readonly region: string;
  readonly prefix: string;
  readonly settingsSecret: string;
}

/**
 * Deploys one of several skills. The first has the stack; of each further one nothing but its own secret, its own permission
 * and its own skill are touched.
 *
 * @throws OperatorProblem with a line for each thing that is wrong, before anything is touched where it can be told by then
 */
export async function deployOneOfSeveral(call: Call, skill: OwnSkill, options: SkillDeployment): Promise<void> {
  const { screen, root } = call;
  const place = placeOf(skill.own.name, root, options.stackProfile);
  const loaded = ownBusiness(call);
  const business = 'problems' in loaded ? undefined : contentOf(loaded);
  const others = readSkillFolders(root).filter(({ name }) => name !== place.skill);
  const { awsProfile, chosen } = await checked(place, deployedSkill(skill, business, others));
  const files = ownPackage(call, options.mayBorrow);
  const { region, profile } = place;
  const keep = async (name: string, content: string): Promise<string> => {
    const secret = openSettingsSecret({ awsProfile, region, name });
    return secret.keep(content).finally(() => secret.close());
  };

  for (const warning of formerNames(skill.shared, [skill.own])) screen.note(warning);
  installAskCli(screen);
  const { skillMetadata } = place.hasStack ? readProfile(profile) : writeSkillProfile(profile, place.skill);
  if (place.hasStack) buildArtifact();
  const endpoint = () => endpointOf(place.stackProfile);
  if (readDeployed(profile).skillId === undefined) {
    // Only with its id can Alexa be let in, and only where she is let in may the manifest name the function.
    writeSkillPackage(skillMetadata.src, files);
    askDeploy(profile, 'skill-metadata');
  }
  const { skillId = fail(['The ASK CLI has noted no skill: see what it says above']) } = readDeployed(profile);
  screen.print('Storing the settings …');
  const environment = { ...chosen.own, ALOUD_SKILL_ID: skillId, ...messagingCredentials(profile, skillId) };
  await keep(secretNameOf(place.prefix, place.skill), packSkill({ environment, business }));
  if (place.hasStack) {
    const SettingsVersion = await keep(place.settingsSecret, JSON.stringify(chosen.shared));
    writeParameters(profile, { SettingsVersion, SkillSecrets: place.prefix });
  } else {
    await letAlexaIn({ awsProfile, skillId, functionArn: endpoint()?.uri ?? fail(['There is no stack']) });
  }
  writeSkillPackage(skillMetadata.src, files, endpoint());
  askDeploy(profile);
  if (place.hasStack) writeSkillOfProfile(profile, place.skill);
  else writeDeployedVersion(profile, VERSION);

  screen.print(`\nDeployed: ${place.skill}, ${skillId}`);
  const { secret, platform } = chosen.webhook;
  const again = `npx aloud deploy --skill ${place.skill} --show-webhook`;
  const functionUrl = readDeployed(place.stackProfile).outputs.WebhookUrl;
  tellWebhook(screen, { functionUrl, secret, platform, isAsked: options.showWebhook, again });
}

/** @throws OperatorProblem where the skill's turn has not come, or another has its profile */
function placeOf(skill: string, root: string, stackProfile: string): Place {
  const { skillInfrastructure } = readProfile(stackProfile);
  if (!skillInfrastructure) fail([`The profile "${stackProfile}" of ask-resources.json has no stack`]);
  const { awsRegion: region, cfn } = skillInfrastructure.userConfig;
  const served = skillOfProfile(stackProfile);
  const first = served ?? readSkillFolders(root)[0]?.name;
  const hasStack = skill === first;
  if (!hasStack && (served === undefined || endpointOf(stackProfile) === undefined)) {
    fail([`The stack that all skills share comes with the first: run  npx aloud deploy --skill ${first}`]);
  }
  const profile = hasStack ? stackProfile : stackProfile === 'default' ? skill : `${stackProfile}-${skill}`;
  if (!hasStack && isTaken(profile, skill)) {
    fail([
      `ask-resources.json has a profile "${profile}" that is not of this skill: name its folder in skills/ otherwise`,
    ]);
  }
  const { SkillSecrets, SettingsSecret: settingsSecret } = cfn.parameters;
  const prefix = SkillSecrets || SKILL_SECRETS;
  return { skill, profile, stackProfile, hasStack, region, prefix, settingsSecret };
}

function isTaken(profile: string, skill: string): boolean {
  try {
    return readProfile(profile).aloud?.skill !== skill;
  } catch {
    return false;
  }
}

interface Checked {
  readonly awsProfile: string;
  readonly chosen: Exclude<DeployedSkill, { readonly problems: unknown }>;
}

/** Checks what can be checked before anything is touched. The AWS profile is that of the stack. */
async function checked(place: Place, chosen: DeployedSkill): Promise<Checked> {
  const { profile, stackProfile, region, prefix, skill } = place;
  const [own, stack] = [developerProfile(profile), developerProfile(stackProfile)];
  const awsProfile = typeof stack === 'string' ? undefined : stack.awsProfile;
  const secret = awsProfile && openSettingsSecret({ awsProfile, region, name: secretNameOf(prefix, skill) });
  const problems = [
    ...('problems' in chosen ? chosen.problems : []),
    ...new Set([own, stack].filter((each) => typeof each === 'string')),
    typeof stack === 'object' && !awsProfile
      ? `The profile "${stackProfile}" of the ASK CLI has no AWS account: run  npx aloud ask configure --profile ${stackProfile}`
      : undefined,
    secret ? await secret.check() : undefined,
    'problems' in chosen || place.hasStack ? undefined : botFault(chosen, stackProfile),
  ].filter((line) => line !== undefined);
  if (secret) secret.close();
  if (problems.length > 0 || awsProfile === undefined || 'problems' in chosen) fail(problems);
  return { awsProfile, chosen };
}

/** A bot of one's own goes with the code, which the first skill's deployment takes along. */
function botFault({ own, shared }: Checked['chosen'], stackProfile: string): string | undefined {
  const file = own.ALOUD_PLATFORM ?? shared.ALOUD_PLATFORM ?? '';
  if (!isPath(file) || isBuilt(file)) return undefined;
  return `${file} is not in the code that all skills share: run  npx aloud deploy --skill ${skillOfProfile(stackProfile)}  first, which takes it along`;
}

function isBuilt(file: string): boolean {
  const built = 'dist/lambda/own-bots.js';
  return existsSync(built) && readFileSync(built, 'utf8').includes(JSON.stringify(file));
}

function endpointOf(stackProfile: string): { readonly uri: string } | undefined {
  const { SkillEndpoint: uri } = readDeployed(stackProfile).outputs;
  return uri === undefined ? undefined : { uri };
}

function fail(lines: readonly string[]): never {
  throw new OperatorProblem(lines);
}
