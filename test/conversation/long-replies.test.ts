import { keepable } from '../../lambda/conversation/leftovers';
import { LONGEST_TEXT } from '../../lambda/conversation/message';
import { timesAsLong } from '../support/processor-time';
import { botMessage, scriptedPlatform, startTalk, textsOf } from '../support/talk';

const TOO_LONG = 'The rest of this message is too long to read out.';
const WRAPPED = `${'x'.repeat(70)}\n${'a\n'.repeat(25_000)}`;

test('a reply of several long texts takes no longer than one: nobody else is kept waiting', async () => {
  const say = (count: number) => {
    const bot = scriptedPlatform(() => Array.from({ length: count }, () => botMessage(WRAPPED)));
    const talk = startTalk(bot.platform);
    return () => talk.say('list them', { budgetMs: 20_000 });
  };
  expect(await timesAsLong(say(1), say(8), 4)).toBeLessThan(4);
});

/** Every page, until nothing is left. */
async function heardOf(texts: readonly string[]) {
  const bot = scriptedPlatform(() => texts.map((text) => botMessage(text)));
  const talk = startTalk(bot.platform);
  const heard = textsOf(await talk.say('hello'));
  for (let page = 0; page < 60; page++) {
    const { reply } = await talk.say('yes');
    if (bot.sent.length > 1) break;
    heard.push(...reply.parts.flatMap((part) => ('text' in part ? [part.text] : [])));
  }
  return heard;
}

test('all texts of a reply together are read for an hour, and then it is said once that they go on', async () => {
  const text = (name: string) => `Here is a sentence that is about ${name}. `.padEnd(50, ' ').repeat(400);
  const heard = await heardOf(['cats', 'dogs', 'owls', 'mice'].map(text));
  const count = (word: string) => heard.join(' ').split(word).length - 1;
  expect([count('cats'), count('dogs'), count('owls'), count('mice')]).toEqual([400, 400, 200, 0]);
  expect(LONGEST_TEXT).toBe(1000 * 50);
  expect(heard.filter((said) => said.includes(TOO_LONG))).toHaveLength(1);
}, 60_000);

test('the choices behind a text that is too long are offered all the same', async () => {
  const bot = scriptedPlatform(() => [botMessage('word '.repeat(20_000)), botMessage('Which one?', ['Red', 'Blue'])]);
  const talk = startTalk(bot.platform);
  await talk.say('hello');
  await talk.say('no');
  await talk.say('blue');
  expect(bot.sent.at(-1)).toMatchObject({ kind: 'choice', choice: { label: 'Blue' } });
});

test('what waits in the inbox and has no room in this reply is read whole in a later one', async () => {
  const bot = scriptedPlatform(() => []);
  const talk = startTalk(bot.platform);
  await talk.say('hello');
  const silent = '* '.repeat(LONGEST_TEXT / 4);
  for (const text of [silent, silent, silent, 'Here I am.']) await talk.bring(text);
  const heard = [
    ...textsOf(await talk.say('check')),
    ...textsOf(await talk.say('yes')),
    ...textsOf(await talk.say('yes')),
  ];
  expect(heard.join(' ')).toContain('Here I am.');
  expect(heard).not.toContain(TOO_LONG);
});

test('of what an older version has kept, no more is read than one reply brings twice', () => {
  const text = 'x'.repeat(LONGEST_TEXT);
  expect(keepable(Array.from({ length: 40 }, () => text))).toEqual([text, text]);
  expect(keepable(['one', 'two'])).toEqual(['one', 'two']);
});
