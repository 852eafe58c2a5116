import type { Message } from '../../lambda/conversation/message';
import { botMessage, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const OKAY = 'Okay.';
const ROSA = { kind: 'agent', name: 'Rosa' } as const;

/** A message comes that the vendor gives neither an id nor a time. */
async function bring(
  talk: Talk,
  text: string,
  { from, answered = true, inMs = 0 }: { from?: Message['from']; answered?: boolean; inMs?: number } = {},
) {
  const message = { ...botMessage(text), ...(from && { from }), sentAt: Date.now() + inMs };
  const events = [{ kind: 'message', to: { key: 'anne' }, message, byContent: true }] as const;
  await talk.inbox.receive(events);
  if (answered) await talk.inbox.answered(events);
}

const waiting = async ({ store }: Talk) => (await store.unread('anne', 50)).length;
/** Two moments are told apart by their milliseconds. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 3));

function startWith(answer: () => Promise<unknown>) {
  const { platform } = webhookPlatform({}, () => void moment().then(answer));
  const talk = startTalk(platform);
  return talk;
}

test('the same answer to every question is heard each time, also where our answers to the vendor got lost', async () => {
  for (const answered of [true, false]) {
    const talk: Talk = startWith(() => bring(talk, OKAY, { answered }));
    for (const words of ['pears', 'plums', 'cherries']) {
      expect(textsOf(await talk.say(words))).toEqual([OKAY]);
      await moment();
    }
  }
});

test('a repetition is not heard, and does not stay in the inbox', async () => {
  const talk: Talk = startWith(() => bring(talk, OKAY));
  expect(textsOf(await talk.say('pears'))).toEqual([OKAY]);
  await moment();
  await bring(talk, OKAY);
  await bring(talk, 'Anything else?');
  expect(await waiting(talk)).toBe(2);
  expect(textsOf(await talk.say({ kind: 'command', command: 'unread-messages' })).slice(1)).toEqual(['Anything else?']);
  expect(await waiting(talk)).toBe(0);
});

test('a turn goes on waiting where only a repetition of an earlier answer comes, sent before it', async () => {
  const late = new Set<string>();
  const talk: Talk = startWith(async () => {
    if (late.size > 0) await bring(talk, 'Here is the price.');
  });
  await talk.store.open('anne', { userId: 'amzn1.ask.account.anne', locale: 'en-US' });
  await bring(talk, OKAY, { answered: false });
  await talk.say({ kind: 'command', command: 'unread-messages' });
  await bring(talk, OKAY);
  await moment();
  late.add('now');
  expect(textsOf(await talk.say('what is the price'))).toEqual(['Here is the price.']);
  expect(await waiting(talk)).toBe(0);
});

test('a script that comes twice at once is answered once', async () => {
  const { platform, sent } = webhookPlatform({}, ({ kind }) => {
    if (kind === 'text') void moment().then(bringTwice);
  });
  const talk = startTalk(platform, { quietMs: 60 });
  async function bringTwice() {
    for (let copy = 0; copy < 2; copy++) {
      const message = { ...botMessage('Moment.'), inputRequest: { kind: 'script' }, sentAt: Date.now() } as const;
      const events = [{ kind: 'message', to: { key: 'anne' }, message, byContent: true }] as const;
      await talk.inbox.receive(events);
      await talk.inbox.answered(events);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  await talk.say('where am I');
  expect(sent.map(({ kind }) => kind)).toEqual(['text', 'answer']);
});

test('skipping a person’s message skips none that is only repeated', async () => {
  const talk = startTalk(webhookPlatform().platform);
  await talk.store.open('anne', { userId: 'amzn1.ask.account.anne', locale: 'en-US' });
  await bring(talk, 'One.', { from: ROSA });
  for (const [text, inMs] of [
    ['Two.', 500],
    ['Three.', 600],
  ] as const)
    await bring(talk, text, { from: ROSA, inMs });
  expect(textsOf(await talk.say({ kind: 'command', command: 'unread-messages' }))).toContain('One.');
  await moment();
  await bring(talk, 'One.', { from: ROSA });
  expect(textsOf(await talk.say('skip'))).toContain('Three.');
});

test('forgetting what was said before lets nothing be taken for a repetition for ever', async () => {
  const talk: Talk = startWith(() => bring(talk, OKAY, { answered: false }));
  for (let times = 0; times < 12; times++) {
    expect(textsOf(await talk.say(`pears ${times}`))).toEqual([OKAY]);
    await moment();
  }
  expect((await talk.store.find('anne'))?.conversation.sends?.length).toBeLessThanOrEqual(5);
});
