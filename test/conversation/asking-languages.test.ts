import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localeOf } from '../speech/corpus/heard';
import { anotherUser, botMessage, scriptedPlatform, startTalk } from '../support/talk';

const FOLDER = join(__dirname, '../corpus/asking');
const LANGUAGES = readdirSync(FOLDER)
  .map((file) => file.replace('.tsv', ''))
  .filter((language) => language !== 'en');

/** What is asked behind a text of each kind. A farewell ends the talk. */
const ASKED: Readonly<Record<string, string | undefined>> = { asks: 'bot', says: 'anything-else' };

/** Not understood yet: to be mended in the data of their language. */
const MISSED: readonly string[] = ['الرجاء إدخال رقم الجوال.', 'يرجى الانتظار.'];

/** English has a test of its own, of the sentences that are asked. */
describe.each(LANGUAGES)('texts of bots in %s', (language) => {
  const rows = readFileSync(join(FOLDER, `${language}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);

  const texts = rows.map((row) => row.split('\t') as [string, string]);
  const missed = texts.filter(([, text]) => MISSED.includes(text));

  const check = async (kind: string, text: string) => {
    const { platform } = scriptedPlatform((input) => (input.kind === 'start' ? [] : [botMessage(text)]));
    const { reply } = await startTalk(platform, { ...anotherUser(), locale: localeOf(language) }).say('hello');
    expect(reply.question).toBe(ASKED[kind]);
  };

  test.each(texts.filter((row) => !missed.includes(row)))('%s: %s', check);
  for (const [kind, text] of missed) test.failing(`${kind}: ${text}`, () => check(kind, text));
});
