import type { Message } from '../../lambda/conversation/message';
import { sectionsBehind } from '../../lambda/conversation/sections';
import { voiceFor } from '../../lambda/speech/voice';
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

describe('what the rest of a page is about', () => {
  const voice = voiceFor('en-US');
  const message = { ...botMessage('## Tea\nHot.\n## Cake\nSweet.\n## Pie\nRound.') };
  const behind = (now: readonly string[], rest: readonly string[], before: readonly string[] = []) =>
    sectionsBehind({ now, rest }, [message], before, voice);

  test.each<[string, readonly string[], readonly string[], ReturnType<typeof behind>]>([
    [
      'is the heading that comes next',
      ['Tea. Hot.'],
      ['Cake. Sweet.', 'Pie. Round.'],
      { about: 'Cake', headings: ['Cake', 'Pie'] },
    ],
    [
      'is the heading that goes on',
      ['Tea. Hot.', 'Cake. Sweet'],
      ['and good.', 'Pie. Round.'],
      { about: 'Cake', headings: ['Cake', 'Pie'] },
    ],
    ['is nothing before the first', ['Hello.'], ['and hello.'], { headings: ['', 'Tea', 'Cake', 'Pie'] }],
    ['is nothing where nothing is left', ['Hello.'], [], {}],
    [
      'is no heading with more letters behind it',
      ['Tea. Hot.'],
      ['Cakes are sweet.'],
      { about: 'Tea', headings: ['Tea', 'Cake', 'Pie'] },
    ],
  ])('%s', (_what, now, rest, expected) => {
    expect(behind(now, rest)).toEqual(expected);
  });

  test('goes on with the headings of an earlier page', () => {
    expect(sectionsBehind({ now: ['x.'], rest: ['y.'] }, [], ['Cake', 'Pie'], voice)).toEqual({
      about: 'Cake',
      headings: ['Cake', 'Pie'],
    });
    expect(sectionsBehind({ now: ['x.'], rest: ['y.'] }, [], [], voice)).toEqual({});
  });
});
