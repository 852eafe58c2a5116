import { filled, wordingsIn } from '../../lambda/speech/wordings';

const english = { goodbye: ['Bye.'], welcome: ['Hello.'], welcome_named: ['Hello {{name}}.'] };
const british = { goodbye: ['Cheerio.'], welcome: ['Hiya.'] };

describe('the wordings of a key', () => {
  const all = [british, english] as unknown as Parameters<typeof wordingsIn>[0];

  test.each<[string, 'named' | undefined, string[]]>([
    ['goodbye', undefined, ['Cheerio.']],
    ['goodbye', 'named', ['Cheerio.']],
    // What a region has of its own goes before what fits better elsewhere.
    ['welcome', 'named', ['Hiya.']],
    ['nothing', 'named', []],
    ['goodbye.constructor', undefined, []],
  ])('%s, %s', (key, context, wordings) => {
    expect(wordingsIn(all, key, context)).toEqual(wordings);
  });

  test('are of the first words that have them', () => {
    expect(wordingsIn(all.slice(1), 'welcome', 'named')).toEqual(['Hello {{name}}.']);
  });
});

test.each([
  ['Hello {{name}}.', { name: 'Bella' }, 'Hello Bella.'],
  ['{{a}}{{b-c}}', { a: 1, 'b-c': '{{a}} $&' }, '1{{a}} $&'],
  ['{{unknown}} {{constructor}}', {}, '{{unknown}} {{constructor}}'],
])('%s with %j', (wording, values, said) => {
  expect(filled(wording, values)).toBe(said);
});
