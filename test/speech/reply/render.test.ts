import type { Phrase, Question, Reply } from '../../../lambda/conversation/reply';
import { type RenderedBusiness, render } from '../../../lambda/speech/render';
import { message } from '../messages';

interface In {
  readonly locale?: string;
  readonly business?: RenderedBusiness;
}

function spoken(reply: Partial<Reply>, { locale = 'en-US', business }: In = {}) {
  const { ssml, reprompt } = render(
    { parts: [], turn: 0, messages: [], ...reply },
    { locale, ...(business && { business }) },
  );
  return { said: paragraphs(ssml), again: reprompt && paragraphs(reprompt).join(' | ') };
}

/** The paragraphs of SSML that has nothing else. */
const paragraphs = (ssml: string) =>
  ssml
    .replace(/^<speak>|<\/speak>$/g, '')
    .split(/<\/p> ?/)
    .slice(0, -1)
    .map((paragraph) => paragraph.replace('<p>', '').replaceAll('&apos;', "'").replaceAll('&amp;', '&'));

const bot = (...texts: string[]) => texts.map((text) => ({ text }));

describe('at its end a reply asks, and asks again', () => {
  test.each<[question: Question, more: Partial<Reply>, closing: string, again: string]>([
    ['what', {}, 'What would you like to say?', 'What would you like to say? For some hints, say help.'],
    ['check', {}, 'Shall I look again?', 'To hear the answer, say check.'],
    ['check', { turn: 1 }, 'Shall I check again?', 'To hear the answer, say check.'],
    ['next-message', {}, 'Shall I read the next one?', 'You can say next, skip, or delete all.'],
    ['answer-person', {}, 'Would you like to reply?', 'Would you like to reply? Say yes or no.'],
    ['reply', {}, 'What shall I tell them?', 'What shall I tell them? Just say it in your own words.'],
    ['delete-all', {}, 'Shall I delete all your new messages unread?', 'Shall I delete them? Say yes or no.'],
    ['forget-me', {}, 'Shall I forget you?', 'Shall I forget you? Say yes or no.'],
    [
      'person',
      {},
      'Shall I see if they have answered?',
      'To hear their answer, say check. To tell them more, just say it.',
    ],
    ['confirm-choice', { guess: 'Drama' }, 'Did you say Drama?', 'Did you say Drama? Say yes or no.'],
    ['go-on', {}, 'Shall I go on?', 'Shall I go on? Say yes or no.'],
    ['go-on', { turn: 1 }, "There's more. Shall I go on?", 'Shall I go on? Say yes or no.'],
    ['go-on', { about: 'Delivery' }, "There's more about Delivery. Shall I go on?", 'Shall I go on? Say yes or no.'],
    [
      'go-on',
      { about: 'Delivery', turn: 1 },
      "There's more on Delivery. Shall I go on?",
      'Shall I go on? Say yes or no.',
    ],
    ['anything-else', {}, 'Anything else?', 'Is there anything else? If not, say stop.'],
    [
      'anything-else',
      { turn: 4, asked: 1 },
      'What else can I do for you?',
      'Is there anything else? If not, say stop.',
    ],
    ['anything-else', { turn: 2 }, 'Can I help you with something else?', 'Is there anything else? If not, say stop.'],
  ])('%s %j', (question, more, closing, again) => {
    const parts = bot('Your table is booked.');
    expect(spoken({ parts, question, ...more })).toEqual({ said: ['Your table is booked.', closing], again });
  });

  test.each<[parts: string[], more: Partial<Reply>, said: string[], again: string | undefined]>([
    [['Your table is booked.'], {}, ['Your table is booked.'], undefined],
    [
      ['Is that all for today?'],
      { question: 'anything-else', asking: 'Is that all for today?' },
      ['Is that all for today?'],
      'Is that all for today?',
    ],
    // Its request that has no question mark.
    [
      ['We are open.', ' Your order number. '],
      { question: 'bot' },
      ['We are open.', ' Your order number. '],
      'Your order number.',
    ],
    [['We are open. Which day?'], { question: 'bot', asking: 'Which day?' }, ['We are open. Which day?'], 'Which day?'],
    [[], { question: 'bot' }, [], 'What would you like to say? For some hints, say help.'],
    [['x'.repeat(300)], { question: 'bot' }, ['x'.repeat(300)], 'x'.repeat(300)],
    [
      ['x'.repeat(301)],
      { question: 'bot', turn: 1 },
      ['x'.repeat(301)],
      'What would you like to say? For some hints, say help.',
    ],
    [[' ', 'Your name?', ''], { question: 'bot' }, ['Your name?'], 'Your name?'],
  ])('in its own words: %j', (parts, more, said, again) => {
    expect(spoken({ parts: bot(...parts), ...more })).toEqual({ said, again });
  });
});

describe('what a business says of itself', () => {
  const hints = ['a table', 'takeaway', 'a job', 'a lift'];
  const named = { name: 'Bella & Co', hints };
  const greeting = { ...named, greeting: 'Ahoy!' };

  test.each<[phrase: Phrase, business: RenderedBusiness | undefined, said: string]>([
    ['greeting', undefined, 'Hello.'],
    ['greeting', named, 'Hello, this is Bella & Co.'],
    ['greeting', greeting, 'Ahoy!'],
    ['welcome', undefined, 'Hello! You can talk to me in your own words.'],
    ['welcome', { name: '', hints: [] }, 'Hello! You can talk to me in your own words.'],
    [
      'welcome',
      named,
      'Hello, this is Bella & Co. You can talk to me in your own words. You could say, for example: a table or takeaway.',
    ],
    ['welcome', greeting, 'Ahoy! You could say, for example: a table or takeaway.'],
    ['welcome', { ...greeting, hints: ['a table'] }, 'Ahoy! You could say, for example: a table.'],
    ['welcome-back', greeting, 'Welcome back to Bella & Co!'],
    ['help', undefined, 'Just talk to me in your own words.'],
    ['help', greeting, 'Just talk to me in your own words. You could say, for example: a table, takeaway or a job.'],
    [
      'help-answer',
      greeting,
      'Just answer in your own words, or ask for something else. You could say, for example: a table, takeaway or a job.',
    ],
    ['help-yes-no', greeting, 'Just say yes or no, or ask for something else.'],
    ['goodbye', greeting, 'Goodbye!'],
  ])('%s %j', (phrase, business, said) => {
    expect(spoken({ parts: [{ phrase }] }, business && { business })).toEqual({ said: [said], again: undefined });
  });

  test('each name as it says it, in what is repeated as well', () => {
    const business = { ...named, pronunciations: [{ written: 'Bella', spoken: 'bay la' }] };
    const { ssml, reprompt } = render(
      {
        parts: [{ phrase: 'welcome-back' }, { text: 'Shall Bella call?' }],
        asking: 'Shall Bella call?',
        question: 'bot',
        turn: 0,
        messages: [],
      },
      { locale: 'en-US', business },
    );
    const name = '<sub alias="bay la">Bella</sub>';
    expect(ssml).toBe(`<speak><p>Welcome back to ${name} &amp; Co!</p> <p>Shall ${name} call?</p></speak>`);
    expect(reprompt).toBe(`<speak><p>Shall ${name} call?</p></speak>`);
  });
});

describe('choices', () => {
  const offer = (...labels: string[]) => ({ labels, more: false });

  test.each<[parts: string[], more: Partial<Reply>, said: string[], again: string]>([
    [
      ['We have soup. What would you like?'],
      { asking: 'What would you like?', offer: offer('soup', 'salad') },
      ['We have soup.', 'What would you like: soup or salad?'],
      'What would you like: soup or salad?',
    ],
    [
      ['What would you like?'],
      { asking: 'What would you like?', offer: offer('soup', 'salad') },
      ['What would you like: soup or salad?'],
      'What would you like: soup or salad?',
    ],
    [
      ['Hello.', 'We cook till ten. Soup or salad?'],
      { asking: 'Soup or salad?', offer: offer('Soup', 'Salad') },
      ['Hello.', 'We cook till ten.', 'Soup or salad?'],
      'Soup or salad?',
    ],
    // It was said before something else.
    [
      ['What would you like?', 'We cook till ten.'],
      { asking: 'What would you like?', offer: offer('soup', 'salad') },
      ['What would you like?', 'We cook till ten.', 'What would you like: soup or salad?'],
      'What would you like: soup or salad?',
    ],
    // They have just been named.
    [
      ['We have soup and salad. Which of the following dishes would you like?'],
      { asking: 'Which of the following dishes would you like?', offer: offer('soup', 'salad') },
      ['We have soup and salad.', 'Which of these dishes would you like?'],
      'Which of the following dishes would you like: soup or salad?',
    ],
    [['We are open.'], {}, ['We are open.', 'Which would you like?'], 'What will it be?'],
  ])('with what the bot asks: %j', (parts, more, said, again) => {
    expect(spoken({ parts: bot(...parts), question: 'choices', ...more })).toEqual({ said, again });
  });

  const cards = ['Garden room', 'Sea view'].map((title) => ({ title, choices: [{ label: 'Book' }] }));

  test.each([
    [true, 'The choices are Garden room and Sea view. | For each of them you can say Book. | What will it be?'],
    [undefined, 'Would you like to book? Say yes, or tell me what you would like instead.'],
  ] as const)('of cards, the names are heard again: %s', (isOfEach, again) => {
    const offered = { ...offer('Book'), ...(isOfEach && { isOfEach }) };
    expect(spoken({ question: 'choices', offer: offered, messages: [message({ cards })] }).again).toBe(again);
  });
});

describe('where a link is', () => {
  const menu = [message({ text: 'See [our menu](https://x.example/m).' })];
  const where = 'The link is in your Alexa app.';

  test.each<[parts: string[], more: Partial<Reply>, said: string[]]>([
    [['See our menu.'], {}, ['See our menu.', where]],
    [['See our menu.'], { messages: [] }, ['See our menu.']],
    [['See our menu.'], { question: 'anything-else' }, ['See our menu.', where, 'Anything else?']],
    [
      ['See our menu.', 'Will you come?'],
      { question: 'bot', asking: 'Will you come?' },
      ['See our menu.', where, 'Will you come?'],
    ],
    [
      ['See our menu. Will you come?'],
      { question: 'bot', asking: 'Will you come?' },
      ['See our menu.', where, 'Will you come?'],
    ],
    [
      ['Will you see our menu?'],
      { question: 'bot', asking: 'Will you see our menu?' },
      [where, 'Will you see our menu?'],
    ],
    [['See our menu.', 'Have a nice day!'], {}, ['See our menu.', where, 'Have a nice day!']],
    [['Rosa says:', 'See our menu.'], {}, [where, 'Rosa says:', 'See our menu.']],
    [['Hello.', 'Rosa says:', 'See our menu.'], {}, ['Hello.', where, 'Rosa says:', 'See our menu.']],
    [['Rosa says: hello.', 'See our menu.'], {}, ['Rosa says: hello.', where, 'See our menu.']],
    [['ローザから：', 'See our menu.'], {}, [where, 'ローザから：', 'See our menu.']],
    // It is said already, once.
    [['See the link in your Alexa app.', 'Bye.'], {}, ['See the link in your Alexa app.', 'Bye.']],
    [
      ['Here is the link in your Alexa app.', 'And the link in your Alexa app.'],
      {},
      ['Here is the link in your Alexa app.', 'And another link there.'],
    ],
    [
      ['There is a picture in your Alexa app.', 'There is a picture in your Alexa app.'],
      { messages: [] },
      ['There are two pictures in your Alexa app.'],
    ],
  ])('%j %j', (parts, more, said) => {
    expect(spoken({ parts: bot(...parts), messages: menu, ...more }).said).toEqual(said);
  });
});

describe('a request behind a list points back to it', () => {
  const asking = 'Please choose one of the following.';

  test.each<[parts: string[], asking: string, said: string]>([
    [['1. Soup. 2. Salad.', asking], asking, 'Please choose one of these.'],
    [['We have these: 1) Soup, 2) Salad.', asking], asking, 'Please choose one of these.'],
    [['We have these:', '1. Soup.', '2. Salad.', asking], asking, 'Please choose one of these.'],
    [['We have soup and salad.', asking], asking, asking],
    [['Soup is 1.50, salad is 2.50.', asking], asking, asking],
    [['Row 21. Seat 32. Both are free.', asking], asking, asking],
    [['2. Salad. 1. Soup.', asking], asking, asking],
    [['1.Soup. 2.Salad.', asking], asking, asking],
    [['1. Soup\n2. Salad', asking], asking, 'Please choose one of these.'],
    [[`1. Soup. 2. Salad. ${asking}`], asking, `1. Soup. 2. Salad. ${asking}`],
  ])('%j', (parts, asking, said) => {
    expect(
      spoken({ parts: bot(...parts), asking, question: 'bot' })
        .said.at(-1)
        ?.replace(/<[^<>]*> ?/g, ''),
    ).toBe(said);
  });

  test.each([
    ['ja-JP', '１．スープ ２．サラダ', '以下からお選びください。', 'この中からお選びください。'],
    ['ja-JP', '１）スープ ２）サラダ', '以下からお選びください。', 'この中からお選びください。'],
    ['ja-JP', '1、スープ 2、サラダ', '以下からお選びください。', 'この中からお選びください。'],
    ['hi-IN', '१. चाय २. कॉफ़ी', 'निम्नलिखित में से चुनें।', 'इनमें से चुनें।'],
    ['ar-SA', '١. شوربة ٢. سلطة', 'اختر أحد الخيارات التالية.', 'اختر أحد هذه الخيارات.'],
  ])('%s %s', (locale, list, asking, said) => {
    expect(spoken({ parts: bot(list, asking), asking, question: 'bot' }, { locale }).said.at(-1)).toBe(said);
  });

  test('only where it is the last thing that is said, and the bot’s', () => {
    const list = '1. Soup. 2. Salad.';
    const said = (more: Partial<Reply>) => spoken({ parts: bot(list, asking), ...more }).said.slice(1);
    expect(said({ asking, question: 'anything-else' })).toEqual([asking]);
    expect(said({ question: 'bot' })).toEqual([asking]);
    expect(said({ asking: 'the following.', question: 'bot' })).toEqual([asking]);
  });
});

describe('a reply that is too long for Alexa', () => {
  const sentence = 'We have a table for two at the window for you. ';
  const long = sentence.repeat(400);

  test.each<[more: Partial<Reply>, end: string]>([
    [{}, 'for you.</p></speak>'],
    [{ question: 'go-on' }, 'for you.</p> <p>Shall I go on?</p></speak>'],
    [{ question: 'go-on', pause: 10 }, 'for you.</p> <p>Shall I go on?</p></speak>'],
  ])('ends with a whole sentence and all that is asked: %j', (more, end) => {
    const { ssml } = render({ parts: bot('Sure.', long), turn: 0, messages: [], ...more }, { locale: 'en-US' });
    expect(ssml.endsWith(end)).toBe(true);
    expect([ssml.length <= 8000, ssml.length > 8000 - 2 * sentence.length]).toEqual([true, true]);
  });

  test('and so does what is repeated', () => {
    const asking = `${long}Is that so?`;
    const { reprompt = '' } = render(
      { parts: bot(asking), asking, question: 'bot', turn: 0, messages: [] },
      { locale: 'en-US' },
    );
    expect(reprompt.endsWith('for you.</p></speak>')).toBe(true);
    expect([reprompt.length <= 8000, reprompt.length > 8000 - 2 * sentence.length]).toEqual([true, true]);
  });
});

test('a reply is said with the pauses, codes and escapes of speech, and has a card where it needs one', () => {
  const messages = [message({ text: 'Menu: https://x.example/m' })];
  expect(
    render(
      {
        parts: bot('1. Soup. 2. Salad & bread.', 'Any wish?'),
        asking: 'Any wish?',
        question: 'bot',
        pause: 3,
        turn: 0,
        messages,
      },
      { locale: 'en-US', business: { name: 'Bella', hints: [] } },
    ),
  ).toEqual({
    ssml: '<speak><p>1. Soup. <break time="300ms"/> 2. Salad &amp; bread.</p> <break time=\'3s\'/> <p>Any wish?</p></speak>',
    reprompt: '<speak><p>Any wish?</p></speak>',
    card: { title: 'Bella', text: 'https://x.example/m' },
  });
});

test('the card has all of a list of which the rest is still to be read', () => {
  const messages = [message({ text: `- Soup\n${'- Salad\n'.repeat(5)}` })];
  const shown = (question: Question) =>
    render({ parts: bot('Soup.'), question, turn: 0, messages }, { locale: 'en-US' }).card?.text;
  expect([shown('go-on'), shown('anything-else')]).toEqual([`Soup${'\nSalad'.repeat(5)}`, undefined]);
});
