import { voiceFor } from '../../lambda/speech/voice';
import { botMessage } from '../support/talk';
import { hearing } from './hearing';

const voice = voiceFor('en-US');
const sentences = (count: number, about: string) =>
  Array.from({ length: count }, (_, index) => `Sentence ${index + 1} is about ${about}.`).join(' ');

test('a long answer stops after about 40 seconds, behind a sentence, and goes on without losing a word', async () => {
  const text = sentences(40, 'the garden');
  const { said, say } = await hearing([botMessage(text)]);
  expect(voice.seconds(said)).toBeGreaterThan(30);
  expect(voice.seconds(said)).toBeLessThan(45);
  expect(said).toMatch(/about the garden\.(?: There's more\.)? Shall I go on\?$/);
  let all = said;
  for (let page = 0; page < 5 && /Shall I go on\?$/.test(all); page++) all += ` ${(await say('yes')).said}`;
  expect(all.replace(/(?:There's more\. )?Shall I go on\? /g, '')).toContain(text);
});

test('where a section is known, the question says what there is more about', async () => {
  const { said, say } = await hearing([
    botMessage(
      `# Opening hours\n\n${sentences(8, 'hours')}\n\n# Delivery\n\n${sentences(30, 'parcels')}\n\n# Returns\n\nThey are free.`,
    ),
  ]);
  expect(said).toMatch(/There's more (?:about|on) Delivery\. Shall I go on\?$/);
  expect((await say('yes')).said).toMatch(/There's more (?:about|on) (?:Delivery|Returns)\. Shall I/);
  expect((await say('no')).said).toMatch(/\?$/);
});

test('behind "no" the bot’s question is still asked, with its options', async () => {
  const { said, say, sent } = await hearing([
    botMessage(sentences(40, 'rooms')),
    botMessage('Which room would you like?', ['Garden', 'Cellar']),
  ]);
  expect(said).toMatch(/Shall I go on\?$/);
  expect((await say('no')).said).toMatch(/Which room would you like: Garden or Cellar\?$/);
  await say('cellar');
  expect(sent.at(-1)).toMatchObject({ choice: { label: 'Cellar' } });
});

test('what is asked for by name goes to the bot', async () => {
  const { say, sent } = await hearing([botMessage(sentences(40, 'rooms'))]);
  await say('what about parking');
  expect(sent.at(-1)).toMatchObject({ text: 'what about parking' });
});

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

test('a table that is longer than a page is introduced by its shape, begun, and shown whole', async () => {
  const rows = MONTHS.map(
    (month) => `| ${month} | nine in the morning to five in the afternoon | by appointment only, please ring |`,
  );
  const table = ['| Month | Opening hours | Dentist |', '|---|---|---|', ...rows].join('\n');
  const { said, card } = await hearing([botMessage(table)]);
  expect(said).toMatch(
    /^A table of 12 rows: January to December, with Opening hours and Dentist\. All of it is in your Alexa app\. January, Opening hours: nine/,
  );
  expect(said).toMatch(/January, Opening hours: nine in the morning.*Shall I go on\?$/);
  expect(card?.text.split('\n')).toHaveLength(12);
});

test('a short table is only read', async () => {
  const { said, card } = await hearing([
    botMessage('| Day | Hours |\n|---|---|\n| Monday | 9 to 5 |\n| Sunday | closed |'),
  ]);
  expect(said).not.toContain('table');
  expect(card).toBeUndefined();
});

test('a list that is longer than a page is introduced by its length', async () => {
  const items = Array.from({ length: 20 }, (_, index) => `- Dish ${index + 1} comes with rice, salad and a drink`);
  const { said, card } = await hearing([botMessage(`Our menu:\n\n${items.join('\n')}`)]);
  expect(said).toMatch(/^Our menu: A list of 20 items\. All of it is in your Alexa app\. Dish 1 /);
  expect(card?.text).toContain('Dish 20');
});

test('codes and figures are slow to say, so that there are fewer on a page', async () => {
  const numbers = Array.from({ length: 60 }, (_, index) => `Flight 12345${index} leaves at 17:45.`).join(' ');
  const { said } = await hearing([botMessage(numbers)]);
  expect(said.length).toBeLessThan(500);
});

test('a page does not end with a question, as ours stands behind it', async () => {
  const answers = Array.from(
    { length: 14 },
    (_, index) => `What about room ${index + 1}? It has a bath and a view of the lake.`,
  );
  const { said, say } = await hearing([botMessage(`${answers.join(' ')} ${sentences(12, 'the garden')}`)]);
  let page = said;
  for (let pages = 0; pages < 6 && /Shall I go on\?$/.test(page); pages++) {
    expect(page).toMatch(/[.!] (?:There's more\. )?Shall I go on\?$/);
    page = (await say('yes')).said;
  }
});
