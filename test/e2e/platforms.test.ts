import type { PlatformName } from '../../lambda/platforms';
import type { Echo, EchoTurn } from '../../simulator/echo/types';
import { createDemoBot } from '../../simulator/platforms/bot';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { type Stage, type StageOptions, setStage } from './stage';

const PLATFORMS: readonly PlatformName[] = ['botdistrikt', 'voximplant', 'klaunch', 'wotnot', 'chataibot'];
const BY_WEBHOOK = PLATFORMS.filter((name) => name !== 'botdistrikt');
/** Less than the bot takes where a test wants it to be late. */
const SHORT = { ALOUD_TURN_BUDGET_MS: '1000' };

let stage: Stage;
afterEach(() => stage.close());

const setUp = async (options: StageOptions, bot: Bot = createDemoBot()) => {
  stage = await setStage(bot, options);
  return stage.echo();
};

/** Hears an utterance and fails when Alexa would complain about the answer. */
async function hear(echo: Echo, utterance: string): Promise<EchoTurn> {
  const turn = await echo.hear(utterance);
  if (!turn) throw new Error(`"${utterance}" did not reach the skill`);
  expect(turn.verdict).toBeUndefined();
  return turn;
}

const counting = (speech: string, words: string) => speech.split(words).length - 1;

/** Says the same word back, numbered, in two messages. */
const echoBot = (): Bot => {
  const turns = new Map<string, number>();
  return {
    reply(user, said) {
      const turn = (turns.get(user) ?? 0) + 1;
      turns.set(user, turn);
      return [{ text: `Part one of ${said}, number ${turn}.` }, { text: `Part two of ${said}, number ${turn}.` }];
    },
  };
};

describe.each(PLATFORMS)('on %s', (platform) => {
  test('a person books an appointment', async () => {
    const echo = await setUp({ platform });
    await hear(echo, 'Alexa, open chat companion');
    expect(echo.state).toBe('listening');
    const service = await hear(echo, 'I would like to book an appointment');
    expect(service.speech).toMatch(/[?:] .+, .+,? or .+\?$/);
    const day = await hear(echo, 'the second one');
    expect(day.speech).toMatch(/day|when/i);
    expect((await hear(echo, 'stop')).state).toBe('idle');
  });

  test('nothing is heard that was written for the eye', async () => {
    const echo = await setUp({ platform });
    await hear(echo, 'Alexa, open chat companion');
    for (const words of ['what are your opening hours', 'prices please', 'who is in the team', 'where are you']) {
      expect((await hear(echo, words)).speech).not.toMatch(/[*#_<>]|https?:|undefined|null|\[object/u);
    }
  });

  test('duplicates, reordering and an early webhook change nothing', async () => {
    // Three copies of what was said last come before what was said first.
    const echo = await setUp({ platform, settings: { ALOUD_QUIET_MS: '400' } }, echoBot());
    Object.assign(stage.vendor.deliveries, { copies: 3, order: 'reversed', early: true });
    await hear(echo, 'Alexa, open chat companion');
    for (const word of ['apple', 'pear', 'plum']) {
      const { speech } = await hear(echo, `${word} please`);
      expect([counting(speech, 'Part one of'), counting(speech, 'Part two of')]).toEqual([1, 1]);
      expect(speech).toContain(word);
    }
  });

  test('a call that the vendor has no room for is made again when it says', async () => {
    const echo = await setUp({ platform, settings: { ALOUD_QUIET_MS: '250' } }, echoBot());
    await hear(echo, 'Alexa, open chat companion');
    await hear(echo, 'apple please');
    stage.vendor.behaviour.retryAfter = '1';
    stage.vendor.behaviour.faults.send.push(429);
    const { speech } = await hear(echo, 'plum please');
    expect(speech).toContain('Part two of plum please');
    expect(stage.vendor.requests.filter(({ body }) => body.includes('plum'))).toHaveLength(2);
  });

  test('an answer that comes too late is heard once, at the next turn', async () => {
    const echo = await setUp({ platform, settings: SHORT }, echoBot());
    await hear(echo, 'Alexa, open chat companion');
    await stage.vendor.idle();
    await hear(echo, 'apple please');
    const slow = platform === 'botdistrikt' ? stage.vendor.behaviour : stage.vendor.deliveries;
    const usual = { ...slow };
    Object.assign(slow, { delayMs: 1100, replyMs: 1100 });
    const late = await hear(echo, 'pear please');
    expect(late.speech).not.toContain('pear');
    expect(late.state).toBe('listening');
    expect([late.speech, late.reprompt].join('|')).toMatch(/check/);
    Object.assign(slow, { delayMs: 0, replyMs: 0, ...usual });
    const heard: string[] = [];
    for (let turns = 0; turns < 5 && !heard.join().includes('Part two of pear please'); turns++) {
      heard.push((await hear(echo, 'check')).speech);
    }
    heard.push((await hear(echo, 'plum please')).speech, (await hear(echo, 'fig please')).speech);
    for (const part of ['one', 'two']) expect(counting(heard.join(), `Part ${part} of pear please`)).toBe(1);
  });

  test.each(['hang', 'reset', 500] as const)(
    'an outage (%s) is apologised for, and the session goes on',
    async (fault) => {
      const echo = await setUp({ platform, settings: SHORT });
      await hear(echo, 'Alexa, open chat companion');
      await hear(echo, 'tell me a joke');
      stage.vendor.behaviour.faults.send.push(fault);
      expect((await hear(echo, 'what are your opening hours')).state).toBe('listening');
      // What hung may still have reached the bot: its answer is then heard first.
      const turns = [await hear(echo, 'what are your prices'), await hear(echo, 'what are your prices')];
      expect(turns.map(({ speech }) => speech).join()).toMatch(/check-up/);
    },
  );

  test('a live agent is heard at the next turn, by name or as a person', async () => {
    const users = new Set<string>();
    const bot: Bot = {
      reply(user) {
        users.add(user);
        return [{ text: 'Noted.' }];
      },
    };
    const echo = await setUp({ platform }, bot);
    await hear(echo, 'Alexa, open chat companion');
    await hear(echo, 'I have a question');
    const [user = ''] = users;
    expect(await stage.vendor.agentSays(user, 'This is Rosa, how can I help?', { id: 7, name: 'Rosa' })).toBe(200);
    const { speech } = await hear(echo, 'hello again');
    expect(speech).toMatch(/says: This is Rosa, how can I help\?/);
    expect((await hear(echo, 'and thanks')).speech).not.toContain('Rosa');
  });

  test('no secret and nothing that was said is in the log', async () => {
    const echo = await setUp({ platform, settings: { LOG_LEVEL: 'debug' } });
    await hear(echo, 'Alexa, open chat companion');
    await hear(echo, 'my very private question');
    stage.vendor.behaviour.faults.send.push(401);
    await hear(echo, 'my second private question');
    const log = stage.log.join('');
    const secrets = Object.entries(stage.vendor.environment).filter(([name]) => /TOKEN|SALT|DOMAIN|KEY/.test(name));
    expect(secrets.length).toBeGreaterThan(0);
    for (const [, secret] of secrets) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/private question|amzn1\.(ask\.account|ask\.device)/);
    expect(log).not.toContain(stage.server.webhookUrl.split('/').at(-1));
  });
});

test('an answer that takes a while is announced once, before it', async () => {
  const echo = await setUp({ platform: 'wotnot' }, echoBot());
  await hear(echo, 'Alexa, open chat companion');
  expect((await hear(echo, 'apple please')).progress).toEqual([]);
  stage.vendor.deliveries.replyMs = 1900;
  const turn = await hear(echo, 'pear please');
  expect(turn.progress).toHaveLength(1);
  expect(turn.speech).toContain('pear please');
  expect(stage.directives.violations).toEqual([]);
});

test('a Directive service that hangs costs the turn nothing', async () => {
  const echo = await setUp({ platform: 'wotnot' }, echoBot());
  await hear(echo, 'Alexa, open chat companion');
  stage.directives.behaviour.delayMs = 5000;
  stage.vendor.deliveries.replyMs = 1900;
  const turn = await hear(echo, 'pear please');
  expect(turn.speech).toContain('pear please');
  expect(turn.ms).toBeLessThan(4000);
});

test('a pace that is a little slower than the limit of the plan is never refused', async () => {
  await setUp({ platform: 'klaunch', settings: { KLAUNCH_MESSAGES_PER_MINUTE: '100' } }, echoBot());
  Object.assign(stage.vendor.behaviour, { perMinute: 200 });
  const echos = ['anne', 'ben', 'carl'].map((name) => stage.echo(name));
  await Promise.all(echos.map((echo) => hear(echo, 'Alexa, open chat companion')));
  const said = await Promise.all(echos.map((echo) => hear(echo, 'plum please')));
  for (const { speech } of said) expect(speech).toContain('Part two of plum please');
  expect(stage.vendor.requests).toHaveLength(6);
});

describe.each(BY_WEBHOOK)('while it is sent to on %s', (platform) => {
  test('an answer that comes before the call has come back is spoken at once', async () => {
    const echo = await setUp({ platform, settings: { ALOUD_TURN_BUDGET_MS: '7000' } }, echoBot());
    await hear(echo, 'Alexa, open chat companion');
    await hear(echo, 'apple please');
    // The call has reached the bot, and is never answered.
    stage.vendor.behaviour.faults.send.push('hang');
    const { speech, ms } = await hear(echo, 'plum please');
    expect(speech).toMatch(/^Part one of plum please.+Part two of plum please/s);
    // Nor was it given up before: it still waits, and the turn has not waited for as long as it may.
    expect(stage.vendor.waiting).toBe(1);
    expect(ms).toBeLessThan(3000);
    expect((await hear(echo, 'pear please')).speech).not.toContain('plum');
  });
});

describe.each(BY_WEBHOOK)('on %s, by webhook', (platform) => {
  test('what came while the server was down for a moment is delivered again and heard', async () => {
    const database = `${process.env.TMPDIR ?? '/tmp'}/aloud-restart-${platform}-${process.pid}.db`;
    const echo = await setUp({ platform, settings: { ...SHORT, ALOUD_STORE: `sqlite:${database}` } }, echoBot());
    await hear(echo, 'Alexa, open chat companion');
    await stage.vendor.idle();
    await hear(echo, 'apple please');
    Object.assign(stage.vendor.deliveries, { replyMs: 1100 });
    await hear(echo, 'pear please');
    await stage.restart();
    await stage.vendor.idle();
    Object.assign(stage.vendor.deliveries, { replyMs: 0 });
    const speech = `${(await hear(echo, 'check')).speech} ${(await hear(echo, 'plum please')).speech}`;
    expect(counting(speech, 'Part one of pear please')).toBe(1);
  });

  test('each of many customers at once hears only what is theirs', async () => {
    stage = await setStage({ reply: (_user, said) => [{ text: `You said ${said}.` }] }, { platform });
    Object.assign(stage.vendor.deliveries, { replyMs: 30, copies: 2 });
    const talks = Array.from({ length: 10 }, async (_, customer) => {
      const echo = stage.echo(`customer${customer}`);
      await hear(echo, 'Alexa, open chat companion');
      for (let word = 0; word < 2; word++) {
        const { speech } = await hear(echo, `my word is ${customer} ${word}`);
        expect(speech).toContain(`You said my word is ${customer} ${word}.`);
        expect(counting(speech, 'You said my word')).toBe(1);
      }
    });
    await Promise.all(talks);
  });
});
