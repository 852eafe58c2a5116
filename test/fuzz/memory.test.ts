/** @jest-environment node */
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isTooMuch, memoryInUse, moreMemory } from '../../fuzz/memory';
import { ofText } from '../../lambda/conversation/answers/kept';
import { voiceFor } from '../../lambda/speech/voice';

const MB = 1024 * 1024;

beforeAll(async () => {
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc') as typeof gc;
  // It is of the whole process, and a code cache is of the flags under which it was made.
  setFlagsFromString('--no-expose-gc');
  await settled();
});

/** What the files of tests before it have left in the process is let go of turn by turn. */
async function settled(): Promise<void> {
  for (let calm = 0, last = memoryInUse().data; calm < 3; ) {
    for (let turns = 0; turns < 5; turns++) await turn();
    const { data } = memoryInUse();
    calm = Math.abs(last - data) < MB ? calm + 1 : 0;
    last = data;
  }
}

afterAll(() => {
  globalThis.gc = undefined;
});

test('what stays is seen, on the heap and beside it', () => {
  const before = memoryInUse();
  const kept: unknown[] = [new Array(4 * MB).fill(0.5), Buffer.alloc(300 * MB)];
  const more = moreMemory(memoryInUse(), before);
  expect(more.data).toBeGreaterThan(66 * MB);
  expect(isTooMuch(more)).toBe(true);
  kept.length = 0;
  expect(isTooMuch(moreMemory(memoryInUse(), before))).toBe(false);
});

test('what is kept of a part of a text does not hold the whole', () => {
  const [first, last] = [ofText((text) => text.slice(0, 60)), ofText((text) => text.slice(-60))];
  const offers = voiceFor('en-US').answers;
  offers.decide({ labels: ['Tea', 'Coffee'], from: 0, to: 2 }, 'tea');
  const before = memoryInUse();
  for (let at = 0; at < 40; at++) {
    const whole = `${at} ${'what stands before it in the text '.repeat(MB / 32)}`;
    const part = whole.slice(-200);
    first(part);
    last(part);
    offers.decide({ labels: [whole.slice(0, 30), whole.slice(-30)], question: part, from: 0, to: 2 }, 'the second one');
  }
  expect(moreMemory(memoryInUse(), before).data).toBeLessThan(10 * MB);
  expect([first('a'), last('a')]).toEqual(['a', 'a']);
});

test('what the engine makes of patterns is told from it', () => {
  const before = memoryInUse();
  const patterns = Array.from({ length: 150 }, (_, at) => new RegExp(`(?<!\\p{L})${at}(?:a|b){1,9}(?!\\p{L})`, 'iu'));
  for (let times = 0; times < 3; times++) for (const pattern of patterns) pattern.test('0aß1b2α');
  const more = moreMemory(memoryInUse(), before);
  expect(more.code).toBeGreaterThan(MB);
  expect(more.data).toBeLessThan(4 * MB);
  expect(patterns.length).toBe(150);
});
