import { voiceFor } from '../../lambda/speech/voice';
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

/** Of some runs the least, in milliseconds of the processor. */
function leastMs(text: string): number {
  const times = [0, 1].map(() => {
    const before = process.cpuUsage();
    voice.paragraphs(message({ text }));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test.each([...UNITS, ...MORE])('what is worded takes a time that grows with the text alone: %j', (unit) => {
  const make = (length: number) => unit.repeat(length / unit.length);
  // What else the machine does makes a run slower: it is tried again.
  const growths = function* () {
    for (let tries = 0; tries < 5; tries++) yield leastMs(make(24_000)) / Math.max(4, leastMs(make(6000)));
  };
  let isLinear = false;
  for (const growth of growths()) {
    isLinear = growth < 9;
    if (isLinear) break;
  }
  expect(isLinear).toBe(true);
});
