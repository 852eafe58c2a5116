import type { Echo, EchoTurn } from '../../simulator/echo/types';
import { createDemoBot } from '../../simulator/platforms/bot';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { type Stage, setStage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

/** Hears an utterance and fails when Alexa would complain about the answer. */
async function hear(echo: Echo, utterance: string): Promise<EchoTurn> {
  const turn = await echo.hear(utterance);
  if (!turn) throw new Error(`"${utterance}" did not reach the skill`);
  expect(turn.verdict).toBeUndefined();
  return turn;
}

test('a person books an appointment', async () => {
  stage = await setStage(createDemoBot());
  const echo = stage.echo();
  await hear(echo, 'Alexa, open chat companion');
  expect(echo.state).toBe('listening');

  const service = await hear(echo, 'I would like to book an appointment');
  expect(service.speech).toMatch(/: .+, .+,? or .+\?$/);
  const day = await hear(echo, 'the second one');
  expect(day.speech).toMatch(/more options/);
  const moreDays = await hear(echo, 'more options');
  expect(moreDays.speech).not.toBe(day.speech);

  const stop = await hear(echo, 'stop');
  expect([stop.state, stop.response?.response.shouldEndSession]).toEqual(['idle', true]);
});

test('a long answer is heard to its end, page by page', async () => {
  stage = await setStage(createDemoBot());
  const echo = stage.echo();
  await hear(echo, 'Alexa, open chat companion');
  let turn = await hear(echo, 'tell me the whole story');
  let pages = 1;
  for (; /Shall I go on\?$/.test(turn.speech); pages++) turn = await hear(echo, 'yes');
  expect(pages).toBeGreaterThan(3);
});

test('a one-shot question is answered, and silence ends the session after one reprompt', async () => {
  stage = await setStage(createDemoBot());
  const echo = stage.echo();
  const turn = await hear(echo, 'Alexa, ask chat companion to tell me your opening hours');
  expect(turn.speech).toContain('Tuesday');
  expect(turn.speech).not.toMatch(/[*#_<>]|https?:|🦷/u);
  expect(await echo.silence()).toEqual({ reprompt: turn.reprompt });
  await echo.silence();
  expect(echo.state).toBe('idle');
});

test('a turn makes two round trips to the database, and its line in the log says so', async () => {
  stage = await setStage(createDemoBot());
  const echo = stage.echo();
  await hear(echo, 'Alexa, open chat companion');
  const asked = ['what are your opening hours', 'what are your prices'];
  const times = 4;
  for (let time = 0; time < times; time++) for (const question of asked) await hear(echo, question);
  const [, ...turns] = stage.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'turn');
  expect(turns).toHaveLength(asked.length * times);
  // A turn in which the bot has to be waited for notes first that the user is here: that is a third.
  for (const index of asked.keys()) {
    const trips = turns.filter((_, turn) => turn % asked.length === index).map((turn) => turn.trips);
    expect(Math.min(...trips)).toBe(2);
  }
});

test('how an answer was understood is in the log and in the metrics', async () => {
  stage = await setStage(createDemoBot());
  const echo = stage.echo();
  await hear(echo, 'Alexa, open chat companion');
  await hear(echo, 'I would like to book an appointment');
  await hear(echo, 'the second one');
  const turns = stage.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'turn');
  expect(turns.at(-1)).toMatchObject({ rule: 'position', answer: 'picked', confidence: expect.any(Number) });
  expect(turns.at(-2)).not.toHaveProperty('rule');
  const metrics = await (await fetch(`${stage.server.url}/metrics`)).text();
  expect(metrics).toContain('aloud_answers_total{rule="position",answer="picked",skill="default"} 1');
});

test('each of many customers at once hears only what is theirs', async () => {
  const bot: Bot = { reply: (user, said) => [{ text: `${user.slice(0, 8)} said ${said}.` }] };
  stage = await setStage(bot);
  const talks = Array.from({ length: 12 }, async (_, customer) => {
    const echo = stage.echo(`customer${customer}`);
    await hear(echo, 'Alexa, open chat companion');
    const heard: string[] = [];
    for (let word = 0; word < 4; word++) heard.push((await hear(echo, `my word is ${customer} ${word}`)).speech);
    return heard;
  });
  const names = new Set<string>();
  (await Promise.all(talks)).forEach((heard, customer) => {
    heard.forEach((speech, word) => {
      expect(speech).toContain(`said my word is ${customer} ${word}.`);
      names.add(`${speech.split(' ')[0]} ${customer}`);
    });
  });
  expect(names.size).toBe(12);
});

test('the bot sees a keyed hash of the user and nothing of Amazon, and the log says nothing of anybody', async () => {
  stage = await setStage(createDemoBot(), { settings: { LOG_LEVEL: 'info' } });
  const echo = stage.echo('zoe');
  await hear(echo, 'Alexa, open chat companion');
  await hear(echo, 'my very private question');
  const wire = JSON.stringify(stage.vendor.requests);
  expect(wire).toContain('my very private question');
  expect(wire).not.toMatch(/amzn1|ZOE/);

  const log = stage.log.join('');
  expect(log).toContain('"name":"ChatIntent"');
  expect(log).not.toMatch(/amzn1\.(ask\.account|ask\.device|echo-api)|ZOE|private question|unguessable|simulated\./);
});

test.each([500, 'hang', 'reset', 'html'] as const)(
  'a bot that answers with %s is apologised for, and the session goes on',
  async (fault) => {
    stage = await setStage(createDemoBot(), { settings: { ALOUD_TURN_BUDGET_MS: '1000' } });
    // Otherwise the event webhook would bring what the faulty answer does not.
    stage.vendor.sendWebhooksTo(`${stage.server.url}/nowhere`);
    const echo = stage.echo();
    await hear(echo, 'Alexa, open chat companion');
    stage.vendor.behaviour.faults.send.push(fault);
    const turn = await hear(echo, 'what are your opening hours');
    expect(turn.state).toBe('listening');
    expect(turn.speech).not.toContain('Tuesday');
    expect((await hear(echo, 'what are your opening hours')).speech).toContain('Tuesday');
  },
);
