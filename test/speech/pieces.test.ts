import fc from 'fast-check';
import { LONGEST_PIECE, piecesOf } from '../../lambda/speech/pieces';
import { voiceFor } from '../../lambda/speech/voice';
import { message } from './messages';

const voice = voiceFor('en-US');

const block = fc.constantFrom(
  'Here is a sentence like many others. And here is another one, which is a little longer than that.',
  'This line was wrapped by the editor of its author, who wanted no long ones,\nand it goes on here.',
  '## Opening hours',
  '- One thing\n- Another thing\n  - with more about it\n- The last thing',
  '3. Third\n4. Fourth\n5. Fifth',
  '| Day | From |\n|---|---|\n| Monday | 9:30 |\n| Friday | 10:00 |',
  '```js\nconst a = 1;\n\nconst b = 2;\n```',
  '~~~\nplain words\n\nand others\n~~~',
  '<p>A <b>check-up</b> is $60.</p>\n<ul><li>One</li><li>Two</li></ul>',
  '> somebody said that',
  'See [the page](https://x.example/a_b?c=d "title") for **all of it**.',
);

test('pieces are the text, and none of them is long, save for code', () => {
  const any = fc.oneof(
    block,
    fc.string({ maxLength: 400 }),
    fc.constantFrom('😀'.repeat(900), 'x'.repeat(4000), '<a b="'),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 80 }), fc.constantFrom('\n\n', '\n', ' ', ''), (blocks, between) => {
      const text = blocks.join(between);
      const pieces = piecesOf(text);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) {
        expect(piece.length <= LONGEST_PIECE || /^ {0,3}(```|~~~)/m.test(piece)).toBe(true);
        expect(/^[\uDC00-\uDFFF]/.test(piece)).toBe(text.startsWith(piece) && /^[\uDC00-\uDFFF]/.test(text));
      }
    }),
  );
});

test('a short text is one piece', () => {
  expect(piecesOf('')).toEqual(['']);
  expect(piecesOf('a'.repeat(LONGEST_PIECE))).toHaveLength(1);
});

test('a long text is heard in the words of its paragraphs', () => {
  const long = fc.array(block, { minLength: 60, maxLength: 120 });
  fc.assert(
    fc.property(long, (blocks) => {
      const heard = voice.paragraphs(message({ text: blocks.join('\n\n') }));
      const apart = blocks.flatMap((text) => voice.paragraphs(message({ text })));
      // That there is a list or table is said before it.
      expect(heard.filter((said) => !/^A (?:list|table)\b/.test(said)).join(' ')).toBe(apart.join(' '));
    }),
    { numRuns: 8 },
  );
});

describe('a long text is cut', () => {
  /** Words without any better place than between two of them. */
  const words = (length: number) =>
    'soup and salad '
      .repeat(Math.ceil(length / 15))
      .slice(0, length - 1)
      .padEnd(length, 's');
  const kana = (length: number) => 'あ'.repeat(length);
  const firstOf = (text: string) => piecesOf(text)[0] ?? '';

  test.each([
    ['at a blank line', '\n\n'],
    ['at a blank line with spaces', '\n \t\n'],
    ['behind a sentence that ends its line', '.\n'],
    ['behind a line that leads to a list', ':\n'],
    ['behind a quoted sentence that ends its line', '!”  \n'],
    ['behind a sentence in brackets', '?)\n'],
    ['behind a sentence of East Asia', '。」\n'],
    ['at the end of a line', '\n'],
    ['behind a sentence', '. '],
    ['behind a quoted sentence', '?" '],
    ['behind a sentence in Hindi', '। '],
    ['behind a sentence in Japanese', '。'],
    ['behind a quoted sentence in Japanese', '！」'],
  ])('%s', (_where, cut) => {
    for (const length of [1600, 2900])
      expect(firstOf(words(length) + cut + words(2500)).length).toBe(length + cut.length);
  });

  test.each(['<p>', '<DIV class="a">', '<h2>', '<ul>', '<ol>', '<li>', '<table>', '<tr>', '<br/>', '<br />'])(
    'before %s',
    (tag) => {
      expect(firstOf(`${words(2000)}${tag}${words(2500)}`)).toBe(words(2000));
    },
  );

  test.each(['<b>', '<h7>', '<pre>', '<link>', '</p>'])('not before %s', (tag) => {
    expect(firstOf(`${words(2000)}${tag}${words(2500)}`).length).toBeGreaterThan(2900);
  });

  test.each([
    ['\n\n', '.\n'],
    ['.\n', '\n'],
    ['\n', '<p>'],
    ['\n', '. '],
    ['<li>', '. '],
    ['. ', ' '],
  ])('at %j rather than at %j behind it', (better, worse) => {
    const first = firstOf(`${words(1700)}${better}${words(900)}${worse}${words(3000)}`);
    expect([first.length, first.endsWith('s') || first.endsWith(better)]).toEqual([
      1700 + (better.startsWith('<') ? 0 : better.length),
      true,
    ]);
  });

  test.each([
    ['a blank line that leads to more of an item', '\n\n  '],
    ['the end of a line that leads to more of an item', '.\n  '],
    ['a point in a number', '2.5'],
    ['a mark of which none begins a line', ';'],
  ])('not at %s', (_what, between) => {
    expect(firstOf(`${words(2000)}${between}${words(3000)}`).length).toBeGreaterThan(2900);
  });

  test('in its second half', () => {
    const at = (length: number) => firstOf(`${words(length)}\n\n${words(4000)}`).length;
    expect([at(1498) > 2900, at(1499), at(2997)]).toEqual([true, 1501, 2999]);
    expect(at(2998)).toBeLessThan(2998);
  });

  test('between words, else at a comma, else anywhere, but never within a character', () => {
    expect(firstOf(words(4000))).toBe(words(4000).slice(0, words(4000).lastIndexOf(' ', 2998) + 1));
    expect(firstOf(`${kana(2000)}、${kana(500)}，${kana(3000)}`)).toBe(`${kana(2000)}、${kana(500)}，`);
    expect(firstOf(kana(4000))).toBe(kana(3000));
    expect(firstOf(`${kana(1000)}😀${kana(3000)}`)).toHaveLength(3000);
    expect(firstOf(`a${'😀'.repeat(2000)}`)).toBe(`a${'😀'.repeat(1499)}`);
  });

  test('never within a tag', () => {
    const link = `<a href="https://x.example/${'soup/'.repeat(20)}">`;
    expect(firstOf(`${kana(2950)}${link}${kana(2000)}`)).toBe(kana(2950));
    expect(firstOf(`${kana(2800)}${link}${kana(2000)}`)).toBe(`${kana(2800)}${link}${kana(3000 - 2800 - link.length)}`);
    const picture = '<img src="https://x.example/r.png" alt="Soup. And salad">';
    expect(firstOf(`${words(2900)}. ${picture}${kana(2000)}`)).toBe(`${words(2900)}. `);
    expect(firstOf(`${words(2500)} ${picture}${kana(2000)}`)).toBe(`${words(2500)} `);
    // What is no tag, as it stands in the first half.
    expect(firstOf(`${kana(1500)}<${kana(4000)}`)).toHaveLength(3000);
    expect(firstOf(`${kana(1501)}<${kana(4000)}`)).toHaveLength(1501);
  });

  describe('never within a block of code', () => {
    const code = 'total = 12\n\n'.repeat(100);

    test.each<[what: string, text: string, first: string]>([
      ['before it', `${words(2500)}\n\`\`\`\n${code}\`\`\`\n`, `${words(2500)}\n`],
      [
        'before it, though it stands in the first half',
        `${words(500)}\n~~~\n${code.repeat(3)}~~~\n`,
        `${words(500)}\n`,
      ],
      ['before one that is set in', `${words(2500)}\n   \`\`\`\n${code}\`\`\`\n`, `${words(2500)}\n`],
      [
        'behind one with which it begins',
        `\`\`\`js\n${code.repeat(4)}\`\`\`\n${words(900)}`,
        `\`\`\`js\n${code.repeat(4)}\`\`\`\n`,
      ],
      [
        'behind the mark that ends it',
        `~~~\n\`\`\`\n${code.repeat(4)}  ~~~~ \n${words(900)}`,
        `~~~\n\`\`\`\n${code.repeat(4)}  ~~~~ \n`,
      ],
      [
        'at the end, where none does',
        `\`\`\`\n${code.repeat(4)}${words(900)}`,
        `\`\`\`\n${code.repeat(4)}${words(900)}`,
      ],
      ['behind one that ends the text', `\`\`\`\n${code.repeat(4)}\`\`\``, `\`\`\`\n${code.repeat(4)}\`\`\``],
      [
        'behind one that is short',
        `${words(500)}\n\`\`\`\n${code}\`\`\`\n\n${words(3000)}`,
        `${words(500)}\n\`\`\`\n${code}\`\`\`\n\n`,
      ],
      [
        'between words behind one that is short',
        `\`\`\`\n${code.repeat(2)}\`\`\` ${kana(100)} ${kana(3000)}`,
        `\`\`\`\n${code.repeat(2)}\`\`\` ${kana(100)} `,
      ],
      [
        'behind one that holds the mark of another',
        `\`\`\`\`\n\`\`\`\n${code.repeat(2)}\`\`\`\`\n\n${words(3000)}`,
        `\`\`\`\`\n\`\`\`\n${code.repeat(2)}\`\`\`\`\n\n`,
      ],
      [
        'between two',
        `\`\`\`\n${code}\`\`\`\nand\n\n~~~\n${code.repeat(2)}~~~\n${words(900)}`,
        `\`\`\`\n${code}\`\`\`\nand\n\n`,
      ],
    ])('%s', (_where, text, first) => {
      expect(firstOf(text)).toBe(first);
    });

    test('of which nothing is left', () => {
      expect(piecesOf(`~~~\n${code.repeat(4)}~~~`)).toHaveLength(1);
      expect(piecesOf(`~~~\n${code.repeat(4)}`)).toHaveLength(1);
    });

    test('but marks that are set in further, or behind words, are no such block', () => {
      for (const mark of ['\n    ```\n', '\nsee ```\n', '\n``\n', '\n~ ten minutes\n']) {
        expect(firstOf(`${words(1700)}${mark}${words(900)}. ${words(3000)}`)).toBe(words(1700) + mark);
      }
    });
  });

  test('only where it is too long', () => {
    expect([piecesOf(words(3000)).length, piecesOf(words(3001)).length]).toEqual([1, 2]);
  });

  test('again and again, into pieces that are the text', () => {
    const text = `${words(2000)}\n\n`.repeat(4) + words(900);
    expect(piecesOf(text).map((piece) => piece.length)).toEqual([2002, 2002, 2002, 2902]);
    expect(piecesOf(text).join('')).toBe(text);
  });
});
