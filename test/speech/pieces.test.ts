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
