import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';
import { phrases } from '../../../lambda/speech/phrases';

/** What a whole utterance is to be read as: `said`, `value`, and `kind`, which is `none` where it is no number. */
const golden = readFileSync(join(__dirname, '../../corpus/numbers/en.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string, string]);
const words = phrases('en');
const reader = createNumberReader(words.numbers, words.numberWords);

test.each(golden)('%j is %s, %s', (said, value, kind) => {
  const tokens = reader.tokens(said);
  const [found] = reader.find(tokens).filter(({ from, to }) => from === 0 && to === tokens.length);
  expect(reader.read(said)).toBe(kind === 'cardinal' ? Number(value) : undefined);
  expect(reader.ordinal(said)).toBe(kind === 'ordinal' ? Number(value) : undefined);
  expect(found?.kind === 'digits' ? found.digits : undefined).toBe(kind === 'digits' ? value : undefined);
});
