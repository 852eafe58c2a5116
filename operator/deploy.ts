import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { formerNames } from '../lambda/app/config';
import { webhookPath } from '../lambda/webhooks/webhooks';
import { projectRoot } from '../simulator/root';
import { type Call, EXIT, isOn, type Run, textOf } from './command';
import { askDeploy, developerProfile, installAskCli } from './deploy/ask-cli';
import { provideFiles } from './deploy/files';
import { type AskProfile, readProfile, writeDeployedVersion, writeSettingsVersion } from './deploy/resources';
import { deployedSettings } from './deploy/settings';
import { openSettingsSecret } from './deploy/settings-secret';
import { ownPackage, writeSkillPackage } from './deploy/skill-package';
import { readDeployed } from './deploy/states';
import { OperatorProblem, told } from './problem';
import { VERSION } from './version';

interface Options {
  readonly profile: string;
  readonly showWebhook: boolean;
  /** Words of the template may pass. */
  readonly mayBorrow: boolean;
}

/** `aloud deploy` */
export const run: Run = (call) =>
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
    await (profile.skillInfrastructure
      ? deployOnAws(call, options, profile)
      : deploySelfHosted(call, options, profile));
    return EXIT.good;
  });

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
  build();
  screen.print('Storing the settings …');
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
  screen.print(`\nDeployed: ${skillId}`);
  screen.print(
    isShown
      ? `Enter this address as the webhook in the dashboard of ${chosen.webhook.platform}; it is a secret:\n${webhook}`
      : 'npx aloud deploy --show-webhook  prints the address of the webhook, which is a secret.',
  );
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

function build(): void {
  const { status } = spawnSync(process.execPath, [join(projectRoot(), 'scripts/start.mjs'), 'lambda'], {
    stdio: 'inherit',
  });
  if (status !== 0) fail(['The build failed: see above']);
}

function fail(lines: readonly string[]): never {
  throw new OperatorProblem(lines);
}
