import { botQuestionOf, botTextsOf, chosenBy, pick } from '../../lambda/conversation/choosing';
import { type Conversation, NEW_CONVERSATION, type Offer } from '../../lambda/conversation/conversation';
import { listeningWith } from '../../lambda/conversation/listening';
import type { Command } from '../../lambda/conversation/ports/voice';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage } from '../support/talk';

const voice = voiceFor('en-US');
const offerOf = (labels: readonly string[], more: Partial<Offer> = {}): Offer => ({
  ...{ choices: labels.map((label) => ({ label, option: label.toUpperCase() })), labels, from: 0, to: labels.length },
  ...more,
});
const choice = (label: string) => ({ kind: 'choice', choice: { label, option: label.toUpperCase() } });
const PAINTS = offerOf(['Light blue', 'Dark blue', 'Cream', 'Drama']);
const before: Conversation = { ...NEW_CONVERSATION, turns: 3, asked: 'choices', said: [{ text: 'Which paint?' }] };
const chosen = (text: string, offer = PAINTS, command?: Command) => chosenBy(text, before, offer, voice, command);

describe('what words mean for what is offered', () => {
  test.each<[string, unknown]>([
    ['cream', { kind: 'send', input: choice('Cream'), understood: { rule: 'exact', answer: 'picked', confidence: 1 } }],
    [
      'blue',
      { kind: 'ask-which', offer: PAINTS, indexes: [0, 1], understood: { rule: 'part', answer: 'asked-which' } },
    ],
    [
      'a drummer',
      { kind: 'ask-whether', offer: PAINTS, index: 3, understood: { rule: 'sound', answer: 'asked-whether' } },
    ],
    ['what were they', { kind: 'list-options', offer: PAINTS, understood: { rule: 'offer', answer: 'listed' } }],
    ['what else', { kind: 'more-options', offer: PAINTS, understood: { rule: 'offer', answer: 'listed' } }],
    ['all of them', undefined],
    ['none of them', undefined],
    ['do you deliver on sundays', undefined],
  ])('%j', (text, action) => {
    expect(chosen(text)).toEqual(action);
  });

  test('a command of ours is no mishearing, nor half an option, nor what only data call it', () => {
    expect(chosen('a drummer', PAINTS, 'repeat')).toBeUndefined();
    expect(chosen('what were they', PAINTS, 'repeat')).toBeUndefined();
    expect(chosen('what else', PAINTS, 'more-options')).toBeUndefined();
    const stops = offerOf(['Stop deliveries', 'Help with an order']);
    expect(chosen('stop', stops, 'goodbye')).toBeUndefined();
    expect(chosen('help', stops, 'help')).toBeUndefined();
    const named = offerOf(['Agree', 'Refuse'], { synonyms: [['repeat'], ['yes']] });
    expect(chosen('repeat', named, 'repeat')).toBeUndefined();
    expect(chosen('repeat', named)).toMatchObject({ kind: 'send', input: choice('Agree') });
    expect(chosen('yes', named, 'yes')).toMatchObject({ kind: 'send', input: choice('Refuse') });
  });

  test('several are picked together, where each may be', () => {
    const several = (labels: readonly string[]) => {
      const offer = offerOf(labels);
      return { ...offer, choices: offer.choices.map((one) => ({ ...one, several: true as const })) };
    };
    const toppings = several(['Ham', 'Onions', 'Olives']);
    const both = { label: 'Ham, Olives', option: ['HAM', 'OLIVES'] };
    expect(chosen('ham and olives', toppings)).toMatchObject({
      kind: 'send',
      input: { kind: 'choice', choice: both },
      understood: { answer: 'picked' },
    });
    const all = { label: 'Ham, Onions, Olives', option: ['HAM', 'ONIONS', 'OLIVES'] };
    expect(chosen('all of them', toppings)).toEqual({
      ...{ kind: 'send', input: { kind: 'choice', choice: all } },
      understood: { rule: 'offer', answer: 'picked' },
    });
    expect(chosen('all of them', { ...toppings, isTie: true, to: 2 })).toMatchObject({
      input: { choice: { label: 'Ham, Onions' } },
    });
  });

  test('a word that was only named is the whole answer', () => {
    const named = offerOf(['confirm'], { replies: ['CONFIRM'], isNamed: true });
    expect(chosen('confirm', named)).toMatchObject({ kind: 'send', input: { kind: 'text', text: 'CONFIRM' } });
    expect(chosen('confirm it by mail please', named)).toBeUndefined();
    expect(chosen('what were they', named)).toBeUndefined();
    const polar = offerOf(['yes', 'no'], { replies: ['Y', 'N'], isNamed: true });
    expect(chosen('yes and call me', polar)).toMatchObject({ input: { kind: 'text', text: 'Y' }, rest: 'call me' });
  });

  test('an option that is none is not put to the bot', () => {
    expect(pick(PAINTS, undefined)).toBeUndefined();
    expect(pick(PAINTS, 9)).toBeUndefined();
    expect(pick(PAINTS, 2, { rest: 'please' })).toEqual({ kind: 'send', input: choice('Cream'), rest: 'please' });
    expect(Object.keys(pick(PAINTS, 2) ?? {})).toEqual(['kind', 'input']);
  });
});

test('what the bot said last is its question, and all that it said is known', () => {
  const said = [
    { text: 'Hello.' },
    { phrase: 'still-coming' } as const,
    { text: 'Which day?' },
    { phrase: 'all-right' } as const,
  ];
  expect(botQuestionOf({ ...before, said, asking: 'Which?' })).toBe('Which day?');
  expect(botQuestionOf({ ...before, said: [{ phrase: 'help' }], asking: 'Which?' })).toBe('Which?');
  expect(botQuestionOf({ ...before, said: [] })).toBeUndefined();
  expect(botTextsOf({ ...before, said })).toBe('Hello.\nWhich day?');
});

describe('what goes on with an exchange', () => {
  const { expectsAnswer, picked } = listeningWith(voice);
  const words = { kind: 'text', text: 'oat milk' } as const;

  test.each<[string, Parameters<typeof expectsAnswer>[0], boolean]>([
    ['choices', botMessage('Here.', ['Tea']), true],
    ['a request', { ...botMessage('Here.'), inputRequest: { kind: 'number' } }, true],
    ['a question', botMessage('Which day?'), true],
    ['buttons of a card', { ...botMessage('Here.'), cards: [{ title: 'Bike', choices: [{ label: 'Buy' }] }] }, true],
    ['a statement', botMessage('Here.'), false],
    ['a question in one of its paragraphs', botMessage('Which day?\n\nWe are open.'), true],
  ])('%s: an answer is expected or not', async (_what, message, expected) => {
    expect(await expectsAnswer(message)).toBe(expected);
  });

  test.each<[string, readonly Parameters<typeof expectsAnswer>[0][], unknown]>([
    [
      'the option that they name',
      [botMessage('Which milk?', ['Oat milk', 'Whole milk'])],
      { kind: 'choice', choice: { label: 'Oat milk', option: { payload: 'OAT MILK' } } },
    ],
    [
      'an entry of the menu in the last text',
      [botMessage('Which milk?\n1. Oat milk\n2. Whole milk'), { ...botMessage(''), text: undefined }],
      { kind: 'text', text: '1' },
    ],
    ['words, where that is no option', [botMessage('Which milk?', ['Soy milk', 'Whole milk'])], words],
    [
      'words, where they name an option only in part',
      [botMessage('Which milk?', ['Oat milk large', 'Oat milk small'])],
      words,
    ],
    ['words, where nothing is offered', [botMessage('Fine.')], words],
    ['words, where nothing is said', [], words],
    ['words, where they only sound like one', [botMessage('Which milk?', ['Oak mill', 'Whole'])], words],
  ])('words beyond an option are %s', async (_what, messages, expected) => {
    expect(await picked(words, messages)).toEqual(expected);
  });

  test('what is no words stays what it is', async () => {
    expect(await picked({ kind: 'start' }, [botMessage('Which milk?', ['Oat milk'])])).toEqual({ kind: 'start' });
    const more = { kind: 'text', text: 'oat milk and a cake' } as const;
    expect(await picked(more, [botMessage('Which milk?', ['Oat milk', 'Whole milk'])])).toEqual(more);
  });
});
