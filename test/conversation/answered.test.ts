import { answerAgain, remember } from '../../lambda/conversation/answered';
import { NEW_CONVERSATION } from '../../lambda/conversation/conversation';
import { AloudError } from '../../lambda/errors';
import { openSqlite } from '../../lambda/store/sqlite';
import { botMessage, command, scriptedPlatform, startTalk, textsOf } from '../support/talk';

/** A bot that counts how often it has heard something. */
function counting() {
  let times = 0;
  const bot = scriptedPlatform(({ kind }) =>
    kind === 'start' ? [] : [botMessage(`That makes ${++times}.`, ['Tea', 'Cake'])],
  );
  return { ...bot, talk: startTalk(bot.platform) };
}

describe('a request that is played back', () => {
  test('is answered as it was, and the bot hears nothing of it', async () => {
    const { talk, sent } = counting();
    const first = await talk.say('tea', { fingerprint: 'one' });
    const heard = sent.length;
    const { messages: _, ...said } = first.reply;
    expect((await talk.say('tea', { fingerprint: 'one' })).reply).toEqual({ ...said, messages: [] });
    expect(sent).toHaveLength(heard);
    expect(textsOf(await talk.say('tea', { fingerprint: 'two' }))).toEqual(['That makes 2.']);
  });

  test('is answered with its help, though that is none of what is repeated', async () => {
    const { talk } = counting();
    await talk.say('tea', { fingerprint: 'one' });
    const { reply } = await talk.say(command('help'), { fingerprint: 'help' });
    expect(reply.parts[0]).toMatchObject({ phrase: expect.stringMatching(/^help/) });
    expect((await talk.say(command('help'), { fingerprint: 'help' })).reply).toEqual(reply);
    expect(textsOf(await talk.say(command('repeat'), { fingerprint: 'repeat' }))).toEqual(['That makes 1.']);
  });

  test('is answered with the last reply, where others came after it', async () => {
    const { talk, sent } = counting();
    await talk.say('tea', { fingerprint: 'one' });
    await talk.say('tea', { fingerprint: 'two' });
    expect(textsOf(await talk.say('tea', { fingerprint: 'one' }))).toEqual(['That makes 2.']);
    expect(sent.filter(({ kind }) => kind !== 'start')).toHaveLength(2);
  });

  test('is known among the twenty last ones, however often one of them was noted', () => {
    const reply = { parts: [], turn: 1, messages: [] };
    const noted = (requests: readonly string[]) =>
      requests.reduce((conversation, request) => remember(conversation, request, reply), NEW_CONVERSATION);
    const all = Array.from({ length: 21 }, (_, index) => `request-${1000 + index}`);
    const isKnown = (requests: readonly string[]) =>
      all.filter((request) => answerAgain(noted(requests), request) !== undefined);
    expect(isKnown(all)).toEqual(all.slice(1));
    expect(isKnown([...all.slice(0, 20), ...all.slice(0, 20)])).toEqual(all.slice(0, 20));
    expect(answerAgain(noted(all), 'request')).toBeUndefined();
  });
});

describe('where nothing can be saved', () => {
  function troubled() {
    const disk = openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
    const state = { isFull: false };
    const save: typeof disk.save = async (...args) => {
      if (state.isFull) throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'the disk is full');
      return disk.save(...args);
    };
    const bot = scriptedPlatform(({ kind }) => (kind === 'start' ? [] : [botMessage('Tea is on its way.')]));
    return { ...bot, state, talk: startTalk(bot.platform, { store: { ...disk, save } }) };
  }

  test('beginning anew is an apology, and reported; the conversation then goes on', async () => {
    const { talk, state } = troubled();
    await talk.say('tea');
    state.isFull = true;
    const { reply } = await talk.say(command('start-over'));
    expect(reply).toMatchObject({ parts: [{ phrase: 'error.trouble' }], question: 'what' });
    expect(reply).not.toHaveProperty('carried');
    expect(talk.errors.map(({ code }) => code)).toEqual(['ALOUD_STORE_UNAVAILABLE']);
    state.isFull = false;
    expect(textsOf(await talk.say('tea'))).toEqual(['Tea is on its way.']);
  });

  test('what the session carries goes on with it, in an apology and in a reply that is played back', async () => {
    const { talk, state } = troubled();
    await talk.say('tea', { fingerprint: 'one' });
    state.isFull = true;
    const { carried } = (await talk.say('cake')).reply;
    expect(carried?.unsaid).toHaveLength(1);
    expect((await talk.say(command('start-over'))).reply.carried).toEqual(carried);
    expect((await talk.say('tea', { fingerprint: 'one' })).reply.carried).toEqual(carried);
  });
});
