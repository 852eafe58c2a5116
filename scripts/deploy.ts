import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { formerNames } from '../lambda/app/config';
import { webhookPath } from '../lambda/webhooks/webhooks';
import { projectRoot } from '../simulator/root';
import { askDeploy, developerProfile, installAskCli } from './deploy/ask-cli';
import { DeployProblem } from './deploy/problem';
import { type AskProfile, readProfile, writeSettingsVersion } from './deploy/resources';
import { deployedSettings } from './deploy/settings';
import { openSettingsSecret } from './deploy/settings-secret';
import { ownPackage, writeSkillPackage } from './deploy/skill-package';
import { readDeployed } from './deploy/states';

const USAGE = `npm run deploy -- [--profile <name>] [--show-webhook] [--template]

Deploys the skill with the ASK CLI: on AWS by default, and only its manifest and models with --profile self-hosted.
The settings come from .env, the words from business.yaml. What is still the template's, which Amazon would not publish,
stops a deployment; --template lets it pass for a test. The address of the webhook is a secret: it is shown on a terminal,
or when asked for.`;

interface Options {
  readonly profile: string;
  readonly showWebhook: boolean;
  /** Words of the template may pass. */
  readonly mayBorrow: boolean;
}

/** `npm run deploy`. Exit code 1: something is wrong, and said in one line each; 2: wrong usage. */
export async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (!options) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  // AWS's SDK would say at every start that its next versions need a newer Node. Ours are pinned by lock files.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  try {
    const profile = readProfile(options.profile);
    await (profile.skillInfrastructure ? deployOnAws(options, profile) : deploySelfHosted(options, profile));
  } catch (error) {
    if (!(error instanceof DeployProblem)) throw error;
    for (const line of error.lines) console.error(line);
    process.exitCode = 1;
  }
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string', default: 'default' },
        'show-webhook': { type: 'boolean', default: false },
        template: { type: 'boolean', default: false },
      },
    });
    return { profile: values.profile, showWebhook: values['show-webhook'], mayBorrow: values.template };
  } catch {
    return undefined;
  }
}

async function deployOnAws({ profile: name, showWebhook, mayBorrow }: Options, profile: AskProfile): Promise<void> {
  const { awsRegion: region, cfn } =
    profile.skillInfrastructure?.userConfig ?? fail(['ask-resources.json is incomplete']);
  const chosen = deployedSettings(process.env);
  const developer = developerProfile(name);
  const awsProfile = typeof developer === 'string' ? undefined : developer.awsProfile;
  const secret = awsProfile && openSettingsSecret({ awsProfile, region, name: cfn.parameters.SettingsSecret });
  const problems = [
    ...('problems' in chosen ? chosen.problems : []),
    typeof developer === 'string' ? developer : undefined,
    typeof developer === 'object' && !awsProfile
      ? `The profile "${name}" of the ASK CLI has no AWS account: run  npm run ask -- configure --profile ${name}`
      : undefined,
    secret ? await secret.check() : undefined,
  ].filter((line) => line !== undefined);
  if (problems.length > 0 || 'problems' in chosen || !secret) fail(problems);
  const files = ownPackage(projectRoot(), mayBorrow);

  for (const warning of formerNames(process.env)) console.error(warning);
  installAskCli();
  build();
  console.log('Storing the settings …');
  writeSettingsVersion(name, await secret.keep(chosen.settings));
  secret.close();
  // With the endpoint of the last deployment, so that the skill is never without one.
  const { SkillEndpoint: uri } = readDeployed(name).outputs;
  writeSkillPackage(profile.skillMetadata.src, files, uri === undefined ? undefined : { uri });
  askDeploy(name);

  const { skillId, outputs } = readDeployed(name);
  const path = webhookPath(chosen.webhook.secret, chosen.webhook.platform);
  const webhook = `${outputs.WebhookUrl?.replace(/\/$/, '')}${path}`;
  const isShown = showWebhook || process.stdout.isTTY;
  console.log(`\nDeployed: ${skillId}`);
  console.log(
    isShown
      ? `Enter this address as the webhook in the dashboard of ${chosen.webhook.platform}; it is a secret:\n${webhook}`
      : 'npm run deploy -- --show-webhook  prints the address of the webhook, which is a secret.',
  );
}

async function deploySelfHosted({ profile: name, mayBorrow }: Options, profile: AskProfile): Promise<void> {
  const url = process.env.ALOUD_PUBLIC_URL?.trim().replace(/\/+$/, '') ?? '';
  const developer = developerProfile(name);
  const problems = [
    /^https:\/\/./.test(url) ? undefined : 'ALOUD_PUBLIC_URL must be the https:// address of your server',
    typeof developer === 'string' ? developer : undefined,
  ].filter((line) => line !== undefined);
  if (problems.length > 0) fail(problems);
  const files = ownPackage(projectRoot(), mayBorrow);
  installAskCli();
  writeSkillPackage(profile.skillMetadata.src, files, { uri: `${url}/alexa`, sslCertificateType: 'Trusted' });
  askDeploy(name);
  console.log(`\nDeployed: ${readDeployed(name).skillId}\nSet it as ALOUD_SKILL_ID on the server.`);
}

function build(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', 'lambda'], { stdio: 'inherit' });
  if (status !== 0) fail(['The build failed: see above']);
}

function fail(lines: readonly string[]): never {
  throw new DeployProblem(lines);
}
