import type { IntentRequest } from 'ask-sdk-model';
import { localesOf } from '../../business/locales';
import { interactionModel, type Model } from '../../business/model';
import { topicsOf } from '../../business/topics';
import type { Command } from '../../lambda/conversation/ports/voice';
import { inputOf } from '../../lambda/skill/input';
import { sentenceOpenings, wordingOf } from '../../lambda/skill/wording';
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

const TEMPLATE = { invocationName: 'chat companion', topics: [], choices: [] };

describe.each(localesOf('en'))('the interaction model of %s', (locale) => {
  const { languageModel, dialog } = schemaOf(interactionModel({ ...TEMPLATE, locale }));
  const intents = languageModel.intents;
  const chat = intents.find(({ name }) => name === 'ChatIntent');
  const samples = intents.flatMap((intent) => intent.samples ?? []);
  const { carriers, connectingWords, openings: begun, topics } = wordingOf(locale);
  const openings = sentenceOpenings(begun);
  /** What the bot may not hear. */
  const dropped = [...carriers, ...connectingWords];

  it('has an invocation name that Amazon accepts', () => {
    const words = languageModel.invocationName.split(' ');
    expect(languageModel.invocationName).toMatch(/^[a-z][a-z']*( [a-z][a-z'.]*)+$/);
    expect(languageModel.invocationName.length).toBeLessThanOrEqual(50);
    expect(words.filter((word) => FORBIDDEN_IN_INVOCATION_NAME.includes(word))).toEqual([]);
    expect(words.filter((word) => ARTICLES_AND_PREPOSITIONS.includes(word))).toEqual([]);
  });

  it('has every intent once, the required ones and those a conversation needs', () => {
    const names = intents.map(({ name }) => name);
    expect(new Set(names.map((name) => name?.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?:AMAZON\.)?[A-Za-z][A-Za-z_]*$/);
    expect(names).toEqual(
      expect.arrayContaining([
        ...['AMAZON.HelpIntent', 'AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'],
        ...['AMAZON.FallbackIntent', 'AMAZON.YesIntent', 'AMAZON.NoIntent'],
        ...['AMAZON.RepeatIntent', 'AMAZON.StartOverIntent', 'ChatIntent', 'TopicIntent'],
        ...['NewMessagesIntent', 'NotificationsOnIntent', 'NotificationsOffIntent', 'ForgetMeIntent'],
      ]),
    );
  });

  it('has no more intents than Alexa takes', () => {
    expect(intents.length).toBeLessThanOrEqual(250);
  });

  it('keeps a search query alone in its intent, never bare in a sample, bare in the slot that is elicited', () => {
    expect(chat?.slots).toEqual([{ name: 'query', type: 'AMAZON.SearchQuery', samples: ['{query}'] }]);
    for (const { name, slots = [], samples: own = [] } of intents) {
      if (!slots.some(({ type }) => type === 'AMAZON.SearchQuery')) continue;
      expect(slots).toHaveLength(1);
      expect(own.length).toBeGreaterThan(0);
      for (const sample of own) expect(`${name}: ${sample}`).toMatch(/: [^{}]+ \{query\}$/);
    }
  });

  it('puts back, for every opening, exactly the words that its intent takes away', () => {
    const opened = intents.filter(({ name, slots = [] }) => name !== 'ChatIntent' && slots[0]?.name === 'query');
    expect(opened).toHaveLength(connectingWords.length + openings.length);
    for (const { name, samples: own = [] } of opened) {
      const intent = { name, confirmationStatus: 'NONE', slots: { query: { name: 'query', value: 'green tea' } } };
      const request = { type: 'IntentRequest', locale, intent } as unknown as IntentRequest;
      expect(own.map((sample) => sample.replace('{query}', 'green tea'))).toEqual([
        (inputOf(request) as { readonly text: string }).text,
      ]);
    }
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

  it('has no sample that is, or begins as, a phrase of a built-in intent', () => {
    for (const [, phrase] of builtInPhrases()) {
      expect(samples.filter((sample) => sample === phrase)).toEqual([]);
      expect([...dropped, ...openings].filter((words) => `${words} `.startsWith(`${phrase} `))).toEqual([]);
    }
  });

  it('drops nothing that opens a phrase of a built-in intent, or a sample of another', () => {
    const others = [...builtInPhrases().map(([, phrase]) => phrase), ...samples.filter((text) => !text.includes('{'))];
    for (const phrase of others) expect(dropped.filter((words) => `${phrase} `.startsWith(`${words} `))).toEqual([]);
  });

  it('opens few phrases of built-in intents, which then come as words, in full', () => {
    const opened = builtInPhrases().flatMap(([, phrase]) =>
      openings.filter((words) => `${phrase} `.startsWith(`${words} `)).map((words) => [words, phrase]),
    );
    expect(opened).toEqual([
      ['can', 'can you help me'],
      ['can you', 'can you help me'],
      ['please', 'please stop'],
    ]);
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

  it('drops nothing that carries the meaning of a question', () => {
    const question = /\b(?:what|when|where|which|who|whose|why|how|if|whether|can|do|is|are|not|don't|no|cancel)\b/;
    expect(dropped.filter((words) => question.test(words))).toEqual([]);
  });

  it('knows topics: few words each, no phrase of a built-in intent and no command', () => {
    const all = Object.entries(topics).flat(2);
    expect(new Set(all).size).toBe(all.length);
    const builtIn = builtInPhrases().map(([, phrase]) => phrase);
    for (const topic of all) {
      expect(topic).toMatch(/^[a-z']+( [a-z']+){0,3}$/);
      expect([...builtIn, ...samples]).not.toContain(topic);
      expect(command(topic, phrases(locale))).toBeUndefined();
    }
  });

  it("takes a business's own topics in place of these, an intent each", () => {
    const own = topicsOf({ 'Teeth whitening': ['bleaching'], Ärzte: null }, locale);
    const { intents: all, types } = schemaOf(interactionModel({ ...TEMPLATE, locale, topics: own })).languageModel;
    expect(types).toEqual([
      { name: 'TeethWhiteningTopicType', values: [{ name: { value: 'teeth whitening', synonyms: ['bleaching'] } }] },
      { name: 'ArzteTopicType', values: [{ name: { value: 'ärzte', synonyms: ['ärzte'] } }] },
    ]);
    const generic = intents.filter(({ name }) => name !== 'TopicIntent');
    expect(all.filter((intent) => !generic.some(({ name }) => name === intent.name))).toEqual([
      {
        name: 'TeethWhiteningTopicIntent',
        slots: [{ name: 'teeth_whitening', type: 'TeethWhiteningTopicType' }],
        samples: ['{teeth_whitening}', 'about {teeth_whitening}'],
      },
      {
        name: 'ArzteTopicIntent',
        slots: [{ name: 'arzte', type: 'ArzteTopicType' }],
        samples: ['{arzte}', 'about {arzte}'],
      },
    ]);
  });

  it('lets the words of a business win over a command, and tells which', () => {
    const own = topicsOf({ messages: ['my messages', 'flower messages'] }, locale);
    const model = interactionModel({ ...TEMPLATE, locale, topics: own });
    expect(model.lost).toEqual([{ intent: 'NewMessagesIntent', sample: 'my messages' }]);
    const command = schemaOf(model).languageModel.intents.find(({ name }) => name === 'NewMessagesIntent');
    expect(command?.samples).not.toContain('my messages');
    expect(command?.samples).toContain('new messages');
  });

  it('takes nothing from words of the business that begin as a carrier does', () => {
    const own = topicsOf({ quotes: ['ask for a quote'] }, locale);
    const model = interactionModel({ ...TEMPLATE, locale, topics: own });
    expect(model.lost).toEqual([{ intent: 'ChatIntent', sample: 'ask for' }]);
    const [free] = schemaOf(model).languageModel.intents;
    expect(free?.samples).not.toContain('ask for {query}');
    expect(free?.samples).toContain('ask about {query}');
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

  it('declares every slot type of its own', () => {
    const types = languageModel.types ?? [];
    const used = intents.flatMap(({ slots = [] }) => slots.map(({ type = '' }) => type));
    for (const type of used.filter((name) => !name.startsWith('AMAZON.'))) {
      expect(types.map(({ name }) => name)).toContain(type);
    }
  });

  it('leaves as much as possible to the chat instead of the fallback', () => {
    expect(languageModel.modelConfiguration?.fallbackIntentSensitivity?.level).toBe('LOW');
  });
});

function schemaOf({ data: { interactionModel: schema } }: Model) {
  if (!schema) throw new Error('no model');
  return schema;
}
