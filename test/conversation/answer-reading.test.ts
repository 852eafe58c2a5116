import { answerReading, type ReadingOptions } from '../../lambda/conversation/answer-reading';
import { menuOffer, openOffer } from '../../lambda/conversation/choices';
import { type Conversation, NEW_CONVERSATION } from '../../lambda/conversation/conversation';
import type { Message } from '../../lambda/conversation/message';
import type { Reading } from '../../lambda/conversation/reading';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage } from '../support/talk';

/** A voice that says ten characters a second, and twenty seconds at once: a page has 200 characters. */
const voice = { ...voiceFor('en-US'), pageSeconds: 20, seconds: (text: string) => text.length / 10, cost: () => 0 };
const before: Conversation = { ...NEW_CONVERSATION, turns: 4 };
const NOTHING: Reading = {
  ...{ paragraphs: [], replay: [], missed: [], messages: [], choices: [], lines: [], menu: [], named: [] },
  ...{ taken: [], more: false, moreUnread: false },
};
const silent = { phrase: 'nothing-new', question: 'anything-else' } as const;
const AGAIN = 'In case you missed it.';

/** What is read of the bot, as it says it. */
const ofBot = (...texts: readonly string[]): Reading => ({
  ...NOTHING,
  paragraphs: texts,
  messages: texts.map((text) => botMessage(text)),
  last: { kind: 'bot' },
});
const ofRosa = (...texts: readonly string[]): Reading => {
  const from = { kind: 'agent', name: 'Rosa' } as const;
  return {
    ...ofBot('Rosa says:', ...texts),
    messages: texts.map((text) => ({ ...botMessage(text), from })),
    last: from,
  };
};
const offering = (reading: Reading, ...labels: readonly string[]): Reading => ({
  ...reading,
  choices: labels.map((label) => ({ choice: { label } })),
  messages: reading.messages.map((message, index) =>
    index === reading.messages.length - 1 ? { ...message, choices: labels.map((label) => ({ label })) } : message,
  ),
});
const answered = (reading: Reading, options: Partial<ReadingOptions> = {}, conversation: Partial<Conversation> = {}) =>
  answerReading({ ...before, ...conversation }, reading, { silent, ...options }, voice);
const teas = openOffer([{ choice: { label: 'Green' } }, { choice: { label: 'Black' } }], voice);
const filled = (length: number) => `A${'a'.repeat(length - 2)}.`;

describe('the question that ends what is read', () => {
  test.each<[string, Reading, Partial<ReadingOptions>, Partial<Conversation>, string | undefined]>([
    ['is ours where the bot asks nothing', ofBot('We are open.'), {}, {}, 'anything-else'],
    ['is the bot’s', ofBot('Which day?'), {}, {}, 'bot'],
    [
      'is the bot’s where it asks for something',
      { ...ofBot('Your name.'), inputRequest: { kind: 'form' } },
      {},
      {},
      'bot',
    ],
    ['is about the choices', offering(ofBot('Here.'), 'Tea', 'Cake'), {}, {}, 'choices'],
    [
      'is the bot’s where its menu stands in the text',
      {
        ...ofBot('Which day?'),
        menu: [
          { label: 'One', reply: '1' },
          { label: 'Two', reply: '2' },
        ],
      },
      {},
      {},
      'bot',
    ],
    [
      'is about a menu where it asks nothing',
      {
        ...ofBot('1. One. 2. Two.'),
        menu: [
          { label: 'One', reply: '1' },
          { label: 'Two', reply: '2' },
        ],
      },
      {},
      {},
      'choices',
    ],
    [
      'is ours where a word was only named',
      { ...ofBot('Done.'), named: [{ label: 'stop', reply: 'STOP' }] },
      {},
      {},
      'anything-else',
    ],
    ['is whether to go on, where more of the bot waits', { ...ofBot('Which day?'), more: true }, {}, {}, 'go-on'],
    ['is whether to go on, where it does not fit', ofBot(filled(200), filled(60)), {}, {}, 'go-on'],
    ['is about the next message', { ...ofRosa('Hello.'), moreUnread: true }, {}, {}, 'next-message'],
    ['is a person’s', ofRosa('How are you?'), {}, {}, 'bot'],
    [
      'comes behind the next message, one by one',
      { ...ofRosa('How are you?'), moreUnread: true },
      { oneByOne: true },
      {},
      'next-message',
    ],
    ['is a person’s, of several together', { ...ofRosa('How are you?'), moreUnread: true }, {}, {}, 'bot'],
    ['is whether to reply', ofRosa('Hello.'), {}, {}, 'answer-person'],
    ['is ours behind an announcement', { ...ofBot('We close.'), last: { kind: 'broadcast' } }, {}, {}, 'anything-else'],
    ['is whether a person has answered, where one takes over', ofBot('You are through to Tom.'), {}, {}, 'person'],
    ['is the silent one', NOTHING, {}, {}, 'anything-else'],
    [
      'is that of a word of ours',
      ofBot('We are open.'),
      { remark: { phrase: 'still-coming', question: 'check' } },
      {},
      'check',
    ],
    ['is whether a person has answered, where they have the conversation', NOTHING, {}, { withPerson: true }, 'person'],
    ['is none where the bot takes its leave', ofBot('Thank you for calling. Goodbye!'), {}, {}, undefined],
    ['is ours where messages wait behind that', { ...ofBot('Goodbye!'), moreUnread: true }, {}, {}, 'next-message'],
    ['is whether to reply to a person who takes their leave', ofRosa('Goodbye!'), {}, {}, 'answer-person'],
  ])('%s', (_what, reading, options, conversation, question) => {
    expect(answered(reading, options, conversation).reply.question).toBe(question);
  });
});

describe('words of ours', () => {
  test('lead to what is read, and to nothing where there is nothing', () => {
    expect(answered(ofBot('Hello.'), { lead: 'welcome-back' }).reply.parts).toEqual([
      { phrase: 'welcome-back' },
      { text: 'Hello.' },
    ]);
    expect(answered(NOTHING, { lead: 'welcome-back' }).reply.parts).toEqual([{ phrase: 'nothing-new' }]);
    expect(answered(offering(NOTHING, 'Tea'), { lead: 'welcome-back' }).reply.parts).toEqual([
      { phrase: 'welcome-back' },
    ]);
  });

  test('stand behind what is read, and before what the bot asks', () => {
    const remark = { phrase: 'still-coming', question: 'check' } as const;
    expect(answered(ofBot('Hello.'), { remark }).reply.parts).toEqual([{ text: 'Hello.' }, { phrase: 'still-coming' }]);
    const { reply } = answered(ofBot('Hello. Which day?'), { remark });
    expect(reply.parts).toEqual([{ text: 'Hello.' }, { phrase: 'still-coming' }, { text: 'Which day?' }]);
    expect(reply.asking).toBe('Which day?');
  });
});

describe('the bot’s question', () => {
  test('stands by itself where its choices are said with it', () => {
    const { reply, conversation } = answered(offering(ofBot('Hello. Which tea?'), 'Green', 'Black'));
    expect(reply).toMatchObject({
      parts: [{ text: 'Hello.' }, { text: 'Which tea?' }],
      asking: 'Which tea?',
      question: 'choices',
    });
    expect(conversation).toMatchObject({ asking: 'Which tea?', offer: teas });
  });

  test('is moved behind the rest, but not among what people say', () => {
    expect(answered(ofBot('Which day? We are open.')).reply.parts).toEqual([
      { text: 'We are open.' },
      { text: 'Which day?' },
    ]);
    expect(answered(ofRosa('Which day? We are open.')).reply.parts).toEqual([
      { text: 'Rosa says:' },
      { text: 'Which day? We are open.' },
    ]);
    expect(answered(ofRosa('Hello. Which day?')).reply).toMatchObject({ asking: 'Which day?' });
  });

  test('waits for the rest of a long text', () => {
    const { reply, conversation } = answered(ofBot(filled(200), `${filled(40)} Which day would you like?`));
    expect(reply).not.toHaveProperty('asking');
    expect(conversation.rest).toEqual([`${filled(40)} Which day would you like?`]);
  });

  test('is asked again of who comes back to it, with the first of its choices', () => {
    const open = { asking: 'Which tea?', offer: teas && { ...teas, isHeard: true as const } };
    const { reply } = answered(NOTHING, { keepsQuestion: true }, open);
    expect(reply).toMatchObject({
      parts: [{ text: 'Which tea?' }],
      question: 'choices',
      offer: { labels: ['Green', 'Black'] },
    });
    expect(reply.offer).not.toHaveProperty('isHeard');
    expect(answered(ofBot('Hello.'), { keepsQuestion: true }, open).reply.parts[0]).toEqual({ text: 'Hello.' });
    expect(answered(NOTHING, {}, open).reply.parts).toEqual([{ phrase: 'nothing-new' }]);
  });
});

describe('what was open', () => {
  const open: Partial<Conversation> = { offer: teas, inputRequest: { kind: 'number' } };

  test.each<[string, Reading, Partial<ReadingOptions>, Partial<Conversation>, boolean]>([
    ['goes where the bot was told something', ofBot('Hello.'), {}, {}, false],
    ['stays where it was told nothing', ofRosa('Hello.'), { keepsQuestion: true }, {}, true],
    ['stays while a text is read on', ofBot('Hello.'), { rest: ['More.'] }, {}, true],
    ['stays while something was missed', ofBot('Hello.'), {}, { missed: ['x.'] }, true],
    [
      'goes where something new is offered',
      { ...offering(ofBot('Hello.'), 'Cake'), inputRequest: { kind: 'date' } },
      { keepsQuestion: true },
      {},
      false,
    ],
  ])('%s', (_what, reading, options, conversation, stays) => {
    const { conversation: after } = answered(reading, options, { ...open, ...conversation });
    expect([after.offer === teas, after.inputRequest === open.inputRequest]).toEqual([stays, stays]);
  });

  test('is not asked about behind what somebody else says', () => {
    expect(answered(ofRosa('Hello.'), { keepsQuestion: true }, { offer: teas }).reply.question).toBe('answer-person');
    expect(answered(offering(ofRosa('Hello.'), 'Call me')).reply.question).toBe('choices');
    const menu = menuOffer([{ label: 'One', reply: '1' }]);
    expect(answered(ofBot('Hello.'), { keepsQuestion: true }, { offer: menu }).reply.question).toBe('choices');
  });
});

describe('what was missed', () => {
  test('is said behind what is new, and marked', () => {
    const { reply } = answered({ ...ofBot('Hello.'), replay: [AGAIN, 'We are open.'] });
    expect(reply.parts).toEqual([
      { text: 'Hello.' },
      { text: AGAIN, replay: true },
      { text: 'We are open.', replay: true },
    ]);
  });

  test('stands before a newer question, without its own, and a word leads back', () => {
    const { reply } = answered({
      ...ofBot('Hello. Which day?'),
      replay: [AGAIN, 'We are open. Which tea?', 'Which cake?'],
    });
    const back = voice.introduce({ kind: 'back' });
    expect(reply.parts.map((part) => 'text' in part && part.text)).toEqual([
      'Hello.',
      AGAIN,
      'We are open.',
      back,
      'Which day?',
    ]);
    const alone = answered({ ...ofBot('Which day?'), replay: [AGAIN, 'Which tea?'] });
    expect(alone.reply.parts).toEqual([{ text: 'Which day?' }]);
  });

  test('asks its own question where nothing newer is asked', () => {
    const { reply } = answered({ ...NOTHING, replay: [AGAIN, 'Which tea?'] });
    expect(reply).toMatchObject({ asking: 'Which tea?', question: 'bot' });
  });

  test('and has no room now is kept', () => {
    expect(answered({ ...ofBot('Hello.'), missed: ['x.'] }).conversation.missed).toEqual(['x.']);
    expect(answered(ofBot('Hello.'), {}, { missed: ['old.'] }).conversation.missed).toBeUndefined();
  });
});

describe('the offer to do more', () => {
  const offer = 'Let us know if you need anything else.';

  test('is the question, where the bot makes it', () => {
    const { reply } = answered(ofBot(offer, 'We are open.'));
    expect(reply).toMatchObject({
      parts: [{ text: 'We are open.' }, { text: offer }],
      question: 'anything-else',
      asking: offer,
    });
  });

  test.each<[string, Reading, Partial<ReadingOptions>]>([
    ['of a person', ofRosa(offer), {}],
    ['before what was missed', { ...ofBot(offer), replay: [AGAIN, 'x.'] }, {}],
    ['beside a question', ofBot(`${offer} Which day?`), {}],
    ['before a word of ours', ofBot(offer), { remark: { phrase: 'still-coming', question: 'anything-else' } }],
    ['of which not all fits', ofBot(filled(200), filled(60), offer), {}],
  ])('%s is none', (_what, reading, options) => {
    expect(answered(reading, options).reply.asking).not.toBe(offer);
  });
});

test('a goodbye before pictures is one', () => {
  const image = { kind: 'image', url: 'https://shop.example/1.png' } as const;
  const reading = (...media: Message['media']): Reading => ({
    ...ofBot('Goodbye!', ...new Set(media.map(({ kind }) => `There is a ${kind} in your Alexa app.`))),
    messages: [{ ...botMessage('Goodbye!'), media }],
  });
  expect(answered(reading(image)).reply.question).toBeUndefined();
  expect(answered(reading(image, image, { ...image, kind: 'video' })).reply.question).toBeUndefined();
  const behind: Reading = {
    ...ofBot('Goodbye!', 'We are open.'),
    messages: [botMessage('Goodbye!'), botMessage('We are open.')],
  };
  expect(answered(behind).reply.question).toBe('anything-else');
});
