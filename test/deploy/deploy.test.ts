import { createDemoBot } from '../../simulator/platforms/bot';
import type { Ran } from './project';
import { type DeployStage, setDeployStage } from './stage';

let stage: DeployStage;
let first: Ran;

beforeAll(async () => {
  stage = await setDeployStage(createDemoBot());
  first = await stage.deploy('--show-webhook');
  console.log(first.output);
});
afterAll(() => stage.close());

test('x', async () => {
  expect(first.code).toBe(0);
  const echo = stage.aws.echo(stage.skill);
  const t = await echo.hear('open chat companion');
  console.log(t?.speech, t?.verdict, [...(stage.aws.stacks.stacks[0]?.instance.resources.values() ?? [])].length);
  console.log(stage.aws.deployed.function(stage.aws.stacks.stacks[0]?.instance.outputs.SkillEndpoint ?? '')?.log);
});
