import { botMessage } from '../support/talk';
import { hearing } from './hearing';

type Row = [what: string, text: string, said: string];

/** What only looks like a request stays where it was written. */
test.each<Row>([
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
    'a wish for later',
    'Dogs may come along. Please tell us when you reserve. We then keep a table by the door.',
    'Dogs may come along. Please tell us when you reserve. We then keep a table by the door.',
  ],
  [
    'what is to be told in time',
    'We keep your locker until noon. If you want it longer, just tell us an hour ahead.',
    'We keep your locker until noon. If you want it longer, just tell us an hour ahead.',
  ],
  [
    'a relative clause',
    'If your parcel was lost, we send you another one, which is on its way the next day. It costs you nothing.',
    'If your parcel was lost, we send you another one, which is on its way the next day. It costs you nothing.',
  ],
  ...[
    'Burst pipe? Call our night line. We come at once.',
    'Any changes? Text us at any hour. It is free.',
    'Q: Is there a lift? A: There is one in each house. It is wide.',
    'You asked: when is lunch? We serve it at noon. It is warm.',
    'Your excess is 200 plus or minus nothing.',
    "It's ten dollars or nine euros.",
  ].map((text) => ['a question or a choice that is none', text, text] as Row),
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

test('questions that the text answers itself are left where they are', async () => {
  const text = [
    '**Can I bring my bike?** Yes, there is room for it in the cellar.',
    '**Is lunch included?** Lunch is served at noon and costs extra.',
    '**Do you have lockers?** We have twenty of them.',
    '**Can I leave early?** Early leave is free, but tell the desk.',
  ].join('\n\n');
  const { said } = await hearing([botMessage(text)]);
  const read = text.replaceAll('**', '').replaceAll('\n\n', ' ');
  expect(said.slice(0, read.length)).toBe(read);
  expect(said.slice(read.length)).toMatch(/^ [^?]+\?$/);
});

test('a question that the next paragraph answers stands before it', async () => {
  const { said } = await hearing([
    botMessage('> How do I unlock my phone?\n\nText UNLOCK to 7789. It takes two days.'),
  ]);
  expect(said).toMatch(/^How do I unlock my phone\? Text /);
});

test('a question with advice in the next paragraph is asked', async () => {
  const { said } = await hearing([botMessage('Which day suits you?\n\nWe are closed on Monday.')]);
  expect(said).toBe('We are closed on Monday. Which day suits you?');
});

test.each([
  'Sorry, I did not get that. Please try rephrasing your question.',
  'Sorry, that was too long for me. Try asking in other words.',
])('who is asked to say it again is asked nothing else: %j', async (text) => {
  expect((await hearing([botMessage(text)])).said).toBe(text);
});

test.each([
  ['Your order number? See the top of your receipt.', 'See the top of your receipt. Your order number?'],
  ['Ready? Open the lid.', 'Open the lid. Ready?'],
])('a thing that is asked for with advice is asked: %j', async (text, said) => {
  expect((await hearing([botMessage(text)])).said).toBe(said);
});

test.each([
  "Once you've found it, give me your member number.",
  "When you've found it, give me your member number.",
  "The desk is empty. Leave your number and we'll ring you at eight.",
])('what is asked for behind a condition or before a promise is asked: %j', async (text) => {
  expect((await hearing([botMessage(text)])).said).toBe(text);
});

test.each([
  'You are through to Tom now.',
  'Please hold the line.',
  "You're second in the queue. A colleague will be with you in a minute.",
])('who waits for a person is not asked for more: %j', async (text) => {
  const { said, say } = await hearing([botMessage(text)]);
  expect(said).toMatch(/(?:see if they have answered|look for their answer)\?$/);
  expect((await say('no')).reprompt).toBeUndefined();
});

test('a goodbye with a picture behind it ends', async () => {
  const picture = { kind: 'image', url: 'https://shop.example/bye.png' } as const;
  const bye = { ...botMessage('Bye for now, and thanks for coming!'), id: '1' };
  const { said, reprompt } = await hearing([bye, { ...botMessage(''), text: undefined, id: '2', media: [picture] }]);
  expect(said).toBe('Bye for now, and thanks for coming! There is a picture in your Alexa app.');
  expect(reprompt).toBeUndefined();
});
