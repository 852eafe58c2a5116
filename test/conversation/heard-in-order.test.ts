import { botMessage } from '../support/talk';
import { hearing } from './hearing';

/** What only looks like a request stays where it was written. */
test.each([
  [
    'a list of things to bring',
    'Bring these along:\n• Your insurance card\n• Your appointment number\n• A pair of slippers',
    'Bring these along: Your insurance card. Your appointment number. A pair of slippers.',
  ],
  [
    'a list that ends with one',
    'On the day we ask you to show:\n- a photo of yourself\n- your booking code',
    'On the day we ask you to show: a photo of yourself. your booking code.',
  ],
  [
    'an instruction for later',
    'You can hand your ticket on to a friend. Just send us the name of the new visitor at least a day before the show. We then print it anew.',
    'You can hand your ticket on to a friend. Just send us the name of the new visitor at least a day before the show. We then print it anew.',
  ],
  [
    'a relative clause',
    'If your parcel was lost, we send you another one, which is on its way the next day. It costs you nothing.',
    'If your parcel was lost, we send you another one, which is on its way the next day. It costs you nothing.',
  ],
  [
    'advice to come back',
    'Sorry, our system is down. Please try again later.',
    'Sorry, our system is down. Please try again later.',
  ],
])('%s', async (_what, text, said) => {
  const heard = await hearing([botMessage(text)]);
  expect(heard.said.slice(0, said.length)).toBe(said);
  // It asked nothing, so that we do.
  expect(heard.said.slice(said.length)).toMatch(/^ [^?]+\?$/);
});

test.each([
  ['Let us know if there is anything else we can do!'],
  ['Just ask if you have any more questions.'],
  ['Feel free to ask if you need further help.'],
])('where the bot itself offers more, we do not: %j', async (offer) => {
  const { said, reprompt } = await hearing([botMessage(`Your card was sent. ${offer}`)]);
  expect(said).toBe(`Your card was sent. ${offer}`);
  expect(reprompt).toBe(offer);
});

test('an offer of more in the midst of a text ends nothing', async () => {
  const { said } = await hearing([botMessage('Just ask if you need anything else. Your card was sent.')]);
  expect(said).toMatch(/^Just ask if you need anything else\. Your card was sent\. [^?]+\?$/);
});
