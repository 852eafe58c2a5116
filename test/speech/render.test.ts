import fc from 'fast-check';
import { check } from 'ssml-check-core';
import type { Message } from '../../lambda/conversation/message';
import type { Phrase, Reply } from '../../lambda/conversation/reply';
import { render } from '../../lambda/speech/render';
import { voiceFor } from '../../lambda/speech/voice';
import { anyText, markupSoup } from './arbitraries';
import { message } from './messages';
import { heard, xmlFault } from './xml';

function spoken(reply: Partial<Reply>, options = { locale: 'en-US' } as { locale: string; name?: string }) {
  const { ssml, reprompt, card } = render({ parts: [], turn: 0, messages: [], ...reply }, options);
  return { said: heard(ssml), reprompt: reprompt && heard(reprompt), card };
}

describe('a reply', () => {
  test('is said part by part, ours and the bot’s', () => {
    expect(
      spoken({ parts: [{ phrase: 'all-right' }, { text: 'We open at nine.' }], question: 'anything-else' }),
    ).toEqual({
      said: 'All right. We open at nine. Anything else?',
      reprompt: 'Is there anything else? If not, say stop.',
      card: undefined,
    });
  });

  test('each part is a paragraph', () => {
    const { ssml } = render(
      { parts: [{ text: 'One.' }, { text: 'Two.' }], turn: 0, messages: [] },
      { locale: 'en-US' },
    );
    expect(ssml).toBe('<speak><p>One.</p> <p>Two.</p></speak>');
  });

  test('without a question has no reprompt, so that the session ends', () => {
    expect(spoken({ parts: [{ phrase: 'goodbye' }] })).toEqual({
      said: 'Goodbye!',
      reprompt: undefined,
      card: undefined,
    });
  });

  test('names the business where its name is known', () => {
    const options = { locale: 'en-GB', business: { name: 'Bella & Co', hints: [] } };
    expect(spoken({ parts: [{ phrase: 'welcome' }], question: 'what' }, options).said).toBe(
      'Hello, this is Bella & Co. You can talk to me in your own words. What would you like to say?',
    );
    expect(spoken({ parts: [{ phrase: 'welcome' }], question: 'what' }).said).toBe(
      'Hello! You can talk to me in your own words. What would you like to say?',
    );
  });

  test.each<[phrase: Phrase, said: string]>([
    ['welcome', 'a table or takeaway'],
    ['help', 'a table, takeaway or a job'],
    ['goodbye', 'Goodbye!'],
  ])('%s tells what the business suggests to say, as far as there is room: %s', (phrase, said) => {
    const options = { locale: 'en-US', business: { hints: ['a table', 'takeaway', 'a job', 'a lift'] } };
    const heardOf = spoken({ parts: [{ phrase }] }, options).said;
    expect(heardOf).toContain(said);
    expect(heardOf).not.toContain('a lift');
  });

  test('greets as the business does', () => {
    const options = { locale: 'en-US', business: { greeting: 'Ahoy!', hints: [] } };
    expect(spoken({ parts: [{ phrase: 'greeting' }] }, options).said).toBe('Ahoy!');
    expect(spoken({ parts: [{ phrase: 'welcome' }] }, options).said).toBe('Ahoy!');
  });

  test('asks about what it may have misheard, and again', () => {
    const { said, reprompt } = spoken({ question: 'confirm-choice', guess: 'Drama' });
    expect([said, reprompt]).toEqual([expect.stringContaining('Drama'), expect.stringContaining('Drama')]);
  });

  test('varies our questions from turn to turn', () => {
    const questions = [0, 1, 2].map((turn) => spoken({ question: 'anything-else', turn }).said);
    expect(new Set(questions).size).toBe(3);
  });

  test.each(['go-on', 'check', 'anything-else', 'what'] as const)(
    'that asks %s ends in a question and has a reprompt',
    (question) => {
      const { said, reprompt } = spoken({ parts: [{ text: 'Well.' }], question });
      expect(said).toMatch(/^Well\. .*\?$/);
      expect(reprompt).toMatch(/\w/);
    },
  );
});

test('a moment to think lies between our word and the question, and is not repeated with it', async () => {
  const { ssml, reprompt } = render(
    {
      parts: [{ phrase: 'wait' }, { text: 'What is your name?' }],
      pause: 10,
      question: 'bot',
      asking: 'What is your name?',
      turn: 0,
      messages: [],
    },
    { locale: 'en-US' },
  );
  expect(ssml).toBe("<speak><p>Take your time.</p> <break time='10s'/> <p>What is your name?</p></speak>");
  expect(await check(ssml, { platform: 'amazon', locale: 'en-US' })).toBeUndefined();
  expect(reprompt).toBe('<speak><p>What is your name?</p></speak>');
});

test('a moment to think fits with the longest question', () => {
  const text = 'Is it this? '.repeat(2000);
  const { ssml } = render(
    { parts: [{ phrase: 'wait' }, { text }], pause: 10, question: 'bot', turn: 0, messages: [] },
    { locale: 'en-US' },
  );
  expect(ssml.length).toBeGreaterThan(7900);
  expect(ssml.length).toBeLessThanOrEqual(8000);
});

test('an answer that is still on its way can be asked for', () => {
  expect(spoken({ parts: [{ phrase: 'still-coming' }], question: 'check' })).toMatchObject({
    said: 'The answer is still on its way. Shall I look again?',
    reprompt: 'To hear the answer, say check.',
  });
});

describe('choices', () => {
  const offer = (labels: string[], more = false) => ({ labels, more });

  test.each([
    [offer(['soup']), 'Would you like soup?'],
    [offer(['soup', 'salad']), 'You can say soup or salad. Which would you like?'],
    [offer(['soup', 'salad', 'bread']), 'You can say soup, salad or bread. Which would you like?'],
    [
      offer(['soup', 'salad', 'bread'], true),
      'You can say soup, salad, bread, or say more options. Which would you like?',
    ],
    [offer(['soup'], true), 'You can say soup, or say more options. Which would you like?'],
    [offer(['{{labels}}', 't(goodbye)']), 'You can say {{labels}} or t(goodbye). Which would you like?'],
    [
      offer(['$t(goodbye)', '$&']),
      'You can choose one of these. Number 1: $t(goodbye). Number 2: $&. Which would you like?',
    ],
  ])('%j', (offered, said) => {
    expect(spoken({ offer: offered, question: 'choices' }).said).toBe(said);
  });

  test('are repeated when the user stays silent', () => {
    expect(spoken({ offer: offer(['soup', 'salad']), question: 'choices', turn: 0 })).toMatchObject({
      said: 'You can say soup or salad. Which would you like?',
      reprompt: 'You can say soup or salad. What will it be?',
    });
  });

  test('that are none leave the question', () => {
    expect(spoken({ offer: offer([]), question: 'choices' }).said).toBe('Which would you like?');
  });
});

describe('the bot’s own question', () => {
  test.each([
    ['We are open. Do you want to book?', 'Do you want to book?'],
    ['Would you like to see Dr. Smith today?', 'Would you like to see Dr. Smith today?'],
    ['Shall I book 2.5 hours?', 'Shall I book 2.5 hours?'],
    ['He asked: “Are you in?”', 'He asked: “Are you in?”'],
    ['元気です。予約しますか？', '予約しますか？'],
    ['هل تريد الحجز؟', 'هل تريد الحجز؟'],
  ])('%j ends the reply and is asked again', (text, question) => {
    const asking = voiceFor('en-US').asked(text)?.asked;
    expect(spoken({ parts: [{ text: 'Hello.' }, { text }], asking, question: 'bot' })).toMatchObject({
      said: `Hello. ${text}`,
      reprompt: question,
    });
  });

  test('is followed by its choices as the end of it, and never by a second question', () => {
    const asking = 'What would you like?';
    const parts = [{ text: `We have soup. ${asking}` }];
    const offered = (labels: string[], more = false) =>
      spoken({ parts, asking, offer: { labels, more }, question: 'choices' });
    expect(offered(['soup', 'salad'])).toMatchObject({
      said: 'We have soup. What would you like: soup or salad?',
      reprompt: 'What would you like: soup or salad?',
    });
    expect(offered(['Soup', 'Salad', 'Bread'], true).said).toMatch(/like: Soup, Salad, Bread, or more options\?$/);
    expect(offered(['Yes!', 'No.']).said).toMatch(/like: Yes! or No\?$/);
  });

  test('is followed by them where its last word ends with a vowel sign', () => {
    const asking = 'आप क्या लेंगे?';
    const offer = { labels: ['चाय', 'कॉफ़ी'], more: false };
    expect(spoken({ parts: [{ text: asking }], asking, offer, question: 'choices' }, { locale: 'hi-IN' }).said).toBe(
      'आप क्या लेंगे: चाय या कॉफ़ी?',
    );
  });

  test('that cannot be found gives way to ours', () => {
    expect(spoken({ parts: [{ text: 'So it is. '.repeat(50) }], question: 'bot' }).reprompt).toMatch(/\?/);
    expect(spoken({ question: 'bot' }).reprompt).toMatch(/\?/);
  });
});

describe('what exceeds Alexa’s limit', () => {
  test('is left out after a whole sentence; the question is still asked', () => {
    const { said } = spoken({ parts: [{ text: 'We have a table. '.repeat(1000).trim() }], question: 'go-on' });
    expect(said.length).toBeGreaterThan(7900);
    expect(said).toMatch(/table\. Shall I go on\?$/);
  });
});

const text = fc.oneof(
  anyText,
  fc.tuple(anyText, fc.nat(300)).map(([unit, times]) => unit.repeat(times)),
);
const optionalText = fc.option(text, { nil: undefined });
const choice = fc.record({ label: text });
const anyMessage: fc.Arbitrary<Message> = fc.record({
  id: text,
  from: fc.constant({ kind: 'bot' as const }),
  text: optionalText,
  choices: fc.array(choice, { maxLength: 3 }),
  media: fc.array(
    fc.record({
      kind: fc.constantFrom('image', 'video', 'audio', 'file', 'location', 'link'),
      url: fc.option(fc.oneof(text, fc.webUrl()), { nil: undefined }),
      title: optionalText,
    }),
    { maxLength: 2 },
  ),
  cards: fc.array(
    fc.record({ title: optionalText, text: optionalText, imageUrl: optionalText, choices: fc.array(choice) }),
    {
      maxLength: 2,
    },
  ),
  inputRequest: fc.option(
    fc.record(
      {
        kind: fc.constantFrom('number', 'date', 'form', 'file', 'location', 'script'),
        min: fc.double(),
        max: fc.double(),
        fields: fc.array(text, { maxLength: 10 }),
      },
      { requiredKeys: ['kind'] },
    ),
    { nil: undefined },
  ),
  sentAt: fc.nat(),
});
const PHRASES: Phrase[] = ['welcome', 'help', 'no-match', 'still-coming', 'goodbye', 'error.unreachable'];
const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    parts: fc.array(fc.oneof(fc.record({ text }), fc.record({ phrase: fc.constantFrom(...PHRASES) })), {
      maxLength: 4,
    }),
    offer: fc.record({ labels: fc.array(text, { maxLength: 3 }), more: fc.boolean() }),
    question: fc.constantFrom('bot', 'choices', 'go-on', 'check', 'anything-else', 'what'),
    turn: fc.oneof(fc.nat(), fc.double()),
    messages: fc.array(anyMessage, { maxLength: 2 }),
  },
  { requiredKeys: ['parts', 'turn', 'messages'] },
);
const locale = fc.constantFrom('en-US', 'en-GB');
const anyBusiness = fc.record(
  { name: text, greeting: text, hints: fc.array(text, { maxLength: 5 }) },
  { requiredKeys: ['hints'] },
);

async function expectAccepted(ssml: string, locale: string): Promise<void> {
  expect(ssml.length).toBeLessThanOrEqual(8000);
  expect(xmlFault(ssml)).toBeUndefined();
  expect(await check(ssml, { platform: 'amazon', locale })).toBeUndefined();
}

describe('for anything', () => {
  test('Alexa accepts speech, reprompt and card', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, locale, anyBusiness, async (reply, locale, business) => {
        const { ssml, reprompt, card } = render(reply, { locale, business });
        await expectAccepted(ssml, locale);
        expect(reprompt !== undefined).toBe(reply.question !== undefined);
        if (reprompt !== undefined) await expectAccepted(reprompt, locale);
        if (card) {
          expect(card.title.length + card.text.length).toBeLessThanOrEqual(8000);
          expect(card.title).toMatch(/\S/);
          expect(card.title + card.text.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
          // What was not read to its end is shown whole, and so is code.
          if (reply.question === 'go-on' || /^Code: /m.test(card.text)) return;
          for (const line of card.text.split('\n'))
            expect(line).toMatch(/(?:^|: )https?:\/\/\S+$|^The form asks for: /);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what the bot wrote is heard, word by word', async () => {
    await fc.assert(
      fc.asyncProperty(markupSoup, locale, async ({ text, words }, locale) => {
        const parts = voiceFor(locale)
          .paragraphs(message({ text }))
          .map((text) => ({ text }));
        const { ssml } = render({ parts, question: 'bot', turn: 0, messages: [message({ text })] }, { locale });
        await expectAccepted(ssml, locale);
        const said = heard(ssml);
        let from = 0;
        for (const word of words) {
          const at = said.indexOf(word, from);
          expect({ word, at: at >= 0, said }).toEqual({ word, at: true, said });
          from = at + word.length;
        }
      }),
      { numRuns: 150 },
    );
  });
});
