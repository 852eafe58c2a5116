import { voiceFor } from '../../lambda/speech/voice';
import { timesAsLong } from '../support/processor-time';
import { message } from './messages';

const voice = voiceFor('en-US');
const UNITS = [
  '🚫',
  '🚫 a ',
  '❌ ',
  '☐ ',
  'a ☐ ',
  '10/20 ',
  '10/20 and ',
  'sizes 10/12, ',
  '<pre>',
  '<pre> ',
  'S A  ',
  'f/u ',
  'INR 2–',
  'US ',
  'AM IT ',
  'CALL US ',
];
const MORE = [
  '`{"a": ',
  '`a( ',
  '(a.pdf ',
  '(a: b.pdf',
  'a[1] (',
  '10⁻',
  'exp 09/28 card ',
  'Mood: 🙁',
  '👍 to ',
  '2026/1/',
  '1.4.–',
  '20261212 ',
  'a;\n',
  'curl a\n',
  '10<sup>',
];

/** Less than this is not told apart. */
const LEAST_MS = 8;

/** In milliseconds of the processor. */
function readMs(text: string): number {
  const before = process.cpuUsage();
  voice.paragraphs(message({ text }));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each([...UNITS, ...MORE])('what is worded takes a time that grows with the text alone: %j', (unit) => {
  const make = (length: number) => unit.repeat(length / unit.length);
  // What else the machine does makes a run slower: it is tried again.
  const growths = function* () {
    for (let tries = 0; tries < 5; tries++) {
      const longMs = readMs(make(8000));
      // Where even the least that is told apart would do, the short one need not be read.
      yield longMs < 9 * LEAST_MS
        ? longMs / LEAST_MS
        : longMs / Math.max(LEAST_MS, Math.min(readMs(make(2000)), readMs(make(2000))));
    }
  };
  let isLinear = false;
  for (const growth of growths()) {
    isLinear = growth < 9;
    if (isLinear) break;
  }
  expect(isLinear).toBe(true);
});

test.each([
  ...['en-US *', 'en-US •', 'en-US ●', 'en-US →', 'en-US —', 'de-DE •', 'fr-FR x', 'ja-JP ●', 'hi-IN •'].map((run) =>
    run.split(' '),
  ),
])('in %s, a long run of %s is read about as fast as as many sentences', async (locale, sign) => {
  const spoken = voiceFor(locale);
  const read = (text: string) => spoken.paragraphs(message({ text }));
  const sentences = 'Here is one like many others. '.repeat(400);
  expect(
    await timesAsLong(
      () => read(sentences),
      () => read(`a${sign.repeat(12_000)}`),
      19,
    ),
  ).toBeLessThan(19);
});
