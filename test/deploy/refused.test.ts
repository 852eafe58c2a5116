import { readDeployed } from '../../operator/deploy/states';
import { VERSION } from '../../operator/version';
import { createDemoBot } from '../../simulator/platforms/bot';
import { CLINIC, type DeployStage, SECRET, setDeployStage } from './stage';

let stage: DeployStage;
beforeEach(async () => {
  stage = await setDeployStage(createDemoBot(), 'botdistrikt');
});
afterEach(() => stage.close());

/** What a failed deployment says, without the build's and the CLI's own words. */
async function refused(...args: readonly string[]): Promise<string> {
  const { code, output } = await stage.deploy(...args);
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  expect(output).not.toContain(SECRET);
  return output;
}

test('wrong settings, and no profiles: a line for each, before anything is asked of AWS', async () => {
  stage.project.configure({ ALOUD_PLATFORM: 'botdistrikt', ALOUD_SECRET: 'short', BOTDISTRIKT_DOMAIN: 'x' });
  stage.project.forgetProfiles();
  const lines = (await refused()).trim().split('\n');
  expect(lines).toEqual([
    'ALOUD_SECRET must have at least 32 characters',
    expect.stringMatching(/^BOTDISTRIKT_WEBCHAT_APP_ID is missing: /),
    'The ASK CLI has no profile "default": run  npx aloud ask configure --profile default',
  ]);
  expect(stage.aws.travelled).toEqual([]);
});

test('a business file with faults, and one that is still the template’s: a line for each, and nothing is uploaded', async () => {
  stage.project.describe(CLINIC.replace('invocationName: harbor family clinic', 'invocationName: Harbor 24'));
  expect((await refused()).trim()).toBe('business.yaml:2: invocationName: has capitals: write it in lower case');
  stage.project.describe(
    'name: Harbor Clinic\ninvocationName: harbor clinic\nlocales: {en-US: {topics: {hours: times}}}',
  );
  expect((await refused()).trim().split('\n')).toEqual([
    "business.yaml: summary (en-US): still the template's; write your own",
    "business.yaml: description (en-US): still the template's; write your own",
    "business.yaml: privacyUrl (en-US): still the template's; write your own",
    "business.yaml: icons: still the template's; name two PNG files of your own",
    'For a test of your own,  npx aloud deploy --template  lets that pass.',
  ]);
  expect(stage.aws.travelled).toEqual([]);
  const { code } = await stage.deploy('--template');
  expect(code).toBe(0);
  const { name, description } = stage.skill.package.manifest.publishingInformation?.locales?.['en-US'] ?? {};
  expect([name, description]).toEqual(['Harbor Clinic', expect.stringContaining('Harbor Clinic lets you talk')]);
});

test('no AWS credentials', async () => {
  stage.project.forgetCredentials();
  expect(await refused()).toMatch(/^There are no AWS credentials for the profile "ask_cli_default"/m);
  expect(stage.aws.travelled).toEqual([]);
});

test('a profile that does not exist, and options that do not', async () => {
  expect(await refused('--profile', 'other')).toContain('ask-resources.json has no profile "other"');
  expect((await stage.deploy('--fast')).code).toBe(2);
});

test('an AWS account that may not keep secrets', async () => {
  stage.aws.secrets.faults.push('AccessDeniedException');
  expect(await refused()).toMatch(/aloud\/settings \(AccessDeniedException\): allow .* secretsmanager:CreateSecret/);
  expect(stage.aws.stacks.stacks).toEqual([]);
});

test('a skill package that Amazon refuses: its words, and no stack', async () => {
  stage.aws.skills.faults.push({ resource: 'InteractionModel.en-US', message: 'Invocation name is taken.' });
  const output = await refused();
  expect(output).toContain('Invocation name is taken.');
  expect(output).toContain('docs/deploy-aws.md');
  expect(stage.aws.stacks.stacks).toEqual([]);
});

test('a stack that fails: its resource and reason', async () => {
  stage.aws.stacks.failures.push({ logicalId: 'Table', reason: 'Account limit exceeded' });
  const output = await refused();
  expect(output).toContain('Table[AWS::DynamoDB::Table]  CREATE_FAILED (Account limit exceeded)');
  expect(stage.aws.skills.skills[0]?.enabled).toBe(false);
});

test('self-hosted: the manifest with the address of the server, and nothing on AWS', async () => {
  expect(await refused('--profile', 'self-hosted')).toMatch(/^ALOUD_PUBLIC_URL must be the https:\/\/ address/m);
  stage.project.configure({ ...stage.settings, ALOUD_PUBLIC_URL: 'https://alexa.example.com/' });
  const { code, output } = await stage.deploy('--profile', 'self-hosted');
  expect(code).toBe(0);
  expect(output).toContain(`Deployed: ${stage.skill.id}`);
  const endpoint = { uri: 'https://alexa.example.com/alexa', sslCertificateType: 'Trusted' };
  expect(stage.skill.package.manifest.apis?.custom?.endpoint).toEqual(endpoint);
  expect(stage.skill.package.manifest.events?.endpoint).toEqual(endpoint);
  expect(stage.aws.stacks.stacks).toEqual([]);
  expect(stage.aws.secrets.current.size).toBe(0);
  // No stack says it.
  expect(readDeployed('self-hosted', stage.project.folder).version).toBe(VERSION);
});
