import fc from 'fast-check';
import { check } from 'ssml-check-core';
import { pronounceBy } from '../../lambda/speech/pronunciations';
import { render } from '../../lambda/speech/render';
import { timesAsLong } from '../support/processor-time';
import { anyText } from './arbitraries';
import { message } from './messages';
import { heard } from './xml';

const BLUEBELL = [
  { written: 'Bluebell', spoken: 'blue bell' },
  { written: 'Bluebell & Co', spoken: 'blue bell and company' },
  { written: 'Nguyen', ipa: 'ˈwɪn' },
  { written: 'amp', spoken: 'ampere' },
  { written: 'C++', spoken: 'see plus plus' },
];
const pronounce = pronounceBy(BLUEBELL);

test.each([
  ['<p>Bluebell.</p>', '<p><sub alias="blue bell">Bluebell</sub>.</p>'],
  ['<p>BLUEBELL is here.</p>', '<p><sub alias="blue bell">BLUEBELL</sub> is here.</p>'],
  [
    '<p>Bluebells are flowers, and so is a rosebluebell.</p>',
    '<p>Bluebells are flowers, and so is a rosebluebell.</p>',
  ],
  ['<p>Bluebell &amp; Co.</p>', '<p><sub alias="blue bell and company">Bluebell &amp; Co</sub>.</p>'],
  ['<p>Dr Nguyen&apos;s desk</p>', '<p>Dr <phoneme alphabet="ipa" ph="ˈwɪn">Nguyen</phoneme>&apos;s desk</p>'],
  ['<p>You &amp; me, 5 amp</p>', '<p>You &amp; me, 5 <sub alias="ampere">amp</sub></p>'],
  ['<p>We write C++.</p>', '<p>We write <sub alias="see plus plus">C++</sub>.</p>'],
  [
    '<p><say-as interpret-as="characters">AMP</say-as> <lang xml:lang="en-GB">Bluebell</lang></p>',
    '<p><say-as interpret-as="characters">AMP</say-as> <lang xml:lang="en-GB"><sub alias="blue bell">Bluebell</sub></lang></p>',
  ],
])('%s', (ssml, said) => {
  expect(pronounce(ssml)).toBe(said);
});

test('a reply says names as the business does; the card shows them as they are written', () => {
  const text = 'Bluebell is at https://bluebell.example/map. Anything for Dr Nguyen?';
  const { ssml, reprompt, card } = render(
    {
      parts: [{ text: 'Bluebell is here.' }, { text: 'Anything for Dr Nguyen?' }],
      asking: 'Anything for Dr Nguyen?',
      question: 'bot',
      turn: 0,
      messages: [message({ text })],
    },
    { locale: 'en-US', business: { name: 'Bluebell', hints: [], pronunciations: BLUEBELL } },
  );
  expect(ssml).toContain('<sub alias="blue bell">Bluebell</sub>');
  expect(ssml).toContain('<phoneme alphabet="ipa" ph="ˈwɪn">Nguyen</phoneme>');
  expect(reprompt).toContain('<phoneme');
  expect(`${card?.title} ${card?.text}`).not.toMatch(/blue bell|ˈwɪn/);
  expect(card?.title).toBe('Bluebell');
});

test('for any names and texts Alexa accepts the result, and no word of the text is lost', async () => {
  const entry = fc.record(
    {
      written: fc.oneof(fc.constantFrom('a', 'hello', '&', 'x y', '.*', '</p>'), anyText),
      spoken: anyText,
      ipa: anyText,
    },
    { requiredKeys: ['written'] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 8 }), anyText, fc.nat(500), async (pronunciations, unit, times) => {
      const text = unit.repeat(times);
      const said = { parts: [{ text }], turn: 0, messages: [], question: 'what' } as const;
      const plain = render(said, { locale: 'en-US' }).ssml;
      const { ssml } = render(said, { locale: 'en-US', business: { hints: [], pronunciations } });
      expect(ssml.length).toBeLessThanOrEqual(8000);
      expect(await check(ssml, { platform: 'amazon', locale: 'en-US' })).toBeUndefined();
      const words = (speech: string) => heard(speech).replace(/\s/g, '');
      expect(words(ssml)).toBe(words(plain));
    }),
    { numRuns: 150 },
  );
});

test('of two hundred names, also of those that begin alike, four times the text takes no more than four times the time', async () => {
  const names = Array.from({ length: 200 }, (_, index) => ({
    written: `${'a '.repeat(index % 40)}name ${index}`,
    spoken: 'x',
  }));
  const run = pronounceBy(names);
  const [short, long] = [975, 3900].map((words) => `<speak><p>${'a '.repeat(words)}</p></speak>`) as [string, string];
  const times = await timesAsLong(
    () => run(short),
    () => run(long),
    9,
  );
  // Were each place looked at from each other, it would be sixteen times.
  expect(times).toBeLessThan(9);
});
