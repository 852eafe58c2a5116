import type { IntentRequest, Request } from 'ask-sdk-model';
import { inputOf, requestName } from '../../lambda/skill/input';
import { openingsOf, wordingOf } from '../../lambda/skill/wording';
import former from '../fixtures/deployed-0.1.0/skill-package/interactionModels/custom/en-US.json';
import { requestOf, skillAmongRecorders } from './stage';

const intent = (name: string, slots: Readonly<Record<string, string | undefined>> = {}, locale = 'en-US') =>
  ({
    type: 'IntentRequest',
    locale,
    intent: {
      name,
      confirmationStatus: 'NONE',
      slots: Object.fromEntries(
        Object.entries(slots).map(([slot, value]) => [slot, { name: slot, value, confirmationStatus: 'NONE' }]),
      ),
    },
  }) as IntentRequest;

const words = (text: string) => ({ kind: 'words', text });

test('every intent of a model of 0.1.0, which is live until the new one is certified, is understood', () => {
  const { intents } = former.interactionModel.languageModel;
  const names = intents.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    expect([name, requestName(intent(name))]).not.toEqual([name, 'other']);
    expect([name, inputOf(intent(name, { query: 'tea' }))?.kind]).toEqual([
      name,
      expect.stringMatching(name === 'ChatIntent' ? /^words$/ : /^(?:command|cancel|no-match)$/),
    ]);
  }
  expect(names.filter((name) => inputOf(intent(name))?.kind === 'no-match').sort()).toEqual([
    'AMAZON.FallbackIntent',
    'ChatIntent',
  ]);
});

describe('free speech', () => {
  it('is what the elicited slot holds', () => {
    expect(inputOf(intent('ChatIntent', { query: ' when do you open ' }))).toEqual(words('when do you open'));
  });

  it.each([
    ['WhatIntent', 'are your opening hours', 'what are your opening hours'],
    ['HowMuchIntent', 'is delivery', 'how much is delivery'],
    ['I_dLikeIntent', 'to book a table', "i'd like to book a table"],
    ['IfIntent', 'pensioners get in free', 'if pensioners get in free'],
  ])('behind %s gets its opening back', (name, query, text) => {
    for (const isOneShot of [true, false]) {
      expect(inputOf(intent(name, { query }, 'en-IN'), { isOneShot })).toEqual(words(text));
    }
  });

  it('gets a connecting word back where it answers, not where it leads from the invocation name to the request', () => {
    const that = intent('ThatIntent', { query: 'one' });
    expect(inputOf(that)).toEqual(words('that one'));
    expect(inputOf(that, { isOneShot: true })).toEqual(words('one'));
  });

  it('is a topic as it was said, whatever Alexa resolved it to', () => {
    expect(inputOf(intent('TopicIntent', { topic: 'opening ours' }))).toEqual(words('opening ours'));
  });

  it.each([
    ['ChatIntent', { query: '' }],
    ['WhatIntent', { query: undefined }],
    ['WhatIntent', {}],
    ['TopicIntent', { topic: ' ' }],
    ['SomebodyElsesIntent', { query: 'the moon' }],
    ['AMAZON.FallbackIntent', {}],
  ])('did not arrive with %s and %j', (name, slots) => {
    expect(inputOf(intent(name, slots))).toEqual({ kind: 'no-match' });
  });
});

describe('the name of a request in logs and metrics', () => {
  it.each([
    ['ChatIntent', 'ChatIntent'],
    ['WhatIntent', 'ChatIntent'],
    ['ForIntent', 'ChatIntent'],
    ['TopicIntent', 'TopicIntent'],
    ['NewMessagesIntent', 'NewMessagesIntent'],
    ['AMAZON.FallbackIntent', 'AMAZON.FallbackIntent'],
    ['SomebodyElsesIntent', 'other'],
  ])('of %s is %s', (name, expected) => {
    expect(requestName(intent(name))).toBe(expected);
  });

  it('of anything else is its type', () => {
    expect(requestName({ type: 'LaunchRequest' } as Request)).toBe('LaunchRequest');
  });
});

it('is a one-shot if its request opens the session', async () => {
  const { skill, turns } = skillAmongRecorders();
  const request = { ...intent('ForIntent', { query: 'two people' }) };
  await skill.invoke(requestOf(request, { sessionId: 'new' }));
  await skill.invoke(requestOf(request, { sessionId: 'old', attributes: {} }));
  expect(turns.map(({ input }) => input)).toEqual([words('two people'), words('for two people')]);
});

describe('words that stand behind the slot', () => {
  const nameOf = (locale: string, words: string) =>
    [...openingsOf(wordingOf(locale))].find(([, opening]) => opening.words === words && opening.closing)?.[0];

  it.each([
    ['ja-JP', 'を教えて', '営業時間', '営業時間を教えて'],
    ['ja-JP', 'を教えて', '営業 時間', '営業時間を教えて'],
    ['ja-JP', 'を教えて', 'wi-fi の パスワード', 'wi-fiのパスワードを教えて'],
    ['hi-IN', 'है', 'दुकान कब खुली', 'दुकान कब खुली है'],
    ['nl-NL', 'bestellen', 'kaartjes', 'kaartjes bestellen'],
  ])('%s: %j is heard behind %j', (locale, words, value, text) => {
    const intent = { name: nameOf(locale, words), slots: { query: { name: 'query', value } } };
    expect(inputOf({ type: 'IntentRequest', locale, intent } as unknown as Request)).toEqual({ kind: 'words', text });
  });

  it('have names that stay what they are', () => {
    expect(nameOf('ja-JP', 'を教えて')).toBe('Words_ClosingafohehonehIntent');
    expect(nameOf('nl-NL', 'bestellen')).toBe('BestellenClosingIntent');
  });
});
