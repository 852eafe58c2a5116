import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { isWritable, quoted, readEnvText } from '../../operator/env-file';

test('what is written of a value is read again as that value, and the line behind it as well', () => {
  const values = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', "'", '`', '#', ' ', '\\', 'n', '$', '=', 'ü') }),
  );
  fc.assert(
    fc.property(values, (value) => {
      fc.pre(isWritable(value));
      expect(parseEnv(`A=${quoted(value)}\nB=b\n`)).toEqual({ A: value, B: 'b' });
    }),
  );
});

test.each(['#hotel', 'a b', `it's`, 'say "hi"', '{"text":"{{text}}"}', 'a\\nb', '$HOME', 'trailing '])(
  '%j can be written',
  (value) => {
    expect(isWritable(value)).toBe(true);
  },
);

test('quotation marks of every kind cannot stand in one value', () => expect(isWritable('"\'`#')).toBe(false));

test('a text in quotes may go over lines, which set nothing by themselves', () => {
  const { lines, stray } = readEnvText('A="one\nB=two\nthree"\nC=c\n');
  expect([lines.map(({ name }) => name), stray]).toEqual([['A', 'C'], []]);
});
