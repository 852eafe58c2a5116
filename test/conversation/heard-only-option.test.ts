import { botMessage } from '../support/talk';
import { hearing } from './hearing';

const READY = 'Your order is ready.';
const offered = async (...labels: readonly string[]) =>
  (await hearing([botMessage(READY, labels)])).said.slice(READY.length + 1).replace(/\s+/g, ' ');

test.each([
  ['Back to main menu', 'Would you like to go back to the main menu?'],
  ['Back to the menu', 'Would you like to go back to the menu?'],
  ['Return to start', 'Would you like to go back to the start?'],
  ['Back to your order', 'Would you like to go back to your order?'],
  ['Go back', 'Would you like to go back?'],
  ['Back', 'Would you like to go back?'],
  ['Main menu', 'Would you like to go to the main menu?'],
  ['Menu', 'Would you like to go to the main menu?'],
  ['Home', 'Would you like to go back to the start?'],
  ['More', 'Would you like to hear more?'],
  ['Next', 'Would you like to go on?'],
  ['An agent', 'Would you like an agent?'],
  ['Yes', 'Would you like to say Yes?'],
  ['OK', 'Would you like to say OK?'],
  ['No', 'Would you like to say No?'],
  ['No thanks', 'Would you like to say No thanks?'],
])('one option, %s', async (label, said) => {
  expect(await offered(label)).toBe(said);
});

test.each([
  ['Opening hours', 'Would you like Opening hours?'],
  ['Book a table', 'Would you like to book a table?'],
  ['Call me back', 'Shall I say Call me back?'],
  ['Menu of the day', 'Would you like Menu of the day?'],
  ['Home insurance', 'Would you like Home insurance?'],
  ['Next day delivery', 'Would you like Next day delivery?'],
])('what only begins like one, %s', async (label, said) => {
  expect(await offered(label)).toBe(said);
});

test('a yes alone is not asked for twice', async () => {
  expect((await hearing([botMessage(READY, ['Yes'])])).reprompt).toBe('Would you like to say Yes?');
});

test('what the user says of themselves is not the end of the question', async () => {
  const { said } = await hearing([botMessage('Are you still there?', ["I'm here", 'End chat'])]);
  expect(said).toBe("You can say I'm here or End chat. Are you still there?");
});

test.each(['https://x.example/book', '{{btn}}'])('what cannot be said goes by its number: %s', async (label) => {
  const { said } = await hearing([botMessage('What next?', [label, 'Call us', 'Hours'])]);
  expect(said.replace(/\s+/g, ' ')).toBe(
    'You can choose one of these. Option 1. Number 2: Call us. Number 3: Hours. What next?',
  );
});
