import { formerNames } from '../lambda/app/config';
import { type Call, EXIT, isOn, type Run, textOf } from './command';
import { buildArtifact } from './deploy/artifact';
import { askDeploy, developerProfile, installAskCli } from './deploy/ask-cli';
import { provideFiles } from './deploy/files';
import { deployOneOfSeveral } from './deploy/one-of-several';
import { type AskProfile, readProfile, writeDeployedVersion, writeParameters } from './deploy/resources';
import { deployedSettings } from './deploy/settings';
import { openSettingsSecret } from './deploy/settings-secret';
import { ownPackage, writeSkillPackage } from './deploy/skill-package';
import { readDeployed } from './deploy/states';
import { tellWebhook } from './deploy/webhook-address';
import { ofOneSkill } from './own-skill';
import { OperatorProblem, told } from './problem';
import { VERSION } from './version';

interface Options {
  readonly profile: string;
  readonly showWebhook: boolean;
  /** Words of the template may pass. */
  readonly mayBorrow: boolean;
}

/** `aloud deploy` */
export const run: Run = ofOneSkill((call) =>
  told(call.screen, async () => {
    const options = {
      profile: textOf(call.options, 'profile') ?? 'default',
      showWebhook: isOn(call.options, 'showWebhook'),
      mayBorrow: isOn(call.options, 'template'),
    };
    // AWS's SDK would say at every start that its next versions need a newer Node. Ours are pinned by lock files.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
    provideFiles(call.root);
    const profile = readProfile(options.profile);
    if (!profile.skillInfrastructure) await deploySelfHosted(call, options, profile);
    else if (!call.skill) await deployOnAws(call, options, profile);
    else await deployOneOfSeveral(call, call.skill, { ...options, stackProfile: options.profile });
    return EXIT.good;
  }),
);

async function deployOnAws(call: Call, options: Options, profile: AskProfile): Promise<void> {
  const { profile: name, showWebhook, mayBorrow } = options;
  const { env, screen } = call;
  const { awsRegion: region, cfn } =
    profile.skillInfrastructure?.userConfig ?? fail(['ask-resources.json is incomplete']);
  const chosen = deployedSettings(env);
  const developer = developerProfile(name);
  const awsProfile = typeof developer === 'string' ? undefined : developer.awsProfile;
  const secret = awsProfile && openSettingsSecret({ awsProfile, region, name: cfn.parameters.SettingsSecret });
  const problems = [
    ...('problems' in chosen ? chosen.problems : []),
    typeof developer === 'string' ? developer : undefined,
    typeof developer === 'object' && !awsProfile
      ? `The profile "${name}" of the ASK CLI has no AWS account: run  npx aloud ask configure --profile ${name}`
      : undefined,
    secret ? await secret.check() : undefined,
  ].filter((line) => line !== undefined);
  if (problems.length > 0 || 'problems' in chosen || !secret) fail(problems);
  const files = ownPackage(call, mayBorrow);

  for (const warning of formerNames(env)) screen.note(warning);
  installAskCli(screen);
  buildArtifact();
  screen.print('Storing the settings …');
  // No secret.
  writeParameters(name, { SettingsVersion: await secret.keep(JSON.stringify(chosen.settings)) });
  secret.close();
  // With the endpoint of the last deployment, so that the skill is never without one.
  const { SkillEndpoint: uri } = readDeployed(name).outputs;
  writeSkillPackage(profile.skillMetadata.src, files, uri === undefined ? undefined : { uri });
  askDeploy(name);

  const { skillId, outputs } = readDeployed(name);
  screen.print(`\nDeployed: ${skillId}`);
  const again = 'npx aloud deploy --show-webhook';
  tellWebhook(screen, { functionUrl: outputs.WebhookUrl, ...chosen.webhook, isAsked: showWebhook, again });
}

async function deploySelfHosted(call: Call, options: Options, profile: AskProfile): Promise<void> {
  const { profile: name, mayBorrow } = options;
  const { env, screen } = call;
  const url = env.ALOUD_PUBLIC_URL?.trim().replace(/\/+$/, '') ?? '';
  const developer = developerProfile(name);
  const problems = [
    /^https:\/\/./.test(url) ? undefined : 'ALOUD_PUBLIC_URL must be the https:// address of your server',
    typeof developer === 'string' ? developer : undefined,
  ].filter((line) => line !== undefined);
  if (problems.length > 0) fail(problems);
  const files = ownPackage(call, mayBorrow);
  installAskCli(screen);
  writeSkillPackage(profile.skillMetadata.src, files, { uri: `${url}/alexa`, sslCertificateType: 'Trusted' });
  askDeploy(name);
  writeDeployedVersion(name, VERSION);
  screen.print(`\nDeployed: ${readDeployed(name).skillId}\nSet it as ALOUD_SKILL_ID on the server.`);
}

function fail(lines: readonly string[]): never {
  throw new OperatorProblem(lines);
}
