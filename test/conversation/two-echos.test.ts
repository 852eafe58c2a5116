import { AloudError } from '../../lambda/errors';
import { botMessage, command, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const SHORT = { budgetMs: 320 };
const LATE = 'Here is the answer to your earlier question.';
const EITHER = 'An answer just came in.';

/** A bot that says nothing by itself. */
function quietBot(traits = {}) {
  const { platform, sent } = webhookPlatform(traits);
  const talk: Talk = startTalk(platform);
  return { talk, words: () => sent.flatMap((input) => (input.kind === 'text' ? [input.text] : [])) };
}

test('the same words of two Echos both reach a bot that takes one thing at a time', async () => {
  const { talk, words } = quietBot({ oneAtATime: true });
  await talk.say('what are your prices', SHORT);
  const both = await Promise.all(['kitchen', 'bedroom'].map((device) => talk.say('is it far', { ...SHORT, device })));
  expect(both.map(({ reply }) => reply.parts)).toEqual([[{ phrase: 'held' }], [{ phrase: 'held' }]]);
  for (let answers = 0; answers < 3; answers++) {
    await talk.bring(botMessage(`Answer ${answers}.`));
    await talk.say('check', SHORT);
  }
  expect(words()).toEqual(['what are your prices', 'is it far', 'is it far']);
});

test('the same words said twice by one person both reach it', async () => {
  const { talk, words } = quietBot({ oneAtATime: true });
  await talk.say('what are your prices', SHORT);
  await talk.say('one more', SHORT);
  await talk.say('one more', SHORT);
  for (let answers = 0; answers < 3; answers++) {
    await talk.bring(botMessage(`Answer ${answers}.`));
    await talk.say('check', SHORT);
  }
  expect(words()).toEqual(['what are your prices', 'one more', 'one more']);
});

describe('of two questions that were sent at the same moment', () => {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 20, 12)));
  afterEach(() => jest.restoreAllMocks());

  test('"check" looks again after the first late answer, and says nothing to the bot', async () => {
    const { talk, words } = quietBot();
    await talk.say('what are your prices', SHORT);
    await talk.say('is it far', SHORT);
    await talk.bring(botMessage('Sixty dollars.'));
    expect(textsOf(await talk.say(command('yes'), SHORT))).toContain('Sixty dollars.');
    await talk.say('check', SHORT);
    expect(words()).toEqual(['what are your prices', 'is it far']);
  });
});

test('each hears its answer once, although more waits than a turn reads', async () => {
  const { platform } = webhookPlatform({}, (input) =>
    talk.bring(botMessage(`About ${input.kind === 'text' ? input.text : input.kind}?`)),
  );
  const talk: Talk = startTalk(platform);
  await talk.say('hello');
  const from = { kind: 'agent', id: '7', name: 'Rosa' } as const;
  await talk.bring(...Array.from({ length: 40 }, (_, index) => ({ ...botMessage(`Message ${index}.`), from })));
  const said = ['tea', 'cake'].map((words) => talk.say(words, { device: words }));
  const texts = (await Promise.all(said)).flatMap(textsOf);
  expect(texts.filter((text) => text.startsWith('About')).toSorted()).toEqual(['About cake?', 'About tea?']);
});

test('which of two open questions a late answer is to is not claimed', async () => {
  const { talk } = quietBot();
  await talk.say('what are your prices', SHORT);
  await talk.say('is it far', SHORT);
  await talk.bring(botMessage('Sixty dollars.'));
  expect(textsOf(await talk.say('check', SHORT))).toEqual([EITHER, 'Sixty dollars.']);
  await talk.bring(botMessage('Ten minutes.'));
  expect(textsOf(await talk.say('check', SHORT))).toEqual([LATE, 'Ten minutes.']);
});

test('what was promised is sent although the platform took nothing for a while', async () => {
  let limited = false;
  const taken: string[] = [];
  const { platform } = webhookPlatform({ oneAtATime: true }, (input) => {
    if (limited) throw new AloudError('ALOUD_PLATFORM_RATE_LIMITED', 'HTTP 429');
    if (input.kind === 'text') taken.push(input.text);
  });
  const talk = startTalk(platform);
  await talk.say('what are your prices', SHORT);
  await talk.say('is it far', SHORT);
  limited = true;
  await talk.bring(botMessage('Sixty dollars.'));
  await talk.say('check', SHORT);
  limited = false;
  await talk.say({ kind: 'launch' }, { ...SHORT, newSession: true });
  expect(taken).toEqual(['what are your prices', 'is it far']);
});
