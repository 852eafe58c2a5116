import fc from 'fast-check';
import { memberTexts, parseJson } from '../../lambda/platforms/shared/json';
import { anyCharacter } from '../support/any-character';
import { timesAsLong } from '../support/processor-time';

describe('parseJson', () => {
  it('parses what JSON.parse parses, to the same but for long integers', () => {
    const isLong = (value: unknown) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) < 1e21;
    const expected = (text: string) => JSON.parse(text, (_key, value) => (isLong(value) ? String(value) : value));
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), (text) => expect(parseJson(text)).toEqual(expected(text))));
  });

  it('keeps every digit of a long integer, and no other value becomes a string', () => {
    const text =
      '{"id": 9007199254740993, "neg":-90071992547409931, "max":9007199254740991, "f":1234567890123456.5, "e":1e20, "s":"n 9007199254740993 \\" 9007199254740993"}';
    expect(parseJson(text)).toEqual({
      id: '9007199254740993',
      neg: '-90071992547409931',
      max: 9007199254740991,
      f: 1234567890123456.5,
      e: 1e20,
      s: 'n 9007199254740993 " 9007199254740993',
    });
  });

  it('refuses what is nested deeper than a recursive reader can bear', () => {
    const deep = 200_000;
    expect(() => parseJson('['.repeat(deep) + ']'.repeat(deep))).toThrow(SyntaxError);
    expect(() => parseJson(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`)).toThrow(SyntaxError);
    expect(parseJson('['.repeat(50) + ']'.repeat(50))).toBeDefined();
  });
});

describe('memberTexts', () => {
  const spaced = (value: unknown) => JSON.stringify(value, null, 2);

  it('cuts out each member as it is written', () => {
    const object = fc.dictionary(fc.string({ unit: anyCharacter }), fc.jsonValue({ maxDepth: 4 }), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(object, fc.constantFrom(JSON.stringify, spaced), (value, write) => {
        const members = memberTexts(write(value));
        expect([...members.keys()].sort()).toEqual(Object.keys(value).sort());
        for (const [name, text] of members) {
          expect(write(value)).toContain(text);
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value[name])));
        }
      }),
    );
  });

  it('keeps what a parser would lose', () => {
    expect(memberTexts('{ "user" : {"id":  9007199254740993, "x":1.0} , "n":1e2}')).toEqual(
      new Map([
        ['user', '{"id":  9007199254740993, "x":1.0}'],
        ['n', '1e2'],
      ]),
    );
  });
});

test.each(['[],', '{},', '{"a":1},', '"a",', '12345678901234567,', '[[[[[[[[]]]]]]]],', '"\\\\\\"[,",'])(
  'a megabyte of %s is read or refused in a time that only grows with its length',
  async (unit) => {
    const read = (kilobytes: number) => {
      const text = `[${unit.repeat((kilobytes * 1024) / unit.length)}12345678901234567]`;
      return () => {
        try {
          parseJson(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      };
    };
    // Were it quadratic, it would be sixteen times as long.
    expect(await timesAsLong(read(256), read(1024), 9)).toBeLessThan(9);
  },
);

test('brackets and commas in texts are words', () => {
  const words = '[{,'.repeat(60_000);
  expect(parseJson(JSON.stringify({ text: `"${words}\\` }))).toEqual({ text: `"${words}\\` });
});
