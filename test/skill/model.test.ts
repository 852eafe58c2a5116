import type { IntentRequest } from 'ask-sdk-model';
import type { Command } from '../../lambda/conversation/ports/voice';
import { inputOf } from '../../lambda/skill/input';
import { interactionModel, MODEL_LOCALES } from '../../lambda/skill/model';
import { phrases } from '../../lambda/speech/phrases';
import { command } from '../../lambda/speech/recognition';
import { builtInPhrases } from '../../simulator/echo/built-ins';

/** From Amazon's requirements for invocation names: launch words, connecting words, wake words, and words for a skill. */
const FORBIDDEN_IN_INVOCATION_NAME = [
  ...['run', 'start', 'play', 'resume', 'use', 'launch', 'ask', 'open', 'tell', 'load', 'begin', 'enable'],
  ...['to', 'from', 'in', 'using', 'with', 'about', 'for', 'that', 'by', 'if', 'and', 'whether'],
  ...['alexa', 'amazon', 'echo', 'computer', 'skill', 'app'],
];
const ARTICLES_AND_PREPOSITIONS = ['a', 'an', 'the', 'of', 'on', 'at', 'as', 'my'];

describe.each(MODEL_LOCALES)('the interaction model of %s', (locale) => {
  const { languageModel, dialog } = interactionModel(locale).interactionModel;
  const intents = languageModel.intents;
  const chat = intents.find(({ name }) => name === 'ChatIntent');
  const samples = intents.flatMap((intent) => intent.samples ?? []);
  const carriers = (chat?.samples ?? []).map((sample) => sample.replace('{query}', '').trim());

  it('has an invocation name that Amazon accepts', () => {
    const words = languageModel.invocationName.split(' ');
    expect(languageModel.invocationName).toMatch(/^[a-z][a-z']*( [a-z][a-z'.]*)+$/);
    expect(languageModel.invocationName.length).toBeLessThanOrEqual(50);
    expect(words.filter((word) => FORBIDDEN_IN_INVOCATION_NAME.includes(word))).toEqual([]);
    expect(words.filter((word) => ARTICLES_AND_PREPOSITIONS.includes(word))).toEqual([]);
  });

  it('has every intent once, the required ones and those a conversation needs', () => {
    const names = intents.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        ...['AMAZON.HelpIntent', 'AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'],
        ...['AMAZON.FallbackIntent', 'AMAZON.YesIntent', 'AMAZON.NoIntent'],
        ...['AMAZON.RepeatIntent', 'AMAZON.StartOverIntent', 'ChatIntent'],
        ...['NewMessagesIntent', 'NotificationsOnIntent', 'NotificationsOffIntent', 'ForgetMeIntent'],
      ]),
    );
  });

  it('keeps the search query alone in its intent, never bare in a sample, bare in the slot', () => {
    expect(chat?.slots).toEqual([{ name: 'query', type: 'AMAZON.SearchQuery', samples: ['{query}'] }]);
    for (const sample of chat?.samples ?? []) expect(sample).toMatch(/^[^{}]+ \{query\}$/);
  });

  it('declares every slot that a sample names', () => {
    for (const { samples: own = [], slots = [] } of intents) {
      const named = own.flatMap((sample) => [...sample.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      for (const name of named) expect(slots.map((slot) => slot.name)).toContain(name);
    }
  });

  it('has samples that Alexa can hear: lower case words without digits or punctuation, each once', () => {
    expect(new Set(samples).size).toBe(samples.length);
    for (const sample of samples) {
      expect(sample.replace(/\{\w+\}/g, 'slot')).toMatch(/^[a-z']+( [a-z']+)*$/);
      expect(sample.length).toBeLessThanOrEqual(200);
    }
  });

  it('has no carrier that opens a phrase of a built-in intent', () => {
    for (const [, phrase] of builtInPhrases()) {
      expect(carriers.filter((carrier) => `${phrase} `.startsWith(`${carrier} `))).toEqual([]);
    }
  });

  it('has no carrier that opens a sample of another intent', () => {
    for (const sample of samples.filter((text) => !text.includes('{'))) {
      expect(carriers.filter((carrier) => `${sample} `.startsWith(`${carrier} `))).toEqual([]);
    }
  });

  it('leaves "next", "skip", "reply" and "delete all" to the slot, where they are told apart', () => {
    const names = intents.map(({ name }) => name);
    expect(names).not.toContain('AMAZON.NextIntent');
    for (const words of ['next', 'skip', 'reply', 'delete all']) expect(samples).not.toContain(words);
  });

  it.each<[string, Command]>([
    ['NewMessagesIntent', 'unread-messages'],
    ['NotificationsOnIntent', 'notify-on'],
    ['NotificationsOffIntent', 'notify-off'],
    ['ForgetMeIntent', 'forget-me'],
  ])('has for %s all that means the same in the slot', (name, meaning) => {
    const intent = { name, confirmationStatus: 'NONE' } as const;
    expect(inputOf({ type: 'IntentRequest', intent } as IntentRequest)).toEqual({ kind: 'command', command: meaning });
    const own = intents.find((one) => one.name === name)?.samples ?? [];
    expect(own).toEqual(expect.arrayContaining([...phrases(locale).understood.commands[meaning]]));
    for (const sample of own) expect([meaning, undefined]).toContain(command(sample, phrases(locale)));
  });

  it('has no carrier that takes the meaning out of a question', () => {
    const question = /\b(?:what|when|where|which|who|whose|why|how|not|don't|no|cancel)\b/;
    expect(carriers.filter((carrier) => question.test(carrier))).toEqual([]);
  });

  it('registers the intent for elicitation, which Alexa must neither start nor confirm by herself', () => {
    expect(dialog).toMatchObject({
      delegationStrategy: 'SKILL_RESPONSE',
      intents: [
        {
          name: 'ChatIntent',
          confirmationRequired: false,
          slots: [
            { name: 'query', type: 'AMAZON.SearchQuery', elicitationRequired: false, confirmationRequired: false },
          ],
        },
      ],
    });
  });

  it('declares every slot type of its own, with synonyms even where there are none', () => {
    const types = languageModel.types ?? [];
    const used = intents.flatMap(({ slots = [] }) => slots.map(({ type = '' }) => type));
    for (const type of used.filter((name) => !name.startsWith('AMAZON.'))) {
      expect(types.map(({ name }) => name)).toContain(type);
    }
    for (const { name } of types.flatMap(({ values = [] }) => values)) expect(name?.synonyms).toBeDefined();
  });

  it('leaves as much as possible to the chat instead of the fallback', () => {
    expect(languageModel.modelConfiguration?.fallbackIntentSensitivity?.level).toBe('LOW');
  });
});
