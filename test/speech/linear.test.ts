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
  ...['\n', ' \n', '\t\n\n', 'a\n', 'a. ', 'Dr. ', '東京。', 'Shall I? ', '1. 😀 ', '\u0301', 'क\u093e', '\u093e'],
  ...['**a** ', '?*', '_a ', '`', '===\n', '- a\n', '> ', '|a|b|\n', '![', '[a](b) '],
  ...['{{', '{{a}} ', '[[', '{"', '{"text":"a"} ', '[{', '%A% ', '&amp;amp;', ':wave: ', '</think>', '<a-b>', '\\n'],
  ...[
    '1-2 ',
    'Mon–Fri ',
    '12 hrs ',
    '5 kg/mo ',
    '#a',
    '(°',
    '✓ ✗ ',
    '→ ',
    'ABC ',
    '1,00,',
    '2026-12-24 ',
    'code 1234 ',
    '+1 555 ',
  ],
  ...[
    '....',
    '!?',
    '~~a~~ ',
    '<s>a',
    '<emphasis>a</emphasis>',
    '```\n',
    'XXXX-',
    '●○',
    '★',
    '🔴',
    '😀',
    'https://x.example/a?b=c&d=e',
    ':-) ',
    '&',
    '-',
  ],
  ...['ab/', 'ab/cd ', 'on 12/31 ', '5,00 € ', 'ab = ', '≈ 5 ', '1\t', 'Oak St ', '1 Oak Dr. ', 'the NW ', '0123 456 '],
  ...['$a_b$ ', '{{#if a}}b{{else}}c{{/if}} ', '{{#if a}}', '«a_b» ', 'XXX-', 'A_NAME ', '[Name] ', 'is {{a}} and '],
  ...['a: {"b":1} ', '{"text":{"value":"a"}} ', 'data: {"delta":{"content":"a"}}\n\n', '<audio src="a"/>a '],
  ...['![](a.png) ', '|a<br>b|c|\n', 'HH 440-2271-X '],
  ...['a[1]\n[1] a\n', 'x at a.b (c:1:2) ', ' at a', '---\n', 'tool call: f(', '<a b=', 'a 👋 we ', '▓░ 5% ', '4/5 ★'],
  ...[
    'aa  bb  cc\n',
    'aa   1   ',
    '</b',
    '<br ',
    '&lt;b&gt;a',
    'MON ',
    'call 911 311 ',
    'the 🟢 a ',
    'by 🚗 or ',
    '(1h30 ',
    'a incl. ',
    'S 2.10 / ',
  ],
  ...[
    '<b>',
    '<td>a',
    '<svg>',
    '<!--',
    '<x>a</x>',
    'http://a(',
    '<think>',
    'a[1]',
    '【',
    '<https://x|',
    '." ',
    ' - 1, FT',
    'NSF, ',
  ],
];

/** All that is done with a text before the first page of it is said. */
function readAll(text: string): void {
  const paragraphs = voice.paragraphs(message({ text }));
  cutPage(askLast(paragraphs, voice).paragraphs, voice);
  cardOf([message({ text })], words);
}

/** Less than this is not told apart. */
const LEAST_MS = 4;

/** Of some runs, the least time of the processor: what else the machine does makes one slower, and none faster. */
function leastMs(run: () => void, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe.each(['', `${'x'.repeat(70)}\n`])('behind %j, twice as much takes no more than twice the time', (start) => {
  test.each(UNITS.map((unit) => [unit]))('%j', (unit) => {
    const make = (length: number) => start + unit.repeat(length / unit.length);
    // It is the growth that counts: a quadratic step takes sixteen times as long over two doublings.
    const [short, long] = [make(2000), make(8000)];
    let growth = Number.POSITIVE_INFINITY;
    for (let tries = 0; growth >= 9 && tries < 5; tries++) {
      const longMs = leastMs(() => readAll(long), 1);
      // Where even the least that is told apart would do, the short one need not be read.
      growth = longMs / LEAST_MS;
      if (growth >= 9)
        growth =
          longMs /
          Math.max(
            leastMs(() => readAll(short), 2),
            LEAST_MS,
          );
    }
    expect(growth).toBeLessThan(9);
  });
});

test('a page of a text costs the same however long the text is', () => {
  const sentences = (count: number) => ['Here is a sentence like many others. '.repeat(count).trim()];
  const [short, long] = [sentences(200), sentences(20_000)];
  cutPage(long, voice);
  expect(leastMs(() => cutPage(long, voice), 5)).toBeLessThan(10 * leastMs(() => cutPage(short, voice), 5) + 2);
});
