import { randomUUID } from 'node:crypto';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { userKey } from '../../lambda/skill/user';
import { openStoreAt, pollMsOf } from '../../lambda/store/open';
import { EXIT } from '../../operator/command';
import { erase } from '../../operator/erase';
import { table } from '../../operator/table';
import { describeDynamo, localClient, SECRET } from '../support/dynamodb';
import { PORT_VARIABLE } from '../support/dynamodb-local';

const SKILL_ID = 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000';
const ALEXA_ID = 'amzn1.ask.account.ANNE';

test('a server on SQLite does not load the AWS SDK', async () => {
  jest.doMock('@aws-sdk/client-dynamodb', () => {
    throw new Error('loaded');
  });
  try {
    await jest.isolateModulesAsync(async () => {
      require('../../lambda/app');
      const { openStoreAt: open } = require('../../lambda/store/open') as typeof import('../../lambda/store/open');
      const store = open('sqlite::memory:', { secret: SECRET });
      await store.ready();
      await store.close();
      expect(() => open('dynamodb:table', { secret: SECRET })).toThrow('loaded');
    });
  } finally {
    jest.dontMock('@aws-sdk/client-dynamodb');
  }
});

test('who waits looks less often where a look is a request', () => {
  expect([pollMsOf('sqlite:./data/aloud.db'), pollMsOf('dynamodb:aloud')]).toEqual([undefined, 300]);
});

describeDynamo('ALOUD_STORE=dynamodb:…, with the settings of the AWS SDK', () => {
  const name = `aloud-${randomUUID()}`;
  const env = {
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_STORE: `dynamodb:${name}`,
    BOTDISTRIKT_WEBCHAT_APP_ID: '7',
    BOTDISTRIKT_DOMAIN: 'example.com',
  };
  const sdk = {
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${process.env[PORT_VARIABLE]}`,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  const before = { ...process.env };
  beforeAll(() => Object.assign(process.env, sdk));
  afterAll(async () => {
    const client = localClient();
    await client.send(new DeleteTableCommand({ TableName: name }));
    client.destroy();
    for (const key of Object.keys(sdk)) {
      if (before[key] === undefined) delete process.env[key];
      else process.env[key] = before[key];
    }
  });

  test('before there is a table, the start says how to make one; after npm run table it works', async () => {
    const early = openStoreAt(env.ALOUD_STORE, { secret: SECRET });
    await expect(early.ready()).rejects.toMatchObject({
      code: 'ALOUD_STORE_NO_TABLE',
      hint: expect.stringContaining('npm run table'),
    });
    expect(await table(env)).toMatch(new RegExp(`^Made the table ${name}\\.`));
    expect(await table(env)).toMatch(/was there already/);
    await expect(early.ready()).resolves.toBeUndefined();
    await early.close();
  });

  test('npm run erase erases in the table too', async () => {
    const store = openStoreAt(env.ALOUD_STORE, { secret: SECRET });
    const key = userKey(SECRET, SKILL_ID, ALEXA_ID);
    await store.open(key, { userId: ALEXA_ID, locale: 'en-US' });
    expect(await erase([ALEXA_ID], env)).toMatchObject({ exit: EXIT.good });
    expect(await erase([key], env)).toMatchObject({ exit: EXIT.nothing });
    expect(await store.find(key)).toBeUndefined();
    await store.close();
  });

  test('npm run table is for DynamoDB only', async () => {
    await expect(table({ ...env, ALOUD_STORE: 'sqlite:./x.db' })).rejects.toMatchObject({
      code: 'ALOUD_CONFIG_INVALID',
    });
  });
});
