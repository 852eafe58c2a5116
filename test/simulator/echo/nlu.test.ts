import type { Intent } from 'ask-sdk-model';
import { builtInPhrases } from '../../../simulator/echo/built-ins';
import { type InteractionModel, loadModels, modelOf } from '../../../simulator/echo/models';
import { type Elicitation, understand, understandOneShot } from '../../../simulator/echo/nlu';

const models = loadModels();
const model = modelOf(models, 'en-US');
const ELICITING: Elicitation = { intent: { name: 'ChatIntent', confirmationStatus: 'NONE', slots: {} }, slot: 'query' };

const brief = (understood: ReturnType<typeof understand>) =>
  understood && [understood.intent.name, understood.intent.slots?.query?.value, understood.dialogState];

describe.each([...models.keys()])('with the model of %s', (locale) => {
  const own = modelOf(models, locale);
  const samples = own.languageModel.intents.flatMap(({ name, samples = [] }) =>
    samples.map((sample) => [sample, name] as const),
  );

  it.each(samples)('the sample %j reaches %s', (sample, intent) => {
    const words = sample.replace('{query}', 'green tea to take away');
    const expected = words === sample ? [intent, undefined, undefined] : [intent, 'green tea to take away', 'STARTED'];
    expect(brief(understand(own, words))).toEqual(expected);
    expect(brief(understandOneShot(own, words))).toEqual(expected);
  });

  it.each(builtInPhrases())('%s is reached by %j, inside and outside an elicitation', (intent, phrase) => {
    expect(brief(understand(own, phrase))).toEqual([intent, undefined, undefined]);
    expect(brief(understand(own, phrase, ELICITING))).toEqual([intent, undefined, undefined]);
    expect(brief(understandOneShot(own, phrase))).toEqual([intent, undefined, undefined]);
  });

  it('reaches every intent of the model by some utterance', () => {
    const reached = [...samples.map(([, name]) => name), ...builtInPhrases().map(([name]) => name)];
    const names = own.languageModel.intents.map(({ name }) => name);
    expect(names.filter((name) => !reached.includes(name))).toEqual(['AMAZON.FallbackIntent']);
  });
});

describe('a session in which nothing is elicited', () => {
  it('sends what fits no sample to the fallback, without a word of it and without slots', () => {
    expect(understand(model, 'when do you open')).toEqual({
      intent: { name: 'AMAZON.FallbackIntent', confirmationStatus: 'NONE' },
    });
  });

  it('takes the carrier away, the longest that fits', () => {
    expect(brief(understand(model, 'ask about parking'))).toEqual(['ChatIntent', 'parking', 'STARTED']);
    expect(brief(understand(model, 'i would like to ask them'))).toEqual(['ChatIntent', 'ask them', 'STARTED']);
  });

  it('fills the slot as Alexa does', () => {
    expect(understand(model, 'about parking')?.intent).toEqual({
      name: 'ChatIntent',
      confirmationStatus: 'NONE',
      slots: {
        query: {
          name: 'query',
          value: 'parking',
          confirmationStatus: 'NONE',
          source: 'USER',
          slotValue: { type: 'Simple', value: 'parking' },
        },
      },
    });
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
    expect(brief(understand(model, words, ELICITING, 'intent'))).toEqual([intent, undefined, undefined]);
    expect(brief(understand(model, words, ELICITING, 'slot'))).toEqual(['ChatIntent', words, 'IN_PROGRESS']);
    expect(brief(understand(model, words, undefined, 'slot'))).toEqual([intent, undefined, undefined]);
  });

  it('never takes "stop"', () => {
    expect(brief(understand(model, 'stop', ELICITING, 'slot'))).toEqual(['AMAZON.StopIntent', undefined, undefined]);
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
    ['about opening hours', 'opening hours'],
    ['to book a table for two', 'book a table for two'],
    ['for a taxi', 'a taxi'],
    ['that i am running late', 'i am running late'],
    ['if you take cards', 'you take cards'],
    ["i'd like to speak to someone", 'speak to someone'],
  ])('with %j asks for %j', (words, query) => {
    expect(brief(understandOneShot(model, words))).toEqual(['ChatIntent', query, 'STARTED']);
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
      'ChatIntent',
      'new messages from the doctor',
      'STARTED',
    ]);
  });

  it('falls back where no sample fits', () => {
    expect(understandOneShot(model, 'when do you open')?.intent.name).toBe('AMAZON.FallbackIntent');
    expect(understandOneShot(model, 'and book a table')?.intent.name).toBe('AMAZON.FallbackIntent');
  });
});

function only(name: string): InteractionModel {
  return { languageModel: { invocationName: 'chat companion', intents: [{ name, samples: [] }] } };
}
