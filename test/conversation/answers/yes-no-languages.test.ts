import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QuestionKind } from '../../../lambda/conversation/answers/decision';
import { inLanguage } from './in-language';

const FOLDER = join(__dirname, '../../corpus/yes-no');

/** English has bounds of its own. */
const LANGUAGES = readdirSync(FOLDER)
  .map((file) => file.replace('.tsv', ''))
  .filter((language) => language !== 'en');

describe.each(LANGUAGES)('yes and no in %s', (language) => {
  const rows = readFileSync(join(FOLDER, `${language}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [QuestionKind, question: string, answer: string, said: string]);

  test.each(rows)('%s %s %s: %s', (kind, question, answer, said) => {
    expect(inLanguage.yesNo(language, said, kind, question) ?? 'neither').toBe(answer);
  });
});
