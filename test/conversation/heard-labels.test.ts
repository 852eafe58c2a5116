import { botMessage } from '../support/talk';
import { hearing } from './hearing';

const heardOf = async (question: string, labels: readonly string[]) =>
  (await hearing([botMessage(question, labels)])).said.replace(/\s+/g, ' ');

/** Labels that would run into each other within a sentence. */
test.each<[question: string, labels: readonly string[], said: string]>([
  [
    'Is this your address: 12 Mill Lane, Leeds?',
    ["Yes, that's right", 'No, change it', 'Not sure'],
    "You can choose one of these. Number 1: Yes, that's right. Number 2: No, change it. Number 3: Not sure. Is this your address: 12 Mill Lane, Leeds?",
  ],
  [
    'Do you have travel insurance?',
    ['Yes, with you', 'Yes, elsewhere', 'No'],
    'You can choose one of these. Number 1: Yes, with you. Number 2: Yes, elsewhere. Number 3: No. Do you have travel insurance?',
  ],
  [
    'Which wine?',
    ['Red, dry', 'Red, sweet', 'White'],
    'You can choose one of these. Number 1: Red, dry. Number 2: Red, sweet. Number 3: White. Which wine?',
  ],
  [
    'When suits you?',
    ['Monday or Tuesday', 'Later'],
    'You can choose one of these. Number 1: Monday or Tuesday. Number 2: Later. When suits you?',
  ],
  [
    'Where shall we meet?',
    ['Leeds, UK', 'Paris, France'],
    'You can choose one of these. Number 1: Leeds, UK. Number 2: Paris, France. Where shall we meet?',
  ],
  [
    'What shall we do with your order?',
    ['Keep it', 'No, change it', 'Call me'],
    'You can choose one of these. Number 1: Keep it. Number 2: No, change it. Number 3: Call me. What shall we do with your order?',
  ],
  [
    'Which answer fits?',
    ['Maybe. Ask again', 'Never'],
    'You can choose one of these. Number 1: Maybe. Ask again. Number 2: Never. Which answer fits?',
  ],
  [
    'Which menu?',
    ['Lunch: two courses', 'Dinner'],
    'You can choose one of these. Number 1: Lunch: two courses. Number 2: Dinner. Which menu?',
  ],
  [
    'Which of the two?',
    ['Soup; salad', 'Bread'],
    'You can choose one of these. Number 1: Soup; salad. Number 2: Bread. Which of the two?',
  ],
  [
    'What about a drink?',
    ['No, thanks', 'Water', 'Juice'],
    'You can choose one of these. Number 1: No, thanks. Number 2: Water. Number 3: Juice. What about a drink?',
  ],
  [
    'Which name is it?',
    ['Smith, Anna', 'Smith, Otto'],
    'You can choose one of these. Number 1: Smith, Anna. Number 2: Smith, Otto. Which name is it?',
  ],
  [
    'Shall we keep it?',
    ['Yes, please', 'No, cancel', 'Ask me later'],
    'You can choose one of these. Number 1: Yes, please. Number 2: No, cancel. Number 3: Ask me later. Shall we keep it?',
  ],
])('%s %j: apart', async (question, labels, said) => {
  expect(await heardOf(question, labels)).toBe(said);
});

test.each<[question: string, labels: readonly string[], said: string]>([
  ['Which day suits you?', ['Thursday', 'Friday'], 'Which day suits you: Thursday or Friday?'],
  ['Which one?', ['Fish and chips', 'Burger'], 'Which one: Fish and chips or Burger?'],
  ['Shall I book it?', ['Yes', 'No', 'Ask me later'], 'Shall I book it: Yes, No or Ask me later?'],
  ['Shall I book it?', ['Yes, book it', 'No, thanks'], 'Shall I book it?'],
  ['Is this right?', ['Yes, send it', 'Go back'], 'Is this right: Yes send it or Go back?'],
])('%s %j: within the question', async (question, labels, said) => {
  expect(await heardOf(question, labels)).toBe(said);
});

test('a yes with a comma behind it is one again where the user stays silent', async () => {
  const { reprompt } = await hearing([botMessage('Shall I book it?', ['Yes, book it', 'No, thanks'])]);
  expect(reprompt?.replace(/\s+/g, ' ')).toBe(
    'Shall I book it? You can choose one of these. Number 1: Yes, book it. Number 2: No, thanks.',
  );
});
