import type { Action } from '../../lambda/conversation/action';
import { type Conversation, NEW_CONVERSATION, type Offer } from '../../lambda/conversation/conversation';
import { interpret } from '../../lambda/conversation/interpret';
import { answerTo, isOnlyChoice, isOursAlone, questionOf } from '../../lambda/conversation/our-questions';
import type { Question } from '../../lambda/conversation/reply';
import { voiceFor } from '../../lambda/speech/voice';

const voice = voiceFor('en-US');
const asking = (asked: Question, more: Partial<Conversation> = {}): Conversation => ({
  ...NEW_CONVERSATION,
  turns: 3,
  asked,
  ...more,
});
const offerOf = (...labels: readonly string[]): Offer => ({
  choices: labels.map((label) => ({ label, option: label.toUpperCase() })),
  labels,
  from: 0,
  to: labels.length,
});

describe('yes and no to a question of ours', () => {
  test.each<[Question, Action, Action, readonly string[]]>([
    ['go-on', { kind: 'go-on' }, { kind: 'skip-rest' }, ['go on', 'continue']],
    ['check', { kind: 'check' }, { kind: 'all-right' }, ['yes please', 'go ahead']],
    ['person', { kind: 'check' }, { kind: 'nothing-else' }, ['yes please']],
    ['next-message', { kind: 'next-message' }, { kind: 'all-right' }, ['go on', 'yes please']],
    ['answer-person', { kind: 'ask-reply' }, { kind: 'all-right' }, ['yes please', "i'd like to"]],
    ['delete-all', { kind: 'delete-all' }, { kind: 'all-right' }, ['yes please']],
    ['forget-me', { kind: 'forget' }, { kind: 'all-right' }, ['yes please']],
    ['anything-else', { kind: 'go-ahead' }, { kind: 'nothing-else' }, ['yes please']],
    ['what', { kind: 'go-ahead' }, { kind: 'nothing-else' }, ['yes please']],
  ])('%s', (asked, yes, no, agreeing) => {
    const conversation = asking(asked);
    expect(answerTo('yes', conversation)).toEqual(yes);
    expect(answerTo('no', conversation)).toEqual(no);
    for (const text of agreeing) expect(interpret({ kind: 'words', text }, conversation, voice)).toEqual(yes);
    for (const text of ['no', 'no thanks']) {
      expect(interpret({ kind: 'words', text }, conversation, voice)).toEqual(no);
    }
  });

  test.each<[Question]>([['bot'], ['choices'], ['reply']])('of the bot (%s) is for the bot', (asked) => {
    expect(answerTo('yes', asking(asked))).toBeUndefined();
    expect(interpret({ kind: 'words', text: 'yes' }, asking(asked), voice)).toEqual({
      kind: 'send',
      input: { kind: 'text', text: 'yes' },
    });
  });

  test('where nothing is asked they mean nothing', () => {
    expect(answerTo('yes', { ...NEW_CONVERSATION })).toBeUndefined();
    expect(answerTo('no', { ...NEW_CONVERSATION })).toBeUndefined();
  });
});

describe('"Did you say Drama?"', () => {
  const offer = offerOf('Comedy', 'Drama');
  const conversation = asking('confirm-choice', { offer, guess: 1 });

  test('yes picks it, no reads all of them', () => {
    expect(answerTo('yes', conversation)).toEqual({
      kind: 'send',
      input: { kind: 'choice', choice: { label: 'Drama', option: 'DRAMA' } },
      understood: { rule: 'sound', answer: 'confirmed' },
    });
    expect(answerTo('no', conversation)).toEqual({
      kind: 'list-options',
      offer,
      understood: { rule: 'yes-no', answer: 'listed' },
    });
  });

  test('without an offer neither means anything', () => {
    expect(answerTo('yes', asking('confirm-choice'))).toBeUndefined();
  });

  test('is a question whose words an answer may repeat', () => {
    expect(questionOf(conversation, voice)).toBe(voice.question('confirm-choice', 'Drama'));
    expect(questionOf(conversation, voice)).toContain('Drama');
  });
});

describe('the only choice', () => {
  const only = asking('choices', { offer: offerOf('Track it') });

  test('is one where it is asked about, and no other is offered', () => {
    expect(isOnlyChoice(only)).toBe(true);
    expect(isOnlyChoice(asking('choices', { offer: offerOf('Track it', 'Call us') }))).toBe(false);
    expect(isOnlyChoice(asking('bot', { offer: offerOf('Track it') }))).toBe(false);
    expect(isOnlyChoice(asking('choices'))).toBe(false);
  });

  test('is taken by yes; no is for the bot', () => {
    expect(answerTo('yes', only)).toEqual({
      kind: 'send',
      input: { kind: 'choice', choice: { label: 'Track it', option: 'TRACK IT' } },
      understood: { rule: 'yes-no', answer: 'picked' },
    });
    expect(answerTo('no', only)).toBeUndefined();
  });
});

test('questions of ours alone are answered before what is offered, and their words may be repeated', () => {
  const all: readonly Question[] = [
    ...(['go-on', 'check', 'person', 'next-message', 'answer-person', 'delete-all', 'forget-me'] as const),
    ...(['bot', 'choices', 'reply', 'anything-else', 'what'] as const),
  ];
  const alone = all.slice(0, 7);
  for (const asked of all) {
    expect([asked, isOursAlone(asking(asked))]).toEqual([asked, alone.includes(asked)]);
    const question = questionOf(asking(asked, { offer: offerOf('Tea') }), voice);
    expect([asked, question]).toEqual([
      asked,
      asked !== 'bot' && alone.includes(asked) ? voice.question(asked) : undefined,
    ]);
  }
  expect(isOursAlone(NEW_CONVERSATION)).toBe(false);
  expect(questionOf(NEW_CONVERSATION, voice)).toBeUndefined();
});
