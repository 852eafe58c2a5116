import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { voiceFor } from '../../lambda/speech/voice';
import otherwise from './asked-otherwise.json';
import { message } from './messages';

const voice = voiceFor('en-US');

/** What is heard, however it is written. */
const heard = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
const paragraphsOf = (written: string) => voice.paragraphs(message({ text: written.replaceAll('\\n', '\n') }));

const rows = ['bot-texts', 'asking'].flatMap((list) =>
  readFileSync(join(__dirname, '../corpus', list, 'en.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [kind = '', text = '', asked = ''] = line.split('\t');
      return [text, kind, asked] as const;
    }),
);
/** Texts of which something else is heard yet. They get fewer. */
const OTHERWISE: ReadonlySet<string> = new Set(otherwise);

// The sentence that asks is what is said again, so each is asserted by itself; that most kinds are right would not be noticed.
test.each(rows.filter(([text]) => !OTHERWISE.has(text)))('%j %s: %j', (text, kind, asked) => {
  const paragraphs = paragraphsOf(text);
  const asking = paragraphs.flatMap((paragraph) => voice.asked(paragraph)?.asked ?? []).at(-1);
  const isFarewell = asking === undefined && voice.isFarewell(paragraphs.at(-1) ?? '');
  expect({ asked: heard(asking ?? ''), isFarewell }).toEqual({
    asked: heard(paragraphsOf(asked).join(' ')),
    isFarewell: kind === 'farewell',
  });
});
