import type { Message } from '../../lambda/conversation/message';
import { botMessage, command, scriptedPlatform, startTalk } from '../support/talk';

const YES = command('yes');
const about = (subject: string, sentences: number) => `Here is something on ${subject}. `.repeat(sentences).trim();
const section = (heading: string, sentences = 25) => `## ${heading}\n\n${about(heading.toLowerCase(), sentences)}`;

/** What "Shall I go on?" names, page by page, until all is read. */
async function goneOnAbout(...texts: readonly string[]): Promise<readonly (string | undefined)[]> {
  const messages: Message[] = texts.map((text, at) => ({ ...botMessage(text), id: `${at}` }));
  const talk = startTalk(scriptedPlatform((input) => (input.kind === 'start' ? [] : messages)).platform);
  const named: (string | undefined)[] = [];
  let { reply } = await talk.say('tell me');
  while (reply.question === 'go-on' && named.length < 20) {
    named.push(reply.about);
    ({ reply } = await talk.say(YES));
  }
  return named;
}

test.each<[string, readonly string[], readonly (string | undefined)[]]>([
  [
    'section by section',
    [[section('Parking'), section('Prices'), section('Pets')].join('\n\n')],
    ['Parking', 'Prices', 'Pets'],
  ],
  ['a long section', [[section('Parking', 80), section('Pets', 5)].join('\n\n')], Array(4).fill('Parking')],
  [
    'a section of sentences in quotation marks',
    [[section('Pets', 3), '"Dogs may come in." '.repeat(70)].join('\n\n')],
    Array(2).fill('Pets'),
  ],
  ['a text without headings', [about('us', 80)], Array(3).fill(undefined)],
  [
    'what stands before the first heading',
    [[about('us', 80), section('Pets', 25)].join('\n\n')],
    [undefined, undefined, undefined, 'Pets', 'Pets'],
  ],
  [
    'another message',
    [section('Parking', 60), section('Pets', 60)],
    ['Parking', 'Parking', 'Parking', 'Pets', 'Pets', 'Pets'],
  ],
  [
    'a paragraph that only begins like a heading',
    [[section('Pets', 60), `Parking ${'lots are free. We have '.repeat(40)}`, section('Park', 60)].join('\n\n')],
    [...Array(5).fill('Pets'), ...Array(3).fill('Park')],
  ],
])('what a text goes on about is named: %s', async (_which, texts, named) => {
  expect(await goneOnAbout(...texts)).toEqual(named);
});
