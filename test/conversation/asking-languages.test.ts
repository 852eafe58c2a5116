import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localeOf } from '../speech/corpus/heard';
import { botMessage, scriptedPlatform, startTalk } from '../support/talk';

const FOLDER = join(__dirname, '../corpus/asking');
const LANGUAGES = readdirSync(FOLDER)
  .map((file) => file.replace('.tsv', ''))
  .filter((language) => language !== 'en');

/** What is asked behind a text of each kind. A farewell ends the talk. */
const ASKED: Readonly<Record<string, string | undefined>> = { asks: 'bot', says: 'anything-else' };

/** English has a test of its own, of the sentences that are asked. */
describe.each(LANGUAGES)('texts of bots in %s', (language) => {
  const rows = readFileSync(join(FOLDER, `${language}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);

  test.each(rows.map((row) => row.split('\t') as [string, string]))('%s: %s', async (kind, text) => {
    const { platform } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage(text)]));
    const { reply } = await startTalk(platform, { locale: localeOf(language) }).say('hello');
    expect(reply.question).toBe(ASKED[kind]);
  });
});
