import { createDemoBot } from '../../simulator/platforms/bot';
import { CLINIC, type DeployStage, setDeployStage } from './stage';

let stage: DeployStage;
beforeAll(async () => {
  stage = await setDeployStage(createDemoBot(), 'botdistrikt');
  expect((await stage.deploy()).code).toBe(0);
});
afterAll(() => stage.close());

/** What a new user hears first. */
async function greeting(customer: string): Promise<string | undefined> {
  await stage.warmUp();
  return (await stage.aws.echo(stage.skill, customer).hear('open harbor family clinic'))?.speech;
}

const versionOf = () => JSON.parse(stage.project.read('ask-resources.json')).profiles.default;

test('a second deployment updates the same stack and the same skill, with the settings of now', async () => {
  const { id, imports } = stage.skill;
  expect(await greeting('anne')).toContain('Welcome to Harbor Family Clinic');
  const before = versionOf();
  stage.project.configure({ ...stage.settings, ALOUD_QUIET_MS: '600' });
  stage.project.describe(CLINIC.replace('Welcome to', 'Good to have you at'));

  expect((await stage.deploy()).code).toBe(0);
  expect(stage.aws.stacks.stacks.map(({ revision }) => revision)).toEqual([2]);
  expect(stage.skill.id).toBe(id);
  expect(await greeting('ben')).toContain('Good to have you at Harbor Family Clinic');
  expect(versionOf()).not.toEqual(before);
  // The manifest had its endpoint from the start: the skill is never without one.
  expect(stage.skill.imports).toBe(imports);
});

test('one without a change stores no settings, and changes no file but what the ASK CLI keeps', async () => {
  expect((await stage.deploy()).code).toBe(0);
  const before = stage.project.tracked();
  const calls = stage.aws.travelled.length;
  expect((await stage.deploy()).code).toBe(0);
  const since = stage.aws.travelled.slice(calls).map(({ what }) => what);
  expect(since.filter((what) => what.startsWith('secretsmanager.'))).toEqual(['secretsmanager.GetSecretValue']);
  expect(since).toContain('UpdateStack');
  const after = stage.project.tracked();
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed.filter((path) => path !== '.ask/ask-states.json')).toEqual([]);
});

test('a new computer, where nothing was built yet, goes on with the same skill: what is committed is enough', async () => {
  const { id } = stage.skill;
  stage.project.forgetBuilt();
  expect((await stage.deploy()).code).toBe(0);
  expect(stage.skill.id).toBe(id);
  expect(stage.aws.stacks.stacks).toHaveLength(1);
  expect(await greeting('carl')).toContain('Good to have you at Harbor Family Clinic');
});
