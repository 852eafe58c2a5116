import { askLast } from '../../lambda/conversation/asking';
import { cutPage } from '../../lambda/conversation/paging';
import { cardOf } from '../../lambda/speech/card';
import { phrases } from '../../lambda/speech/phrases';
import { voiceFor } from '../../lambda/speech/voice';
import { message } from './messages';

const voice = voiceFor('en-US');
const words = phrases('en-US');

/** What a bot may repeat without an end, each behind a line that its author's editor has wrapped, and alone. */
const UNITS = [
  ...[
    'a\n',
    'a ',
    'a. ',
    'Hello there. ',
    'Dr. ',
    '東京。',
    'Shall I? ',
    '\n',
    ' ',
    '😀',
    '1. 😀 ',
    '\u0301',
    '\ud83d',
  ],
  ...['*', '**a** ', '*a', '?*', '_a ', '~~', '`', '# a\n', '===\n', '- a\n', '1. a\n', '\n  - a', '> ', '|a|b|\n'],
  ...[
    '[',
    '![',
    '](',
    '[a](b) ',
    '[a](',
    '<',
    '<b>',
    '<b>a</b> ',
    '<td>a',
    '<li>a',
    '<svg>',
    '<!--',
    '<x>a</x>',
    '&amp;',
  ],
  ...[
    'http://a.b ',
    'http://a(',
    'www.',
    'data:a/b;',
    '<think>',
    '[1]',
    'a[1]',
    '【',
    '\\n',
    '<https://x|',
    '( ',
    '." ',
  ],
];

/** All that is done with a text before the first page of it is said. */
function readAll(text: string): void {
  const paragraphs = voice.paragraphs(message({ text }));
  cutPage(askLast(paragraphs, voice).paragraphs, voice);
  cardOf([message({ text })], words);
}

/** The best of some runs: a busy machine only ever makes one slower. */
function leastMs(run: () => void, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

describe.each(['', `${'x'.repeat(70)}\n`])('behind %j, twice as much takes no more than twice the time', (start) => {
  test.each(UNITS.map((unit) => [unit]))('%j', (unit) => {
    const make = (length: number) => start + unit.repeat(length / unit.length);
    // It is the growth that counts: a quadratic step takes four times as long, and sixteen times over two doublings.
    const [short, long] = [make(12_000), make(48_000)];
    const grown = () =>
      leastMs(() => readAll(long), 3) /
      Math.max(
        leastMs(() => readAll(short), 3),
        1.5,
      );
    // What else the machine does is not ours: one quiet moment shows it.
    const growth = [grown, grown, grown].reduce(
      (least, measure) => (least < 9 ? least : Math.min(least, measure())),
      99,
    );
    expect(growth).toBeLessThan(9);
  });
});

test('a page of a text costs the same however long the text is', () => {
  const sentences = (count: number) => ['Here is a sentence like many others. '.repeat(count).trim()];
  const [short, long] = [sentences(200), sentences(20_000)];
  cutPage(long, voice);
  expect(leastMs(() => cutPage(long, voice), 5)).toBeLessThan(10 * leastMs(() => cutPage(short, voice), 5) + 2);
});
