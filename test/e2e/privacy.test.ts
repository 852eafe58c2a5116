import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'libsql';
import type { Environment } from '../../lambda/config/environment';
import type { Conversation } from '../../lambda/conversation/conversation';
import type { Arrival } from '../../lambda/conversation/ports/store';
import type { PlatformName } from '../../lambda/platforms';
import { userKey } from '../../lambda/skill/user';
import { openSqlite } from '../../lambda/store/sqlite';
import { EXIT } from '../../operator/command';
import { erase } from '../../operator/erase';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { botMessage } from '../support/talk';
import { SECRET, SKILL_ID, type Stage, setStage } from './stage';

const Libsql = require('libsql') as typeof Database;

/** In everything that anybody says to Anne, or she to them. */
const ANNES = 'Quetzal';
/** In everything of Ben's. */
const BENS = 'Pangolin';
const ACCOUNT = { anne: 'amzn1.ask.account.ANNE', ben: 'amzn1.ask.account.BEN' };
const keyOf = (customer: keyof typeof ACCOUNT) => userKey(SECRET, SKILL_ID, ACCOUNT[customer]);

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aloud-privacy-'));
  path = join(folder, 'aloud.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** In which files of the database some bytes stand: the file itself, free pages included, its log and its index. */
function filesWith(needle: string | Buffer): string[] {
  const files = readdirSync(folder).sort();
  expect(files).toContain('aloud.db');
  return files.filter((file) => readFileSync(join(folder, file)).includes(needle));
}

/** Everything in the rows of a user, values of JSON by themselves too. */
function bytesOf(key: string): (string | Buffer)[] {
  const db = new Libsql(path);
  const all = (sql: string) => db.prepare(sql).all(key) as Record<string, unknown>[];
  const rows = [
    ...all('SELECT key, user_id, conversation FROM users WHERE key = ?'),
    ...all('SELECT item FROM inbox WHERE user_key = ? AND item IS NOT NULL'),
    ...all('SELECT thread FROM threads WHERE user_key = ?'),
    ...all('SELECT user_key, lease FROM notices WHERE user_key = ?'),
  ];
  db.close();
  const values = rows.flatMap((row) => Object.values(row));
  const blobs = values.filter((value): value is Uint8Array => value instanceof Uint8Array);
  const texts = values.filter((value): value is string => typeof value === 'string');
  return [...blobs.map((blob) => Buffer.from(blob)), ...texts, ...texts.flatMap(valuesIn)];
}

/** The texts of a document, ids and credentials among them. */
function valuesIn(json: string): string[] {
  const found: string[] = [];
  if (!/^[[{]/.test(json)) return found;
  JSON.parse(json, (_, value) => {
    // Digits alone may be anybody's time; an id of digits stands in a row of its own as well, behind the vendor's name.
    if (typeof value === 'string' && value.length >= 8 && !/^\d+$/.test(value)) found.push(value);
    return value;
  });
  return found;
}

/** Says everything back, with the marker in it, and more than is read out at once. */
const echoing: Bot = {
  reply: (_, said) => [
    { text: `You said ${said}.`, options: [{ title: `${said} option`, payload: `${said}-payload` }] },
    { text: `${said} and so on. `.repeat(150) },
  ],
};

describe('the database files of a whole server', () => {
  let stage: Stage;
  let vendorIds: Map<string, string>;
  afterEach(() => stage.close());

  async function begin(platform: PlatformName, settings: Environment = {}): Promise<void> {
    vendorIds = new Map();
    const bot: Bot = {
      reply(userId, said) {
        for (const [customer, word] of [['anne', ANNES] as const, ['ben', BENS] as const]) {
          if (said.toLowerCase().includes(word.toLowerCase())) vendorIds.set(customer, userId);
        }
        // What is said beyond an option comes by itself, without the word, and would be anybody's if it were echoed so.
        const word = vendorIds.get('anne') === userId ? ANNES : BENS;
        return echoing.reply(userId, said.toLowerCase().includes(word.toLowerCase()) ? said : `${word} ${said}`);
      },
    };
    stage = await setStage(bot, {
      platform,
      settings: { ALOUD_STORE: `sqlite:${path}`, LOG_LEVEL: 'trace', ...settings },
    });
  }

  /** A conversation, with unread messages, a subscription, and somebody who writes later. */
  async function fill(customer: 'anne' | 'ben'): Promise<void> {
    const word = customer === 'anne' ? ANNES : BENS;
    const echo = stage.echo(customer);
    await echo.hear('Alexa, open chat companion');
    for (let turn = 0; turn < 4; turn++) await echo.hear(`a ${word} question number ${turn}`);
    await echo.skillEvent('AlexaSkillEvent.ProactiveSubscriptionChanged', {
      subscriptions: [{ eventName: 'AMAZON.MessageAlert.Activated' }],
    });
    const id = vendorIds.get(customer) ?? '';
    for (let message = 0; message < 5; message++) {
      const text = `${word} writes ${message}. `.repeat(1 + message * 60);
      expect(await stage.vendor.agentSays(id, text, { id: 7, name: `${word} Jones` })).toBe(200);
    }
    await stage.vendor.idle();
  }

  describe.each(['botdistrikt', 'voximplant', 'klaunch', 'wotnot', 'chataibot'] as const)('with %s', (platform) => {
    test('hold nothing of a user who has disabled the skill, and all of another', async () => {
      await begin(platform);
      await Promise.all([fill('anne'), fill('ben')]);
      // What both have is not of one of them: the names of phrases, the vendor's name for the bot.
      const bens = bytesOf(keyOf('ben'));
      const needles = [ANNES, ANNES.toLowerCase(), ACCOUNT.anne, ...bytesOf(keyOf('anne'))].filter(
        (needle) => !bens.some((value) => value.includes(needle as string)),
      );
      expect(needles.length).toBeGreaterThan(10);
      expect(filesWith(ANNES)).not.toEqual([]);

      await stage
        .echo('anne')
        .skillEvent('AlexaSkillEvent.SkillDisabled', { userInformationPersistenceStatus: 'NOT_PERSISTED' });
      for (const needle of needles) expect([needle, filesWith(needle)]).toEqual([needle, []]);
      expect(filesWith(BENS)).not.toEqual([]);
      const heard = await stage.echo('ben').hear('Alexa, ask chat companion for new messages');
      expect(heard?.speech.toLowerCase()).toContain(BENS.toLowerCase());
    });

    test('get nothing of them back by what the vendor still sends', async () => {
      await begin(platform);
      await fill('anne');
      await stage
        .echo('anne')
        .skillEvent('AlexaSkillEvent.SkillDisabled', { userInformationPersistenceStatus: 'NOT_PERSISTED' });
      await stage.vendor.agentSays(vendorIds.get('anne') ?? '', `${ANNES} once more`, { id: 7, name: 'Rosa' });
      await stage.vendor.idle();
      expect(filesWith(ANNES)).toEqual([]);
    });
  });

  test('hold nothing of a user who has asked to be forgotten', async () => {
    await begin('botdistrikt');
    await fill('anne');
    const needles = [ANNES, keyOf('anne')];
    const echo = stage.echo('anne');
    const asked = await echo.hear('Alexa, ask chat companion to forget me');
    expect(asked?.state).toBe('listening');
    expect(filesWith(ANNES)).not.toEqual([]);
    expect((await echo.hear('yes'))?.state).toBe('idle');
    for (const needle of needles) expect([needle, filesWith(needle)]).toEqual([needle, []]);
  });

  test.each(['the key', 'the Alexa id'])('hold nothing of a user whom npm run erase names by %s', async (by) => {
    await begin('botdistrikt');
    await fill('anne');
    const env = {
      ...stage.vendor.environment,
      ALOUD_SECRET: SECRET,
      ALOUD_SKILL_ID: `amzn1.ask.skill.another,${SKILL_ID}`,
      ALOUD_STORE: `sqlite:${path}`,
    };
    const user = by === 'the key' ? keyOf('anne').toUpperCase() : ACCOUNT.anne;
    expect(await erase([user], env)).toEqual({
      exit: EXIT.good,
      text: expect.stringMatching(/^Erased: the Alexa ids, the conversation and \d+ unread messages\.$/),
    });
    for (const needle of [ANNES, keyOf('anne')]) expect([needle, filesWith(needle)]).toEqual([needle, []]);
    expect(await erase([user], env)).toEqual({ exit: EXIT.nothing, text: 'Nothing was kept of this user.' });
    expect((await stage.echo('anne').hear('Alexa, open chat companion'))?.verdict).toBeUndefined();
  });

  test('never hold an Alexa id that can be read, and the log holds neither ids nor words', async () => {
    await begin('botdistrikt');
    await fill('anne');
    expect(filesWith(ACCOUNT.anne)).toEqual([]);
    const log = stage.log.join('').toLowerCase();
    expect(log).toContain('turn');
    for (const secret of [ANNES, ACCOUNT.anne, keyOf('anne')]) expect(log).not.toContain(secret.toLowerCase());
  });
});

describe('aloud erase', () => {
  const env = {
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SECRET: SECRET,
    ALOUD_SKILL_ID: SKILL_ID,
    BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
    BOTDISTRIKT_DOMAIN: 'https://unguessable.example',
  };

  test.each([
    [[]],
    [['anne']],
    [['--help']],
    [['amzn1.ask.person.ANNE']],
    [['0123456789abcdef0123456789abcdeg']],
    [['0123456789abcdef0123456789abcdef', 'another']],
  ])('explains itself to %j, and touches nothing', async (args) => {
    const outcome = await erase(args, { ...env, ALOUD_STORE: `sqlite:${path}` });
    expect(outcome.exit).toBe(EXIT.usage);
    expect(outcome.text).toContain('aloud erase <user>');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('makes no database where there is none', async () => {
    const erasing = erase([keyOf('anne')], { ...env, ALOUD_STORE: `sqlite:${path}` });
    await expect(erasing).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('needs the settings of the server', async () => {
    await expect(erase([keyOf('anne')], {})).rejects.toMatchObject({ code: 'ALOUD_CONFIG_INVALID' });
  });
});

test('in a large, old database, rows that were moved about leave nothing of an erased user behind', async () => {
  const store = openSqlite(path, { secret: SECRET });
  const random = numbersFrom(7);
  const users = Array.from({ length: 120 }, (_, index) => createHash('md5').update(String(index)).digest('hex'));
  const [anne = '', ...others] = users;
  const identity = (key: string) => ({ userId: `amzn1.ask.account.${key}`, locale: 'en-US' });

  async function live(key: string, step: number): Promise<void> {
    const word = `${key === anne ? ANNES : BENS}${step}`;
    const { version } = await store.open(key, identity(key));
    const taken = (await store.unread(key, random(4))).map(({ ref }) => ref);
    const conversation = {
      turns: step,
      said: [{ text: word.repeat(1 + random(random(10) === 0 ? 900 : 90)) }],
      rest: [],
      outbox: [],
      thread: { id: `${word}-thread` },
    } satisfies Conversation;
    await store.save(key, conversation, version, { taken });
    const arrival = (part: number): Arrival => ({
      id: `vendor:${word}-${part}`,
      to: { key },
      item: { kind: 'message', message: botMessage(`${part} ${word.repeat(1 + random(60))}`) },
      notificationAt: 1,
    });
    await store.append(
      Array.from({ length: 1 + random(3) }, (_, part) => arrival(part)),
      step,
    );
    await store.link(`vendor:${word}-thread`, key);
    await store.subscribe(key, identity(key), { subscribed: true, at: step });
    if (random(4) > 0) return;
    const [notification] = await store.claimNotifications({ now: 2, limit: 1, leaseMs: 1, paceMs: 0 });
    const result = random(2) ? ({ kind: 'dead', at: step, reason: 'no' } as const) : ({ kind: 'sent', at: 1 } as const);
    if (notification) await store.settleNotification(notification, result);
  }

  for (let step = 0; step < 80; step++) {
    const some = Array.from({ length: 12 }, () => others[random(others.length)] ?? '');
    await Promise.all([...new Set([...some, ...(step % 3 === 0 ? [anne] : [])])].map((key) => live(key, step)));
    if (step % 20 === 19) await store.erase(others.splice(random(others.length), 1)[0] ?? '');
  }
  const needles = [ANNES, ...bytesOf(anne)];
  expect(filesWith(ANNES)).not.toEqual([]);
  await store.erase(anne);
  for (const needle of needles) expect([needle, filesWith(needle)]).toEqual([needle, []]);
  expect(filesWith(BENS)).not.toEqual([]);
  await store.close();
  expect(filesWith(ANNES)).toEqual([]);
});

/** Whole numbers below a limit, the same ones every time. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % limit;
  };
}
