import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asked, isFarewell } from '../../lambda/speech/asking';
import { phrases } from '../../lambda/speech/phrases';

const FOLDER = join(__dirname, '../corpus/asking');

/** English has a list that is judged by what a user hears of it. */
const LANGUAGES = readdirSync(FOLDER)
  .map((file) => file.replace('.tsv', ''))
  .filter((language) => language !== 'en');

describe.each(LANGUAGES)('texts in %s', (language) => {
  const words = phrases(language);
  const rows = readFileSync(join(FOLDER, `${language}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [kind: string, text: string, asked?: string]);

  // A row may leave open which of its sentences asks.
  const asking = rows.filter(([kind]) => kind === 'asks').map(([kind, text, said = '']) => [kind, text, said] as const);
  test.each(asking)('%s: %s', (_, text, sentences) => {
    const found = asked(text, words)?.asked ?? '';
    expect(found).toBe(sentences || found || text);
  });

  test.each(rows.filter(([kind]) => kind !== 'asks'))('%s: %s', (kind, text) => {
    expect(asked(text, words)).toBeUndefined();
    expect(isFarewell(text, words)).toBe(kind === 'farewell');
  });
});
