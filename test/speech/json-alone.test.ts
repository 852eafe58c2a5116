import { heardOf } from './corpus/heard';

test.each([
  ['en-US', '{"name": "Raju", "amount": 20}'],
  ['hi-IN', '{"नाम": "राजू", "राशि": 20}'],
  ['ar-SA', '{"الاسم": "راجو", "المبلغ": 20}'],
  ['ja-JP', '{"名前": "ラジュ", "金額": 20}'],
  ['de-DE', '{"größe": "L", "straße": "Am Markt"}'],
])('a text that is nothing but JSON is data of a program, in whatever letters its keys are: %s', (locale, text) => {
  expect(heardOf(text, locale)).toEqual(heardOf('{"name": "Raju", "amount": 20}', locale));
  expect(heardOf(text, locale).join(' ')).not.toMatch(/[{}":]|20|Markt/);
});
