import type { Offered } from '../../../lambda/conversation/answers/decision';
import { timesAsLong } from '../../support/processor-time';
import { answerFiles, table } from './corpus';
import { english } from './english';

/** What twice as much takes at most, as a multiple: a little more than twice as long is no fault, four times would be a square. */
const MOST_TIMES = 3.4;
const ROUNDS = 6;

const LINES = answerFiles('en').flatMap(({ lines }) => lines);
/** What people say, in the order of the corpus, one after the other: words that mean something. */
const SAID = [...table('for-the-bot/en.tsv').map(([said = '']) => said), ...LINES.map(({ said }) => said)];
const WORDS = SAID.join(' ').split(' ');
const LABELS = [...new Set(LINES.flatMap(({ offered }) => offered.labels))];

/** So many characters of it: more than 400 are known to be a story before they are read. */
const saidFrom = (round: number, length: number) =>
  WORDS.slice(round * 997, round * 997 + length)
    .join(' ')
    .slice(0, length);
/** Different ones for each round, as what was offered last is kept. */
const offerOf = (round: number, labels: readonly string[]): Offered => {
  return { labels, from: 0, to: Math.min(3, labels.length), question: `Which of these, ${round}?` };
};
const labelsFrom = (round: number, count: number) =>
  LABELS.slice(round * 61)
    .concat(LABELS)
    .slice(0, count);

let made = 0;
/** Some rounds of an answer to an offer that nobody has made before. */
const decideAll = (labelsOf: (round: number) => readonly string[], saidOf: (round: number) => string) => () => {
  for (let round = 0; round < ROUNDS; round++) english.decide(offerOf(made++, labelsOf(round)), saidOf(round));
};

test.each<[string, (size: number) => () => void, number]>([
  [
    'words said to three options',
    (size) =>
      decideAll(
        (round) => labelsFrom(round, 3),
        (round) => saidFrom(round, size),
      ),
    195,
  ],
  [
    'words said to twenty options',
    (size) =>
      decideAll(
        (round) => labelsFrom(round, 20),
        (round) => saidFrom(round, size),
      ),
    195,
  ],
  [
    'options, and a short answer',
    (size) =>
      decideAll(
        (round) => labelsFrom(round, size),
        (round) => SAID[round * 7] ?? '',
      ),
    50,
  ],
  [
    'options, and a long answer',
    (size) =>
      decideAll(
        (round) => labelsFrom(round, size),
        (round) => saidFrom(round, 150),
      ),
    50,
  ],
  [
    'times of day in a row',
    (size) =>
      decideAll(
        () => ['10:30', 'Half past two', 'Noon', 'A4'],
        () => 'A4'.repeat(size),
      ),
    95,
  ],
  [
    'words of labels',
    (size) =>
      decideAll(
        (round) => [0, 1, 2].map((at) => saidFrom(round + at, size)),
        (round) => saidFrom(round, 60),
      ),
    150,
  ],
])('twice as many %s take about twice as long', async (_what, workOf, size) => {
  workOf(size)();
  expect(await timesAsLong(workOf(size), workOf(2 * size), MOST_TIMES)).toBeLessThan(MOST_TIMES);
});

test('twice as many words to a question take about twice as long', async () => {
  const workOf = (size: number) => () => {
    for (let round = 0; round < 20 * ROUNDS; round++)
      english.yesNo(`yes ${saidFrom(round % 40, size)}`, 'offer', 'Shall I book it?');
  };
  workOf(190)();
  expect(await timesAsLong(workOf(190), workOf(380), MOST_TIMES)).toBeLessThan(MOST_TIMES);
});
