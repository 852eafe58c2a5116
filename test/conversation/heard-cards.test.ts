import type { Card } from '../../lambda/conversation/message';
import { botMessage } from '../support/talk';
import { hearing } from './hearing';

const card = (title: string, text: string, ...labels: readonly string[]): Card => ({
  title,
  text,
  choices: labels.map((label) => ({ label, option: { payload: label + title } })),
});

const LONG =
  'A quiet double room on the second floor with a view of the garden and a desk to work at, tea and coffee, and a bathroom.';
const heardOf = (text: string, cards: readonly Card[]) => hearing([{ ...botMessage(text), cards }]);

describe('three cards that are long are told of by their names', () => {
  const rooms = ['Garden Room', 'Sea Room', 'Tower Suite'].map((title) => card(title, LONG, 'Book', 'Details'));

  test('and what they are stands in the app', async () => {
    const { said, card: shown } = await heardOf('Which room would you like?', rooms);
    expect(said).toBe(
      'Garden Room. Sea Room. Tower Suite. All of it is in your Alexa app. For each of them you can say Book or Details. Which room would you like?',
    );
    expect(shown?.text).toContain(`Sea Room, ${LONG}`);
  });

  test('with what fits into a breath', async () => {
    const { said } = await heardOf('', [
      card('Basic', `Ten pounds a month, ${LONG}`, 'Buy'),
      card('Plus', `Twenty pounds a month, ${LONG}`, 'Buy'),
      card('Pro', LONG, 'Buy'),
    ]);
    expect(said).toMatch(
      /^Basic\. Ten pounds a month\. Plus\. Twenty pounds a month\. Pro\. All of it is in your Alexa app\./,
    );
  });
});

test.each<[what: string, cards: readonly Card[]]>([
  ['two cards', [card('Garden Room', LONG, 'Book'), card('Sea Room', LONG, 'Book')]],
  ['three short ones', ['Red', 'Blue', 'Green'].map((title) => card(title, 'A fine bike.', 'Buy'))],
  ['three without anything to pick', ['Red', 'Blue', 'Green'].map((title) => card(title, LONG))],
])('%s are heard whole', async (_what, cards) => {
  const { said } = await heardOf('Here you are.', cards);
  for (const { text = '' } of cards) expect(said).toContain(text);
  expect(said).not.toContain('All of it');
});

test('who stays silent hears the names and the question again', async () => {
  const cards = ['Red', 'Blue'].map((title) => card(`${title} bike`, 'Fast.', 'Buy'));
  expect((await heardOf('Which bike would you like?', cards)).reprompt).toBe(
    'The choices are Red bike and Blue bike. For each of them you can say Buy. Which bike would you like?',
  );
});
