import { createDemoBot } from '../../simulator/platforms/bot';
import { describeDynamo, LOCAL_ENVIRONMENT, makeTestTable, type TestTable } from '../support/dynamodb';
import { type Stage, setStage } from './stage';

describeDynamo('two servers on one table', () => {
  let table: TestTable;
  let stages: Stage[] = [];
  beforeAll(async () => {
    Object.assign(process.env, LOCAL_ENVIRONMENT);
    table = await makeTestTable();
  });
  afterEach(async () => {
    for (const stage of stages) await stage.close();
    stages = [];
  });
  afterAll(() => table.dispose());

  /** Two servers, and the vendor of the first, whose webhooks go to the second. */
  async function setTwo(): Promise<readonly [Stage, Stage]> {
    const settings = { ALOUD_STORE: `dynamodb:${table.name}` };
    const one = await setStage(createDemoBot(), { platform: 'wotnot', settings });
    const two = await setStage(createDemoBot(), { platform: 'wotnot', settings });
    stages = [one, two];
    one.vendor.sendWebhooksTo(two.server.webhookUrl);
    return [one, two];
  }

  test('a webhook that one receives wakes the turn that waits in the other', async () => {
    const [one, two] = await setTwo();
    const echo = one.echo('anne');
    await echo.hear('Alexa, open chat companion');
    const turn = await echo.hear('what are your opening hours');
    expect(turn?.speech).toContain('Tuesday');
    const turns = one.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'turn');
    expect(turns.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
    expect(two.log.filter((line) => line.includes('"turn"'))).toEqual([]);
  });

  test('what a user hears from one they do not hear again from the other', async () => {
    const [one, two] = await setTwo();
    await one.echo('ben').hear('Alexa, open chat companion');
    await one.echo('ben').hear('what are your opening hours');
    const again = await two.echo('ben').hear('Alexa, open chat companion');
    expect(again?.speech).not.toContain('Tuesday');
  });
});
