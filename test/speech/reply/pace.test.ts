import { marked } from '../../../lambda/speech/marks';
import { secondsOf } from '../../../lambda/speech/pace';
import { withPauses } from '../../../lambda/speech/pauses';

describe('how long it takes to say', () => {
  /** As no voice has it: each kind of sign is a place in the sum. */
  const pace = { character: 1, digit: 100, ideograph: 10_000, clause: 1_000_000, sentence: 100_000_000 };

  test.each<[text: string, signs: Partial<typeof pace>]>([
    ['', {}],
    ['Soup', { character: 4 }],
    ['Crème brûlée', { character: 12 }],
    ['Line 9', { character: 5, digit: 1 }],
    ['0123456789', { digit: 10 }],
    ['24/7', { digit: 3, character: 1 }],
    ['10:30', { digit: 4, character: 1 }],
    ['Soup.', { character: 5, sentence: 1 }],
    ['Soup. Hot!', { character: 10, sentence: 2 }],
    ['Is it?', { character: 6, sentence: 1 }],
    ['Well… no', { character: 8, sentence: 1 }],
    ['2.5', { digit: 2, character: 1 }],
    ['x.example', { character: 9 }],
    ['Soup, salad', { character: 11, clause: 1 }],
    ['Soup: hot; green', { character: 16, clause: 2 }],
    ['Soup:', { character: 5, clause: 1 }],
    ['Soup – hot — green', { character: 18, clause: 2 }],
    ['well-known', { character: 10 }],
    ['Soup  hot', { character: 9 }],
    ['😀', { character: 2 }],
    ['привет', { character: 6 }],
    // Of East Asia: silence without a space.
    ['はい', { ideograph: 2 }],
    ['はい。はい。', { ideograph: 4, character: 2, sentence: 2 }],
    ['はい、はい', { ideograph: 4, character: 1, clause: 1 }],
    ['はい，はい', { ideograph: 4, character: 1, clause: 1 }],
    ['はい；はい：はい', { ideograph: 6, character: 2, clause: 2 }],
    ['え！？はい', { ideograph: 3, character: 2, sentence: 1 }],
    ['え？はい！', { ideograph: 3, character: 2, sentence: 2 }],
    ['ぁゖァー漢鿿', { ideograph: 6 }],
    ['ゝヽ', { ideograph: 2 }],
    ['\u304b\u3099\u306f\u309a', { ideograph: 2 }],
    ['はい！はい', { ideograph: 4, character: 1, sentence: 1 }],
    ['〜ꀀ', { character: 2 }],
    ['가힣', { ideograph: 2 }],
    ['９時', { digit: 1, ideograph: 1 }],
    ['『はい』', { ideograph: 2, character: 2 }],
    // Vowel signs and points belong to their letters.
    ['की', { character: 1 }],
    ['१२', { digit: 2 }],
    ['चाय। दूध॥', { character: 7, sentence: 2 }],
    ['क्\u200dष', { character: 2 }],
    ['می\u200cخواهم', { character: 7 }],
    ['شاي، حليب؛ قهوة؟ ١٢۔', { character: 18, digit: 2, clause: 2, sentence: 2 }],
  ])('%j', (text, signs) => {
    const sum = Object.entries(signs).reduce((all, [sign, count]) => all + pace[sign as keyof typeof pace] * count, 0);
    expect(secondsOf(text, pace)).toBe(sum);
  });
});

describe('a list that counts has a pause before each item', () => {
  const PAUSE = marked('break 300', '');

  test.each<[text: string, said: string]>([
    ['1. Soup. 2. Salad. 3. Bread.', '1. Soup. | 2. Salad. | 3. Bread.'],
    ['4. Is it hot? 5. It is! 6. Is it… 7. No.', '4. Is it hot? | 5. It is! | 6. Is it… | 7. No.'],
    ['9. Soup. 10. Salad. 11. Bread.', '9. Soup. | 10. Salad. | 11. Bread.'],
    ['1. Call 112. 2. Wait.', '1. Call 112. | 2. Wait.'],
    ['१. चाय। २. दूध।', '१. चाय। | २. दूध।'],
    ['١. شاي. ٢. حليب.', '١. شاي. | ٢. حليب.'],
    ['1. スープ。 2. パン。', '1. スープ。 | 2. パン。'],
    // Behind a number that begins an item there is one, too.
    ['1. 1. Juni. 2. 2. Juli. 3. 3. August.', '1. | 1. Juni. | 2. | 2. Juli. | 3. | 3. August.'],
    ['1. Two eggs. 2. 5 apples.', '1. Two eggs. | 2. | 5 apples.'],
    ['10. 5 apples. 11. Eggs.', '10. | 5 apples. | 11. Eggs.'],
    ['1. Soup. 2. 3. Juni. 3. Salad.', '1. Soup. | 2. | 3. Juni. | 3. Salad.'],
    // No list, or none that counts on.
    ['1. Soup. 3. Salad.', '1. Soup. 3. Salad.'],
    ['1. Soup. 1. Salad.', '1. Soup. 1. Salad.'],
    ['1. Soup. 3. Salad. 2. Bread.', '1. Soup. 3. Salad. | 2. Bread.'],
    ['We have: 1. Soup. 2. Salad.', 'We have: 1. Soup. 2. Salad.'],
    ['Soup. 2. Salad.', 'Soup. 2. Salad.'],
    ['1.Soup. 2.Salad.', '1.Soup. 2.Salad.'],
    ['1. Soup, 2. Salad.', '1. Soup, 2. Salad.'],
    ['1. Soup. Row 2. Seat 3.', '1. Soup. Row 2. Seat 3.'],
    ['1. Pay by May 3. 5 days are enough. 2. Done.', '1. Pay by May 3. 5 days are enough. | 2. Done.'],
    ['100. Soup. 101. Salad.', '100. Soup. 101. Salad.'],
    ['99. Soup. 100. Salad.', '99. Soup. 100. Salad.'],
    ['1. Soup. 2. ', '1. Soup. 2. '],
    ['1. ', '1. '],
    ['', ''],
  ])('%j', (text, said) => {
    expect(withPauses(text).replaceAll(PAUSE, '|')).toBe(said);
  });
});
