import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { botMessage, scriptedPlatform, startTalk } from '../support/talk';

const FOLDER = join(__dirname, '../corpus/asking');
const LANGUAGES = readdirSync(FOLDER)
  .map((file) => file.replace('.tsv', ''))
  .filter((language) => language !== 'en');

/** English has a test of its own, of the sentences that are asked. */
describe.each(LANGUAGES)('texts of bots in %s', (language) => {
  const rows = readFileSync(join(FOLDER, `${language}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);

  test.each(rows.map((row) => row.split('\t') as [string, string]))('%s: %s', async (kind, text) => {
    const { platform } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage(text)]));
    const { reply } = await startTalk(platform, { locale: `${language}-${language.toUpperCase()}` }).say('hello');
    expect(reply.question).toBe(kind === 'asks' ? 'bot' : 'anything-else');
  });
});
