import { english } from './english';

/** Processor time: what else the machine does is not counted. */
function msOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const SIGNS = `a${'<'.repeat(50_000)}a`;
const OFFERED = { labels: ['Tea', 'Coffee'], from: 0, to: 2 };

describe('a word of fifty thousand signs takes no longer than other words', () => {
  test('in an answer to options', () => {
    expect(msOf(() => english.decide(OFFERED, SIGNS))).toBeLessThan(500);
  });

  test('in an answer to a question', () => {
    expect(msOf(() => english.yesNo(SIGNS, 'offer', undefined))).toBeLessThan(500);
  });

  test('in the question', () => {
    expect(msOf(() => english.yesNo('yes', 'offer', SIGNS))).toBeLessThan(500);
    expect(msOf(() => english.decide({ ...OFFERED, question: SIGNS }, 'tea'))).toBeLessThan(500);
  });
});

test('a story of any length is no answer, which is known before it is taken apart', () => {
  const story = 'ﷺ '.repeat(300_000);
  expect(msOf(() => english.decide(OFFERED, story))).toBeLessThan(100);
  expect(msOf(() => english.yesNo(story, 'offer', undefined))).toBeLessThan(100);
});
