import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createInbox } from '../../lambda/conversation/inbox';
import { noteAfterMsOf, pollMsOf } from '../../lambda/store/open';
import { startBotDistrikt } from '../../simulator/platforms/botdistrikt';
import { createAdapter } from '../support/adapter';
import { describeDynamo, localClient, makeTestTable, SECRET, type TestTable } from '../support/dynamodb';
import { type Meter, startMeter } from '../support/dynamodb-meter';
import { botMessage, scriptedPlatform, startTalk, type TalkOptions, webhookPlatform } from '../support/talk';

const ANSWER = 'We open at half past eight and close at six. Which day would suit you best this week?';
const DAYS = ['Monday', 'Tuesday', 'Friday'];
const LOCATION = 'dynamodb:aloud';
/** Two turns of one user, in milliseconds: told is what both channels may bring again within two minutes. */
const PACE_MS = 9000;
/** As long as Alexa's are. */
const KEY = 'k'.repeat(32);
const ALEXA_ID = `amzn1.ask.account.${'A'.repeat(190)}`;

/*
 * AWS bills each begun 4 KB that is read and each begun KB that is written: an attribute, a read or a write more in a turn
 * is seen here.
 */
describeDynamo('a turn takes of DynamoDB', () => {
  let table: TestTable;
  let meter: Meter;
  let store: ReturnType<TestTable['open']>;
  beforeEach(async () => {
    table = await makeTestTable();
    const client = localClient();
    meter = startMeter(client, table.client, table.name);
    store = table.open({ client });
  });
  afterEach(() => table.dispose());

  const talkOf = (platform: Parameters<typeof startTalk>[0], options: TalkOptions = {}) =>
    startTalk(platform, {
      ...{ store, key: KEY, userId: ALEXA_ID, apiEndpoint: 'https://api.eu.amazonalexa.com' },
      ...{ pollMs: pollMsOf(LOCATION), noteAfterMs: noteAfterMsOf(LOCATION) },
      ...options,
    });

  test('one read unit and one write unit where the bot answers in the call, however long it thinks', async () => {
    let now = Date.now();
    const bot = scriptedPlatform(async () => {
      await delay(300);
      return [botMessage(ANSWER, DAYS)];
    });
    const talk = talkOf(bot.platform, { now: () => now });
    await talk.say({ kind: 'launch' }, { newSession: true });
    for (let turn = 0; turn < 3; turn++) {
      now += PACE_MS;
      meter.read();
      await talk.say('when do you open');
      expect(meter.read()).toEqual({ requests: 2, reads: 1, writes: 1 });
    }
  });

  test('the same with BotDistrikt, whose other channel may tell all of it again', async () => {
    let now = Date.now();
    const choices = DAYS.map((label) => ({ label }));
    const settings = { webchatAppId: '4711', domain: 'https://shop.example' };
    const vendor = await startBotDistrikt({ ...settings, bot: { reply: () => [{ text: ANSWER, choices }] } });
    const platform = createAdapter('botdistrikt', { baseUrl: vendor.baseUrl, ...settings });
    const talk = talkOf(platform, { now: () => now });
    await talk.say({ kind: 'launch' }, { newSession: true });
    const units = [];
    for (let turn = 0; turn < 6; turn++) {
      now += PACE_MS;
      meter.read();
      await talk.say('when do you open');
      units.push(meter.read());
    }
    expect(units).toEqual(units.map(() => ({ requests: 2, reads: 1, writes: 1 })));
    await platform.close();
    await vendor.close();
  });

  test('half a unit for each look while it waits for a webhook, ever more seldom, and nothing is written', async () => {
    const elsewhere = createInbox({
      store: table.open({ secret: SECRET }),
      platform: 'klaunch',
      onError: console.error,
    });
    const bring = () => {
      const message = { ...botMessage(ANSWER), id: randomUUID() };
      return elsewhere.receive([{ kind: 'message', to: { key: KEY }, message }]);
    };
    const { platform } = webhookPlatform({}, () => void setTimeout(bring, 1900));
    const talk = talkOf(platform, { quietMs: 400 });
    await talk.say('hello', { newSession: true });
    meter.read();
    await talk.say('when do you open');
    const { reads, writes } = meter.read();
    // One opens the turn, one finds what came and one that no more did; the looks are seven or eight.
    expect(reads).toBeLessThanOrEqual(7.5);
    // The document and the item that it took, each twice as in a transaction.
    expect(writes).toBe(4);
  });
});
