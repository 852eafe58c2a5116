import {
  answer,
  answerGoodbye,
  answerList,
  answerOptions,
  answerPending,
  answerPhrase,
  answerRepeat,
  answerSkip,
  answerWait,
  answerWhether,
  answerWhich,
  ended,
} from '../../lambda/conversation/answer';
import { type Conversation, NEW_CONVERSATION, type Offer } from '../../lambda/conversation/conversation';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage } from '../support/talk';

const voice = voiceFor('en-US');
const LABELS = ['Mint tea for two', 'Black coffee', 'Orange juice', 'Lemonade with ice in it', 'Water'];
const offer: Offer = { choices: LABELS.map((label) => ({ label })), labels: LABELS, from: 0, to: 3 };
const named: Offer = {
  choices: [{ label: 'confirm' }],
  labels: ['confirm'],
  replies: ['YES'],
  isNamed: true,
  from: 0,
  to: 1,
};
const before: Conversation = { ...NEW_CONVERSATION, turns: 4, said: [{ text: 'We open at nine.' }] };
const FIRST = { labels: LABELS.slice(0, 3), more: true, from: 0 };

describe('an answer', () => {
  test('is a reply, and the conversation that remembers it', () => {
    const messages = [botMessage('Hello.')];
    expect(answer(before, [{ text: 'Hello.' }], 'bot', { messages, asking: 'Which?', about: 'Tea' })).toEqual({
      reply: {
        parts: [{ text: 'Hello.' }],
        offer: undefined,
        asking: 'Which?',
        about: 'Tea',
        question: 'bot',
        turn: 4,
        messages,
      },
      conversation: { ...before, turns: 5, said: [{ text: 'Hello.' }], asked: 'bot', guess: undefined },
    });
  });

  test('has nothing of what it does not say', () => {
    const { reply } = answer({ ...before, offer }, [], 'bot');
    expect(Object.keys(reply)).toEqual(['parts', 'offer', 'question', 'turn', 'messages']);
    expect(reply.offer).toBeUndefined();
  });

  test('that asks whether there is anything else counts how often', () => {
    const first = answer(before, [], 'anything-else');
    expect(first.reply.asked).toBe(0);
    expect(first.conversation.closings).toBe(1);
    const second = answer({ ...before, closings: 2 }, [], 'anything-else');
    expect([second.reply.asked, second.conversation.closings]).toEqual([2, 3]);
    expect(answer({ ...before, closings: 2 }, [], 'bot').conversation.closings).toBe(2);
  });

  test('about choices reads them out', () => {
    expect(answer({ ...before, offer }, [], 'choices').reply.offer).toEqual(FIRST);
    expect(answer(before, [], 'choices').reply.offer).toBeUndefined();
  });
});

describe('what is skipped', () => {
  test.each<[string, Partial<Conversation>, unknown, string]>([
    ['ends with nothing else', { rest: ['More of it.'] }, [{ phrase: 'all-right' }], 'anything-else'],
    [
      'ends with its question',
      { rest: ['More. Which day?'] },
      [{ phrase: 'all-right' }, { text: 'Which day?' }],
      'bot',
    ],
    ['ends with its choices', { rest: ['More.'], offer }, [{ phrase: 'all-right' }], 'choices'],
    [
      'asks for no word that was only named',
      { rest: ['More.'], offer: named },
      [{ phrase: 'all-right' }],
      'anything-else',
    ],
    ['of nothing is nothing', {}, [{ phrase: 'all-right' }], 'anything-else'],
  ])('%s', (_what, more, parts, question) => {
    const { reply, conversation } = answerSkip({ ...before, headings: ['Tea'], ...more }, voice);
    expect(reply).toMatchObject({ parts, question });
    expect(reply.asking).toBe(question === 'bot' ? 'Which day?' : undefined);
    expect(conversation).toMatchObject({ rest: [], headings: undefined, asking: reply.asking });
  });
});

describe('choices', () => {
  test('that come next are read with what was asked, and begin again behind the last', () => {
    const next = answerOptions({ ...before, offer, asking: 'Which one?' }, offer);
    expect(next.reply).toMatchObject({ parts: [{ text: 'Which one?' }], asking: 'Which one?', question: 'choices' });
    expect(next.reply.offer).toEqual({ labels: LABELS.slice(3), more: false, from: 3 });
    const again = answerOptions({ ...before, offer }, { ...offer, from: 3, to: 5 });
    expect(again.reply.parts).toEqual([{ phrase: 'no-more-options' }]);
    expect(again.reply.offer).toEqual(FIRST);
    expect(again.conversation.offer).toEqual(offer);
  });

  test('are listed from the first on', () => {
    const listed = answerList({ ...before, asking: 'Which one?' }, { ...offer, from: 3, to: 5 });
    expect(listed.reply).toMatchObject({
      parts: [{ text: 'Which one?' }],
      offer: FIRST,
      question: 'choices',
      asking: 'Which one?',
    });
    expect(listed.conversation.offer).toEqual(offer);
    expect(answerList(before, offer).reply.parts).toEqual([]);
  });

  test('of which some were meant are asked about', () => {
    const { reply, conversation } = answerWhich(before, offer, [1, 4]);
    expect(reply).toMatchObject({ parts: [], question: 'choices' });
    expect(reply.offer).toEqual({ labels: ['Black coffee', 'Water'], more: false, asks: true });
    expect(conversation.offer).toMatchObject({ isTie: true, from: 0, to: 2 });
  });

  test('of which one may have been meant are asked about by its name', () => {
    const { reply, conversation } = answerWhether(before, offer, 1);
    expect(reply).toMatchObject({ parts: [], guess: 'Black coffee', question: 'confirm-choice' });
    expect(conversation).toMatchObject({ offer, guess: 1, asked: 'confirm-choice' });
  });
});

describe('what is said again', () => {
  test('is said word for word, and is no other answer', () => {
    const asked: Conversation = { ...before, asked: 'bot', asking: 'Which day?', waited: { turn: 4, times: 2 } };
    const { reply, conversation } = answerRepeat(asked, voice);
    expect(reply).toMatchObject({ parts: before.said, question: 'bot', turn: 3, asking: 'Which day?' });
    expect(conversation).toMatchObject({ turns: 4, waited: undefined });
  });

  test('asks in the same words whether there is anything else', () => {
    const { reply, conversation } = answerRepeat({ ...before, asked: 'anything-else', closings: 2 }, voice);
    expect([reply.asked, conversation.closings]).toEqual([1, 2]);
    expect(reply.asking).toBeUndefined();
    expect(answerRepeat({ ...before, asked: 'anything-else', closings: 0 }, voice).reply.asked).toBe(0);
    expect(answerRepeat({ ...before, asked: 'bot', closings: 2 }, voice).conversation.closings).toBe(2);
  });

  test('keeps the bot’s own words for that', () => {
    const offers = 'Let us know if you need anything else.';
    const said = [{ phrase: 'greeting' } as const, { text: offers }];
    expect(answerRepeat({ ...before, said, asked: 'anything-else' }, voice).reply.asking).toBe(offers);
    expect(answerRepeat({ ...before, said, asked: 'bot' }, voice).reply.asking).toBeUndefined();
  });

  test('where nothing was said is told so, unless there is something to choose', () => {
    expect(answerRepeat({ ...NEW_CONVERSATION }, voice).reply).toMatchObject({
      parts: [{ phrase: 'nothing-to-repeat' }],
      question: 'what',
    });
    expect(answerRepeat({ ...NEW_CONVERSATION, offer, asked: 'choices' }, voice).reply).toMatchObject({
      parts: [],
      offer: FIRST,
    });
    expect(answerRepeat({ ...before, asked: undefined }, voice).reply.question).toBe('what');
  });
});

describe('a sentence of ours', () => {
  test('stands before the bot’s question, and leaves the conversation where it was', () => {
    const asked: Conversation = { ...before, asked: 'bot', said: [{ text: 'Hello. Which day?' }] };
    const { reply, conversation } = answerPending(asked, ['help', 'help-leave'], voice);
    expect(reply.parts).toEqual([{ phrase: 'help' }, { phrase: 'help-leave' }, { text: 'Which day?' }]);
    expect(reply).toMatchObject({ asking: 'Which day?', question: 'bot' });
    expect(conversation).toEqual({ ...asked, turns: 5 });
  });

  test('before a question of ours brings no question of the bot’s', () => {
    const asked: Conversation = { ...before, asked: 'go-on', asking: 'Which day?' };
    const { reply } = answerPending(asked, 'no-match', voice);
    expect(reply.parts).toEqual([{ phrase: 'no-match' }]);
    expect(reply).not.toHaveProperty('asking');
    expect(answerPending(before, 'no-match', voice).reply.question).toBe('what');
  });

  test('before choices that the text has listed names them', () => {
    const heard: Conversation = { ...before, asked: 'choices', offer: { ...offer, isHeard: true, to: 5 } };
    expect(answerPending(heard, 'no-match', voice).reply.offer).toEqual(FIRST);
    expect(answerPending({ ...heard, asked: 'bot' }, 'no-match', voice).reply.offer).toBeUndefined();
  });

  test('ends in a question of ours, or comes back to the bot’s', () => {
    expect(answerPhrase(before, 'all-right', 'anything-else').reply).toMatchObject({
      parts: [{ phrase: 'all-right' }],
      question: 'anything-else',
    });
    const asked = answerPhrase({ ...before, asking: 'Which day?' }, 'all-right', 'anything-else').reply;
    expect(asked).toMatchObject({
      parts: [{ phrase: 'all-right' }, { text: 'Which day?' }],
      question: 'bot',
      asking: 'Which day?',
    });
    const choices = answerPhrase({ ...before, offer }, 'all-right', 'anything-else').reply;
    expect(choices).toMatchObject({ parts: [{ phrase: 'all-right' }], question: 'choices', offer: FIRST });
    expect(answerPhrase({ ...before, offer: named }, 'all-right', 'anything-else').reply.question).toBe(
      'anything-else',
    );
    expect(answerPhrase({ ...before, offer, asking: 'Which?' }, 'forget-me', 'forget-me').reply).toMatchObject({
      parts: [{ phrase: 'forget-me' }],
      question: 'forget-me',
    });
  });
});

test('a moment is given three times in a row', () => {
  let conversation: Conversation = { ...before, asked: 'bot' };
  const pauses = [1, 2, 3, 4].map(() => {
    const waited = answerWait(conversation, voice);
    conversation = waited.conversation;
    expect(waited.reply.parts[0]).toEqual({ phrase: 'wait' });
    return waited.reply.pause;
  });
  expect(pauses).toEqual([10, 10, 10, undefined]);
  expect(answerWait({ ...conversation, turns: conversation.turns + 1 }, voice).reply.pause).toBe(10);
});

test('a session ends with what waits, and keeps what is open', () => {
  const open: Conversation = { ...before, asked: 'choices', offer, asking: 'Which one?' };
  const { reply, conversation } = answerGoodbye(open, ['not-passed-on'], 'Two new messages.');
  expect(reply).toEqual({
    parts: [{ phrase: 'not-passed-on' }, { text: 'Two new messages.' }, { phrase: 'goodbye' }],
    turn: 4,
    messages: [],
  });
  expect(conversation).toEqual({ ...open, turns: 5, said: reply.parts, asked: undefined });
  expect(answerGoodbye(open, []).reply.parts).toEqual([{ phrase: 'goodbye' }]);
  const messages = [botMessage('Bye.')];
  expect(ended(open, [{ text: 'Bye.' }], messages).reply.messages).toBe(messages);
});
