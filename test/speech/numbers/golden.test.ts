import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoize } from '../../../lambda/speech/memoize';
import { NUMBER_LANGUAGES, readerOf } from './readers';

/** What a whole utterance is to be read as: `said`, `value`, and `kind`, which is `none` where it is no number. */
const golden = memoize((language: string) =>
  readFileSync(join(__dirname, `../../corpus/numbers/${language}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string]),
);

describe.each(NUMBER_LANGUAGES)('%s', (language) => {
  const reader = readerOf(language);

  test.each(golden(language))('%j is %s, %s', (said, value, kind) => {
    const tokens = reader.tokens(said);
    const [found] = reader.find(tokens).filter(({ from, to }) => from === 0 && to === tokens.length);
    expect(reader.read(said)).toBe(kind === 'cardinal' ? Number(value) : undefined);
    expect(reader.ordinal(said)).toBe(kind === 'ordinal' ? Number(value) : undefined);
    expect(found?.kind === 'digits' ? found.digits : undefined).toBe(kind === 'digits' ? value : undefined);
  });
});
