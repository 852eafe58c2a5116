import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { voiceFor } from '../../lambda/speech/voice';
import { message } from './messages';

const voice = voiceFor('en-US');

interface Row {
  readonly kind: string;
  readonly text: string;
  readonly asked: string;
}

const rows: readonly Row[] = readFileSync(join(__dirname, '../corpus/bot-texts/en.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [kind = '', text = '', asked = ''] = line.split('\t');
    return { kind, text: text.replaceAll('\\n', '\n'), asked };
  });

function heardAs(text: string): string {
  const paragraphs = voice.paragraphs(message({ text }));
  if (paragraphs.some((paragraph) => voice.asked(paragraph) !== undefined)) return 'asks';
  return voice.isFarewell(paragraphs.at(-1) ?? '') ? 'farewell' : 'says';
}

/** Texts that are heard as another kind. What asks and answers itself counts as asking: then nothing of ours is added. */
const missed = (kind: string, isMissed: (row: Row, heard: string) => boolean) =>
  rows.filter((row) => row.kind === kind && isMissed(row, heardAs(row.text))).map(({ text }) => text);

test('what bots ask and request is known as theirs', () => {
  const all = rows.filter(({ kind }) => kind === 'asks').length;
  expect(missed('asks', (_row, heard) => heard !== 'asks').length).toBeLessThanOrEqual(0.01 * all);
});

test('what they only say is not, but for questions that they answer themselves', () => {
  const all = rows.filter(({ kind }) => kind === 'says').length;
  const wrong = missed('says', ({ text }, heard) => heard === 'farewell' || (heard === 'asks' && !text.includes('?')));
  expect(wrong.length).toBeLessThanOrEqual(0.03 * all);
});

test('their goodbyes are', () => {
  const all = rows.filter(({ kind }) => kind === 'farewell').length;
  const wrong = missed('farewell', (_row, heard) => heard !== 'farewell');
  expect(wrong.length).toBeLessThanOrEqual(0.05 * all);
});
