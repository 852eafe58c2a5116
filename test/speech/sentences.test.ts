import fc from 'fast-check';
import { sentences } from '../../lambda/speech/sentences';
import { anyText } from './arbitraries';

test.each([
  ['We open at nine. Do you want to book? Say yes!', 'We open at nine. |Do you want to book? |Say yes!'],
  ['Ask for Dr. Smith. He is in.', 'Ask for Dr. Smith. |He is in.'],
  ['We are free at 2 PM. Come then.', 'We are free at 2 PM. |Come then.'],
  ['He lives at 12 St. Mary Road. Go there.', 'He lives at 12 St. Mary Road. |Go there.'],
  ['1. Soup. 2. Salad.', '1. Soup. |2. Salad.'],
  ['It costs 5.99 euros. Really.', 'It costs 5.99 euros. |Really.'],
  ['こんにちは。元気ですか？', 'こんにちは。|元気ですか？'],
  ['नमस्ते। आप कैसे हैं?', 'नमस्ते। |आप कैसे हैं?'],
  ['', ''],
])('%j', (text, cut) => {
  expect(sentences(text, 'en-US').join('|')).toBe(cut);
});

test('for any text and locale: joined they give the text again', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('en-US', 'en-GB', 'de-DE', '', 'not a locale'), (text, locale) => {
      expect(sentences(text, locale).join('')).toBe(text);
    }),
  );
});
