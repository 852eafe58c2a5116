import type { Message } from '../../lambda/conversation/message';
import { botMessage, command, scriptedPlatform, startTalk, type Talk, textsOf } from '../support/talk';

const MINUTE = 60_000;
const HALLS = botMessage('Which hall?', ['North', 'South']);

/** A bot that says this to whatever it hears, and a user whose clock is put forward. */
function meeting(...messages: readonly Message[]) {
  const clock = { at: Date.now() };
  const { platform, sent } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [...messages]));
  const talk = startTalk(platform, { now: () => clock.at });
  const later = (minutes: number) => {
    clock.at += minutes * MINUTE;
    return talk;
  };
  return { talk, sent, later, clock };
}

const launch = (talk: Talk) => talk.say({ kind: 'launch' }, { newSession: true });
const activeUntil = async ({ store }: Talk) => (await store.standing('anne'))?.activeUntil ?? 0;

describe('who comes back', () => {
  test.each([
    ['choices', HALLS],
    ['nothing beside it', botMessage('Which hall would you like?')],
  ])('within half an hour is asked again what the bot asked, with %s', async (_with, message) => {
    const { talk, later } = meeting(message);
    await talk.say('a hall', { newSession: true });
    await talk.end(true);
    const { reply } = await launch(later(29));
    expect(textsOf({ reply }).at(-1)).toBe(message.text);
    expect(reply.offer?.labels).toEqual(message === HALLS ? ['North', 'South'] : undefined);
  });

  test('later is not', async () => {
    const { talk, later } = meeting(HALLS);
    await talk.say('a hall', { newSession: true });
    await talk.end(true);
    const { reply } = await launch(later(31));
    expect(textsOf({ reply })).toEqual([]);
    expect(reply.offer).toBeUndefined();
  });

  test('is not where only we have asked something since', async () => {
    const { talk, later } = meeting(HALLS);
    await talk.say('a hall', { newSession: true });
    expect((await later(1).say({ kind: 'command', command: 'forget-me' })).reply.question).toBe('forget-me');
    await talk.end(true);
    expect((await launch(later(29.5))).reply.offer).toBeUndefined();
  });
});

describe('a notification', () => {
  test('would interrupt who was only asked something of ours', async () => {
    const { talk, clock } = meeting();
    await launch(talk);
    expect(await activeUntil(talk)).toBeGreaterThan(clock.at + MINUTE);
  });

  test('may come to who said goodbye', async () => {
    const { talk, clock } = meeting();
    await launch(talk);
    await talk.say(command('goodbye'));
    expect(await activeUntil(talk)).toBeLessThanOrEqual(clock.at);
  });
});
