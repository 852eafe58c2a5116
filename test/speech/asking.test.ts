import { voiceFor } from '../../lambda/speech/voice';

const voice = voiceFor('en-US');

test.each([
  ['Shall I book the table? Please answer yes or no.', 'Shall I book the table? Please answer yes or no.'],
  ['Please tell me your order number.', 'Please tell me your order number.'],
  ['Continue (Y/N)', 'Continue (Y/N)'],
  ['Which day? We are closed on Monday.', 'Which day?'],
  ['Hi Dr. Smith. What is your name', 'What is your name'],
  ['We open at 9.30 a.m. Enter your PIN:', 'Enter your PIN:'],
])('%j asks', (text, asked) => {
  expect(voice.asked(text)?.asked).toBe(asked);
});

test.each(['Please bring your ID.', 'Enter through the side door.', 'We open at nine.', 'Call us on 555 0100.'])(
  '%j asks nothing',
  (text) => {
    expect(voice.asked(text)).toBeUndefined();
  },
);
