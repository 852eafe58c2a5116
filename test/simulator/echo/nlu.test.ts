import type { Intent } from 'ask-sdk-model';
import { builtInPhrases } from '../../../simulator/echo/built-ins';
import { type InteractionModel, loadModels, modelOf } from '../../../simulator/echo/models';
import { type Elicitation, understand, understandOneShot } from '../../../simulator/echo/nlu';

const models = loadModels();
const model = modelOf(models, 'en-US');
const ELICITING: Elicitation = { intent: { name: 'ChatIntent', confirmationStatus: 'NONE', slots: {} }, slot: 'query' };

const brief = (understood: ReturnType<typeof understand>) => {
  if (!understood) return undefined;
  const { intent, dialogState } = understood;
  const { query, topic } = intent.slots ?? {};
  return [intent.name, (query ?? topic)?.value, dialogState];
};

describe.each([...models.keys()])('with the model of %s', (locale) => {
  const own = modelOf(models, locale);
  const samples = own.languageModel.intents.flatMap(({ name, samples = [] }) =>
    samples.map((sample) => [sample, name] as const),
  );

  const [topic = ''] = own.languageModel.types?.[0]?.values?.[0]?.name?.synonyms ?? [];

  it('reaches with every sample the intent that it stands in', () => {
    for (const [sample, intent] of samples) {
      const [slot] = sample.match(/(?<=\{)\w+/) ?? [];
      const value = slot === 'topic' ? topic : slot && 'green tea to take away';
      const words = sample.replace(`{${slot}}`, value ?? '');
      const expected = [intent, value, intent === 'ChatIntent' ? 'STARTED' : undefined];
      expect([sample, brief(understand(own, words, undefined, { locale }))]).toEqual([sample, expected]);
      expect([sample, brief(understandOneShot(own, words, locale))]).toEqual([sample, expected]);
    }
  });

  it.each(builtInPhrases(locale))('%s is reached by %j, inside and outside an elicitation', (intent, phrase) => {
    expect(brief(understand(own, phrase, undefined, { locale }))).toEqual([intent, undefined, undefined]);
    expect(brief(understand(own, phrase, ELICITING, { locale }))).toEqual([intent, undefined, undefined]);
    expect(brief(understandOneShot(own, phrase, locale))).toEqual([intent, undefined, undefined]);
  });

  it('reaches every intent of the model by some utterance', () => {
    const reached = [...samples.map(([, name]) => name), ...builtInPhrases(locale).map(([name]) => name)];
    const names = own.languageModel.intents.map(({ name }) => name);
    expect(names.filter((name) => !reached.includes(name))).toEqual(['AMAZON.FallbackIntent']);
  });
});

describe('a session in which nothing is elicited', () => {
  it('sends what fits no sample to the fallback, without a word of it and without slots', () => {
    expect(understand(model, 'green tea to take away')).toEqual({
      intent: { name: 'AMAZON.FallbackIntent', confirmationStatus: 'NONE' },
    });
  });

  it('takes the carrier away, the longest that fits', () => {
    expect(brief(understand(model, 'ask about green tea'))).toEqual(['ChatIntent', 'green tea', 'STARTED']);
    expect(brief(understand(model, 'ask my neighbour'))).toEqual(['AskIntent', 'my neighbour', undefined]);
    expect(brief(understand(model, 'how much is tea'))).toEqual(['HowMuchIntent', 'is tea', undefined]);
  });

  it('fills the slot as Alexa does', () => {
    expect(understand(model, 'ask about green tea')?.intent).toEqual({
      name: 'ChatIntent',
      confirmationStatus: 'NONE',
      slots: {
        query: {
          name: 'query',
          value: 'green tea',
          confirmationStatus: 'NONE',
          source: 'USER',
          slotValue: { type: 'Simple', value: 'green tea' },
        },
      },
    });
  });

  it("takes for a slot of the skill's own type its values and what else is said for them, and nothing else", () => {
    expect(brief(understand(model, 'opening times'))).toEqual(['TopicIntent', 'opening times', undefined]);
    expect(brief(understand(model, 'opening tins'))).toEqual(['AMAZON.FallbackIntent', undefined, undefined]);
  });

  it('understands nothing where the model has no fallback', () => {
    expect(understand(only('AMAZON.HelpIntent'), 'when do you open')).toBeUndefined();
    expect(understand(only('AMAZON.HelpIntent'), 'stop')).toBeUndefined();
    expect(brief(understand(only('AMAZON.HelpIntent'), 'help'))).toEqual(['AMAZON.HelpIntent', undefined, undefined]);
  });
});

describe('an elicited slot', () => {
  it.each(['when do you open', 'about parking', 'to be or not to be', 'stop the music', 'yes i do'])(
    'takes the whole of %j',
    (words) => {
      expect(brief(understand(model, words, ELICITING))).toEqual(['ChatIntent', words, 'IN_PROGRESS']);
    },
  );

  it.each([
    ['yes', 'AMAZON.YesIntent'],
    ['no thanks', 'AMAZON.NoIntent'],
  ])('takes %j or leaves it to %s, as devices do either', (words, intent) => {
    expect(brief(understand(model, words, ELICITING, { yesNo: 'intent' }))).toEqual([intent, undefined, undefined]);
    expect(brief(understand(model, words, ELICITING, { yesNo: 'slot' }))).toEqual(['ChatIntent', words, 'IN_PROGRESS']);
    expect(brief(understand(model, words, undefined, { yesNo: 'slot' }))).toEqual([intent, undefined, undefined]);
  });

  it('takes what a sample fits as well, or leaves it to the sample', () => {
    expect(brief(understand(model, 'when do you open', ELICITING, { samples: 'intent' }))).toEqual([
      'WhenIntent',
      'do you open',
      undefined,
    ]);
    expect(brief(understand(model, 'green tea', ELICITING, { samples: 'intent' }))).toEqual([
      'ChatIntent',
      'green tea',
      'IN_PROGRESS',
    ]);
  });

  it('never takes "stop"', () => {
    expect(brief(understand(model, 'stop', ELICITING, { yesNo: 'slot' }))).toEqual([
      'AMAZON.StopIntent',
      undefined,
      undefined,
    ]);
  });

  it('keeps the other slots of the intent as the skill set them', () => {
    const intent: Intent = {
      name: 'ChatIntent',
      confirmationStatus: 'NONE',
      slots: { table: { name: 'table', value: '7', confirmationStatus: 'NONE' } },
    };
    expect(understand(model, 'by the window', { intent, slot: 'query' })?.intent.slots).toMatchObject({
      table: { value: '7' },
      query: { value: 'by the window' },
    });
  });

  it('takes a carrier away where only samples with carriers are given for the slot', () => {
    const narrow = structuredClone(model);
    for (const slot of narrow.languageModel.intents[0]?.slots ?? []) slot.samples = ['it is {query}'];
    expect(brief(understand(narrow, 'it is green', ELICITING))).toEqual(['ChatIntent', 'green', 'IN_PROGRESS']);
    expect(brief(understand(narrow, 'green', ELICITING))).toEqual(['AMAZON.FallbackIntent', undefined, undefined]);
  });
});

describe('a one-shot', () => {
  it.each([
    ['about green tea', 'AboutIntent', 'green tea'],
    ['about opening hours', 'TopicIntent', 'opening hours'],
    ['and cancel my order', 'AndIntent', 'cancel my order'],
    ['and say i am late', 'ChatIntent', 'i am late'],
    ["i'd like to speak to someone", 'I_dLikeIntent', 'to speak to someone'],
  ])('with %j is %s with %j', (words, intent, slot) => {
    expect(brief(understandOneShot(model, words))?.slice(0, 2)).toEqual([intent, slot]);
  });

  it.each([
    ['to book a table for two', 'BookIntent', 'a table for two'],
    ['that i am running late', 'IIntent', 'am running late'],
    ['for when the bus leaves', 'WhenIntent', 'the bus leaves'],
    ['whether someone is there', 'SomeoneIntent', 'is there'],
  ])('with %j loses the connecting word to the invocation: %s with %j', (words, intent, slot) => {
    expect(brief(understandOneShot(model, words))?.slice(0, 2)).toEqual([intent, slot]);
  });

  it('keeps a connecting word where a sample explains it and as much behind it', () => {
    expect(brief(understandOneShot(model, 'if you take cards'))?.slice(0, 2)).toEqual(['IfYouIntent', 'take cards']);
    expect(brief(understandOneShot(model, 'if pets are allowed'))?.slice(0, 2)).toEqual([
      'IfIntent',
      'pets are allowed',
    ]);
  });

  it('reaches built-in intents behind a connecting word', () => {
    expect(understandOneShot(model, 'for help')?.intent.name).toBe('AMAZON.HelpIntent');
    expect(understandOneShot(model, 'to start over')?.intent.name).toBe('AMAZON.StartOverIntent');
  });

  it.each([
    ['for new messages', 'NewMessagesIntent'],
    ['if i have any new messages', 'NewMessagesIntent'],
    ['whether there are any new messages', 'NewMessagesIntent'],
    ['to read my messages', 'NewMessagesIntent'],
    ['to notify me', 'NotificationsOnIntent'],
    ['to stop notifying me', 'NotificationsOffIntent'],
    ['to forget me', 'ForgetMeIntent'],
  ])('reaches an intent of ours with %j', (words, intent) => {
    expect(brief(understandOneShot(model, words))).toEqual([intent, undefined, undefined]);
  });

  it('takes words that only begin like an intent of ours as free speech', () => {
    expect(brief(understandOneShot(model, 'for new messages from the doctor'))).toEqual([
      'ForIntent',
      'new messages from the doctor',
      undefined,
    ]);
  });

  it('falls back where no sample fits', () => {
    expect(understandOneShot(model, 'green tea')?.intent.name).toBe('AMAZON.FallbackIntent');
    expect(understandOneShot(model, 'no sugar')?.intent.name).toBe('AMAZON.FallbackIntent');
  });
});

function only(name: string): InteractionModel {
  return { languageModel: { invocationName: 'chat companion', intents: [{ name, samples: [] }] } };
}
