import { LONGEST_TEXT } from '../../../lambda/conversation/message';
import { withoutEntities } from '../../../lambda/speech/entities';
import { picturesAlone, picturesLedTo, readingOf, textOf } from '../../../lambda/speech/texts';
import { message } from '../messages';

test('a text of a message is read once', () => {
  const one = message({ text: 'Hello **you**.' });
  const read = textOf(one, 'Hello **you**.');
  expect(read.paragraphs).toEqual([['Hello you.']]);
  expect(textOf(one, 'Hello **you**.')).toBe(read);
  expect(textOf(one, 'Hello.').paragraphs).toEqual([['Hello.']]);
  expect(textOf(one, 'Hello **you**.')).toBe(read);
  expect(textOf(message({ text: 'Hello **you**.' }), 'Hello **you**.')).not.toBe(read);
  expect([...readingOf(one, 'Hello **you**.')]).toEqual([]);
});

test('what is too long is read to its end', () => {
  const one = message({});
  const text = 'Soup. '.repeat(LONGEST_TEXT / 6 + 1);
  expect(textOf(one, text)).toBe(textOf(one, text.slice(0, LONGEST_TEXT)));
});

describe('the pictures of a text', () => {
  test.each<[text: string, alone: number, ledTo: number]>([
    ['![](https://x.example/r.png)', 1, 0],
    ['![](https://x.example/r.png)\n\n![](https://x.example/s.png)', 2, 0],
    ['Here is your pass:\n\n![](https://x.example/r.png)', 0, 1],
    ['パスはこちら：\n\n![](https://x.example/r.png)', 0, 1],
    ['Hello: Jane.\n\nHere it is:\nfor you.\n\n![](https://x.example/r.png)', 0, 0],
    ['Here is your pass: ![](https://x.example/r.png)', 0, 1],
    ['This is your pass.\n\n![](https://x.example/r.png)', 0, 0],
    ['Today: your pass.\n\n![](https://x.example/r.png)', 0, 0],
    ['Here is your pass:', 0, 0],
    ['', 0, 0],
  ])('%j', (text, alone, ledTo) => {
    const read = textOf(message({ text }), text);
    expect([picturesAlone(read).length, picturesLedTo(read).length]).toEqual([alone, ledTo]);
  });
});

test.each([
  ['Fish &amp; chips &ndash; &euro;5', 'Fish & chips – €5'],
  ['&lt;Jane&gt; &#39;Doe&#39; &#x1F600;', "<Jane> 'Doe' 😀"],
  ['Fish & chips at AT&T; &soup; **now** [a](b) `c`', 'Fish & chips at AT&T; &soup; **now** [a](b) `c`'],
  ['Fish and chips', 'Fish and chips'],
  ['Fish\r\nand chips', 'Fish\r\nand chips'],
  ['&amp;amp;', '&amp;'],
  ['', ''],
])('entities are the signs they stand for: %j', (text, shown) => {
  expect(withoutEntities(text)).toBe(shown);
});
