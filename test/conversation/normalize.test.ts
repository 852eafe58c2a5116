import fc from 'fast-check';
import { normalize } from '../../lambda/conversation/normalize';

test.each([
  ['Café  Crème!', 'cafe creme'],
  ['CAFE\u0301', 'cafe'],
  ["That's all.", 'thats all'],
  ['that’s ALL', 'thats all'],
  ['Option #2', 'option 2'],
  ['e-mail', 'e mail'],
  ['½ ﬁsh', '1 2 fish'],
  ['İstanbul', 'istanbul'],
  ['Ёлка', 'елка'],
  ['ΟΔΟΣ', 'οδος'],
  ['مَرْحَبًا', 'مرحبا'],
  ['שָׁלוֹם', 'שלום'],
  ['हिन्दी', 'हिन्दी'],
  ['ไม่ใช่', 'ไม่ใช่'],
  ['ガ', 'ガ'],
  ['안녕', '안녕'],
  ['👍 !', ''],
  ['', ''],
])('%j is compared as %j', (text, same) => {
  expect(normalize(text)).toBe(same.normalize('NFC'));
});

test('words that differ only in signs that tell words apart stay different', () => {
  for (const [one, other] of [
    ['कि', 'की'],
    ['か', 'が'],
    ['ไม', 'ไม่'],
    ['กา', 'กี'],
  ]) {
    expect(normalize(one ?? '')).not.toBe(normalize(other ?? ''));
  }
});

test('for any text: normalising again changes nothing, and case and outer space do not matter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = normalize(text);
      expect(normalize(once)).toBe(once);
      expect(normalize(`  ${text}!`)).toBe(once);
    }),
  );
});

test('a text of letters of any alphabet never becomes nothing', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\p{L}+$/u), (word) => {
      expect(normalize(word)).not.toBe('');
    }),
  );
});
