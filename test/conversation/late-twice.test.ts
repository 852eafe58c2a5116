import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from '../../lambda/conversation/message';
import { botMessage, scriptedPlatform, startTalk, type Talk, textsOf } from '../support/talk';
import { until } from '../support/until';

const inline = (text: string): Message => ({ ...botMessage(text), channel: 'inline' });
const event = (message: Message): Message => ({ ...message, id: `event ${message.id}`, channel: 'event' });

/** A bot whose first answer is late: the turn that hears it hears its event come in, too. */
async function hearLate(events: (tea: Message) => readonly Message[]) {
  const tea = inline('Which tea?');
  let asked = 0;
  const { platform } = scriptedPlatform(async (input) => {
    if (input.kind !== 'text') return [];
    if (asked++ === 0) {
      await delay(400);
      return [tea];
    }
    if (asked > 2) return [];
    await talk.bring(...events(tea));
    await delay(400);
    return [inline('Which cake?')];
  });
  const talk: Talk = startTalk(platform);
  await talk.say('tea', { budgetMs: 300, newSession: true });
  await until(async () => (await talk.store.unread('anne', 5)).length > 0, 'the late answer');
  return { talk, tea, heard: textsOf(await talk.say('cake', { budgetMs: 300 })) };
}

test('a late answer is heard once, though its event comes while it is read out', async () => {
  const { talk, heard } = await hearLate((tea) => [event(tea)]);
  expect(heard.filter((text) => text === 'Which tea?')).toHaveLength(1);
  expect(textsOf(await talk.say('pie')).filter((text) => text === 'Which tea?')).toEqual([]);
});

test('it accounts for one event: what the bot says again is heard again', async () => {
  const { talk, tea, heard } = await hearLate((first) => [event(first)]);
  expect(heard.filter((text) => text === 'Which tea?')).toHaveLength(1);
  await talk.bring({ ...event(tea), id: 'another' });
  expect(textsOf(await talk.say({ kind: 'command', command: 'unread-messages' }))).toContain('Which tea?');
});
