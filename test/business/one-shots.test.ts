import { existsSync, readFileSync } from 'node:fs';
import type { IntentRequest } from 'ask-sdk-model';
import { LOCALES } from '../../business/locales';
import { languageOf } from '../../lambda/business/words';
import { joined } from '../../lambda/languages/unspaced';
import { type InputOptions, inputOf } from '../../lambda/skill/input';
import { addressOf } from '../../simulator/echo/hearing';
import { echoLanguage } from '../../simulator/echo/language';
import { type InteractionModel, loadModels, modelOf } from '../../simulator/echo/models';
import { type Elicitation, type Understanding, understand, understandOneShot } from '../../simulator/echo/nlu';

const models = loadModels();
const ELICITING: Elicitation = { intent: { name: 'ChatIntent', confirmationStatus: 'NONE', slots: {} }, slot: 'query' };

/**
 * Launches that Amazon's documentation does not list. Whether Alexa takes them is her affair; what follows the name is
 * ours.
 */
const UNDOCUMENTED_LAUNCH =
  /^(?:speak to|speak with|chat with|have a chat with|have a yarn to|have|get) (?=chat companion )/;

const LOST = [
  // Only AMAZON.NoIntent may begin with "no", so behind the bare name these are left to it and to the fallback.
  ...['no onions on my burger', "no worries saturday's fine", 'no garlic no onion please'],
  // They begin with a noun, or with a word that is joined to it, and with a verb that few sentences begin with: not understood.
  ...['termine für freitag', 'afspraken op vrijdag', 'bakken jullie zelf brood', "l'ascenseur est en panne"],
  ...["l'ascensore è rotto", 'تذكرتي تنفع بكرة'],
];

describe.each(LOCALES)('what is said in one breath in %s', (locale) => {
  const model = modelOf(models, locale);
  const oneShots = oneShotsOf(locale);
  const wrong = oneShots
    .map(([utterance, meant]) => ({ utterance, meant, reached: oneShot(model, utterance, locale) }))
    .filter(({ meant, reached }) => reached !== meant);

  it('is a list to be reckoned with', () => {
    expect(oneShots.length).toBeGreaterThanOrEqual(languageOf(locale) === 'en' ? 200 : 100);
  });

  it('reaches the turn as it was meant, in 98 of 100 cases', () => {
    expect(wrong.length / oneShots.length).toBeLessThanOrEqual(0.02);
  });

  it('loses nothing but what is named here', () => {
    expect(wrong.filter(({ meant }) => !LOST.includes(meant))).toEqual([]);
  });

  it.each(['intent', 'slot'] as const)('reaches it too in a conversation, where the %s wins', (samples) => {
    const missed = oneShots.filter(([, meant]) => {
      const understood = understand(model, meant, ELICITING, { samples, locale });
      return reaching(understood, locale) !== meant;
    });
    expect(missed).toEqual([]);
  });
});

describe('a connecting word in the middle of a conversation', () => {
  it.each(['that one', 'for two people', 'to london', 'about my order', 'and a coke', 'if you can', 'ask my wife'])(
    'is part of the answer %j',
    (words) => {
      const model = modelOf(models, 'en-GB');
      for (const samples of ['intent', 'slot'] as const) {
        expect(reaching(understand(model, words, ELICITING, { samples }), 'en-GB')).toBe(words);
      }
    },
  );
});

function oneShot(model: InteractionModel, utterance: string, locale: string): string | undefined {
  const { invocationName } = model.languageModel;
  const [wake = ''] = echoLanguage(locale).wake;
  const said = utterance.startsWith(wake) ? utterance : joined(wake, utterance.replace(UNDOCUMENTED_LAUNCH, 'open '));
  const address = addressOf(said, invocationName, locale);
  if (address.to !== 'one-shot') throw new Error(`"${utterance}" is no one-shot`);
  return reaching(understandOneShot(model, address.words, locale), locale, { isOneShot: true });
}

/** The list of a locale, or the one of its language. */
function oneShotsOf(locale: string): readonly (readonly [utterance: string, meant: string])[] {
  const path = (of: string) => `test/corpus/one-shots/${of}.tsv`;
  const listed = existsSync(path(locale))
    ? locale
    : LOCALES.find((other) => languageOf(other) === languageOf(locale) && existsSync(path(other)));
  const [, ...lines] = readFileSync(path(listed ?? locale), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => line.split('\t') as [utterance: string, meant: string]);
}

/** The words that reach the turn; for a built-in intent its meaning. */
function reaching(understood: Understanding | undefined, locale: string, options?: InputOptions): string | undefined {
  const input = inputOf({ type: 'IntentRequest', locale, ...understood } as IntentRequest, options);
  if (input?.kind === 'words') return input.text;
  return input?.kind === 'command' ? input.command : undefined;
}
