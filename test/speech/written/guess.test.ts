import { LANGUAGES } from '../../../lambda/languages';
import { phrases } from '../../../lambda/speech/phrases';
import { mayBeIn } from '../../../lambda/speech/written/guess';
import { bySpelling } from '../../../lambda/speech/written/rules';
import { scriptOf } from '../../../lambda/speech/written/scripts';
import { heard } from './staged';

describe('whether a text may be one of a language', () => {
  // Where it is the language of the skill, and where it is not.
  test.each<[string, string, boolean, boolean]>([
    ['en', '', true, false],
    ['en', '123', true, false],
    ['en', 'Mon–Fri 9–17', true, false],
    ['en', 'Your order is on its way', true, true],
    ['en', 'OUR SHOP IS OPEN', true, true],
    ['en', 'it’s Joe’s', true, false],
    ['de', 'Ihre Bestellung ist unterwegs', true, true],
    ['de', 'Größe Straße Menü', true, true],
    ['de', 'Mo–Fr 9–17', true, false],
    ['es', 'El pedido', true, true],
    ['pt', 'Olá, tudo bem', true, true],
    ['nl', 'De bestelling is klaar en wij zijn open', true, true],
    ['hi', 'aapka order', true, false],
  ])('%s, of its own: %j', (language, text, expected, other) => {
    expect([mayBeIn(language, text, true), mayBeIn(language, text, false)]).toEqual([expected, other]);
  });

  test.each<[string, string, boolean, boolean]>([
    ['en', 'Ihre Bestellung ist unterwegs und kommt heute', false, false],
    ['en', 'IHR SHOP IST AUF', false, false],
    ['de', 'Your order is on its way', false, false],
    ['de', 'Die Bestellung is on the way', false, false],
    ['ja', 'Your order is here', false, false],
    ['hi', 'Your order is here', false, false],
    ['xx', 'hello', false, false],
  ])('%s, of another: %j', (language, text, expected, other) => {
    expect([mayBeIn(language, text, true), mayBeIn(language, text, false)]).toEqual([expected, other]);
  });

  test.each<[string, string, boolean]>([
    // Of few words one is enough, of many it may be a name.
    ['en', 'Danke', false],
    ['en', 'Anna Danke Bob Carl', false],
    ['en', 'Anna Danke Bob Carl Dora', true],
    ['en', 'Anna Danke Bob Carl Dora heute', false],
    // Said again and again it is no more than once.
    ['en', 'Danke Anna Danke Bob Danke Carl Danke', true],
    // Against as many of its own it tells nothing.
    ['en', 'Danke for', true],
    ['en', 'Danke heute for', false],
    ['en', 'Danke heute for our', true],
    // Letters of an abbreviation are no word, but where all is in capitals.
    ['en', 'Ask DER, IST', true],
    ['en', 'ASK DER, IST', false],
    ['en', 'Ask D E, Danke', false],
  ])('%s, by the words that languages have in common use: %j', (language, text, expected) => {
    expect(mayBeIn(language, text, true)).toBe(expected);
  });

  test.each<[string, string, boolean]>([
    ['en', 'Café Olé Anna Bob', false],
    ['en', 'Café Anna Bob', false],
    ['en', 'Café Anna Bob Carl', true],
    ['en', 'naïve', false],
    ['en', 'Café Olé for', true],
    ['fr', 'Café Olé Anna Bob', true],
    ['en', 'Anna-Bob O’Neill rock ’n’ roll', true],
  ])('%s, by letters that English has not: %j', (language, text, expected) => {
    expect(mayBeIn(language, text, true)).toBe(expected);
  });

  test.each<[string, string, boolean, boolean]>([
    ['en', 'Москва и Киев', false, false],
    ['en', 'Your order is in Москва', true, true],
    ['en', 'Москва Киев your order', true, true],
    ['en', 'Москва Киев Минск your order', false, false],
    ['ja', '予約は OK です', true, false],
    ['ja', 'ひらがな', true, false],
    ['ja', 'カタカナ と your order is here', true, false],
    ['ja', 'Tokyo', true, false],
    ['hi', 'आपका order यहाँ है', true, false],
    ['ar', 'طلبك OK', true, false],
    ['ar', 'Привет мир طلب', false, false],
    ['ko', '안녕 your order is', true, false],
  ])('%s, by its script: %j', (language, text, expected, other) => {
    expect([mayBeIn(language, text, true), mayBeIn(language, text, false)]).toEqual([expected, other]);
  });

  test.each(Object.keys(LANGUAGES))('a short name of a day is enough, as a label: %s', (language) => {
    const names = [...bySpelling(phrases(language).written.days).keys()];
    expect(names.filter((name) => !mayBeIn(language, `${name} 14:00`, true))).toEqual([]);
  });

  test.each([
    ['de', 'Do 14:00', 'Donnerstag 14:00'],
    ['de', 'So, 5. Okt.', 'Sonntag, 5. Oktober.'],
    ['nl', 'wo 14:00', 'woensdag 14:00'],
    ['nl', 'ca. 30 min', 'circa 30 minuten'],
    ['it', 'ca. 30 min', 'circa 30 minuti'],
    ['pt', 'qui. 14:00', 'quinta-feira 14:00'],
    ['de', 'So do we', 'So do we'],
    ['nl', 'Do it', 'Do it'],
  ])('%s label: %s', (language, text, words) => expect(heard(text, language)).toBe(words));

  test('its beginning is enough', () => {
    const names = 'Anna '.repeat(400);
    expect(mayBeIn('en', `${names}Ihre Bestellung ist unterwegs und kommt heute`, true)).toBe(true);
    expect(mayBeIn('en', `${names.slice(5)}Ihre Bestellung ist`, true)).toBe(true);
    expect(mayBeIn('en', `${names.slice(50)}Ihre Bestellung ist unterwegs und kommt heute`, true)).toBe(false);
  });
});

test.each([
  ['ja', '日ひカ', 'aя한'],
  ['ko', '한漢', 'aひ'],
  ['zh', '汉', 'aひ한'],
  ['zh-TW', '漢', 'aひ'],
  ['ar', 'ط', 'aя'],
  ['hi', 'क', 'a'],
  ['de', 'aß', 'яक'],
  ['ru', 'я', 'a'],
  ['xx', 'a', 'я'],
])('the letters of %s', (language, own, others) => {
  expect([...own].filter((letter) => !scriptOf(language).test(letter))).toEqual([]);
  expect([...others].filter((letter) => scriptOf(language).test(letter))).toEqual([]);
});
