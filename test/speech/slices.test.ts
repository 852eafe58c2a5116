/** @jest-environment node */
import { setImmediate as turn } from 'node:timers/promises';
import { reading } from '../../lambda/speech/markup';
import { phrases } from '../../lambda/speech/phrases';
import { LONGEST_PIECE } from '../../lambda/speech/pieces';
import { speaking } from '../../lambda/speech/spoken-text';
import { inSlices, type Steps } from '../../lambda/speech/steps';
import { voiceFor } from '../../lambda/speech/voice';
import { message } from './messages';

const voice = voiceFor('en-US');
const words = phrases('en-US');
const LONGEST = 24_000;

/** What takes longest to read, and what people write. */
const UNITS = [
  ...['- a\n', '![', '===\n', 'a\n', '|a|b|\n', '[{', '<b>', '~~a~~ ', '✓ ✗ ', '<p>a</p>', '1. 😀 '],
  'Our offices are open Mon–Fri 9–17, and a check-up costs $60. Please call Dr. Lee. ',
  '- **Monday**: 8 AM – 6 PM, call +1 555 0123 or $60.50/mo (e.g. anne@x.example)\n',
];

/** How many steps there are, and what comes of them. */
function counted<T>(steps: Steps<T>): { readonly count: number; readonly value: T } {
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done) return { count, value };
  }
}

test.each(UNITS)('of %j without an end, no step is longer than a piece', (unit) => {
  const text = unit.repeat(LONGEST / unit.length);
  const read = counted(reading(text));
  const spoken = counted(speaking(read.value, words));
  // A text without markup on one line has nothing to read before it is spoken.
  const least = Math.floor(text.length / LONGEST_PIECE);
  if (/[\n<[*~!]/.test(unit)) expect(read.count).toBeGreaterThanOrEqual(least);
  const characters = read.value.paragraphs.flat().join('').length;
  expect(spoken.count).toBeGreaterThanOrEqual(Math.floor(characters / LONGEST_PIECE));
});

test('while a long text is read, everything else goes on', async () => {
  let isOver = false;
  const text = '- a\n'.repeat(LONGEST / 4);
  const reading = voice.read(message({ text })).finally(() => {
    isOver = true;
  });
  let turns = 0;
  for (; !isOver; turns++) await turn();
  expect((await reading).length).toBeGreaterThan(0);
  expect(turns).toBeGreaterThan(2);
});

test('what is read in slices is what is read at once', async () => {
  for (const unit of UNITS) {
    const text = unit.repeat(5000 / unit.length);
    expect(await voice.read(message({ text }))).toEqual(voice.paragraphs(message({ text })));
  }
});

test('what goes wrong in a slice is told', async () => {
  const failing = (function* (): Generator<void, never> {
    yield;
    throw new Error('gone wrong');
  })();
  await expect(inSlices(failing)).rejects.toThrow('gone wrong');
});
