import fc from 'fast-check';
import { LANGUAGES } from '../../../lambda/languages';
import { spellingsOf } from '../../../scripts/numbers/spellings';
import { LOCALES } from '../../../scripts/numbers/tables';
import { NUMBER_LANGUAGES, readerOf } from './readers';

const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

test('every language has a table, and every table a language', () => {
  expect(Object.keys(LOCALES).toSorted()).toEqual(NUMBER_LANGUAGES.toSorted());
});

describe.each(NUMBER_LANGUAGES)('%s', (language) => {
  const reader = readerOf(language);
  const spellings = spellingsOf(LOCALES[language] ?? []);
  const misread = (value: number) => spellings.cardinals(value).filter((said) => reader.read(said) !== value);

  test('cardinals to 300 are read as CLDR spells them in every gender, case and region', () => {
    const values = Array.from({ length: 301 }, (_, value) => value);
    expect(values.flatMap(misread)).toEqual([]);
  });

  test('and so are those to a million', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (value) => {
        expect(misread(value)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('ordinals to the hundredth are read as CLDR spells them', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    const unread = (value: number) =>
      spellings.ordinals(value).filter((said) => ![reader.ordinal(said), reader.read(said)].includes(value));
    expect(values.flatMap(unread)).toEqual([]);
    for (const said of spellings.ordinals(3)) expect(reader.ordinal(said)).toBe(3);
  });

  test('digits of any script are digits', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.constantFrom(...ZEROS), (value, zero) => {
        const written = String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
        expect(reader.read(written)).toBe(value);
      }),
    );
  });

  test('digits one by one are a code, leading zeros kept', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 12 }), (digits) => {
        const said = digits.map((digit) => spellings.cardinals(digit)[0] ?? '').join(' ');
        expect(reader.find(reader.tokens(said))).toMatchObject([{ digits: digits.join('') }]);
      }),
    );
  });

  test('what is written by hand of it is of use', () => {
    const { abbreviations = {}, frames = [] } = LANGUAGES[language]?.numberWords?.() ?? {};
    expect(frames.filter((frame) => frame.split('{{number}}').length !== 2)).toEqual([]);
    expect(Object.values(abbreviations).filter((word) => !((reader.read(`7 ${word}`) ?? 0) > 7))).toEqual([]);
  });

  // A reader that looked at its words again from every place would take minutes.
  test.each(['', ' '])('a long text of numbers joined by %j is read in passing', (between) => {
    const [said = ''] = spellings.cardinals(987);
    const long = Array.from({ length: 10_000 }, () => said).join(between);
    expect(reader.find(reader.tokens(long)).every(({ from, to }) => from < to)).toBe(true);
  });
});
