import type { IntentRequest } from 'ask-sdk-model';
import { hasFallbackSensitivity, LOCALES, localesOf } from '../../business/locales';
import { interactionModel, openingsBy } from '../../business/model';
import { isUnspaced } from '../../lambda/languages/unspaced';
import { inputOf } from '../../lambda/skill/input';
import { MODEL_LANGUAGES, sentenceOpenings, wordingOf } from '../../lambda/skill/wording';
import { builtInPhrases } from '../../simulator/echo/built-ins';
import { understandOneShot } from '../../simulator/echo/nlu';

const TEMPLATE = { invocationName: 'a name', topics: [], choices: [] };
const languages = MODEL_LANGUAGES;

test('there is a language for every locale that Alexa has', () => {
  expect(languages.flatMap(localesOf).toSorted()).toEqual([...LOCALES].toSorted());
});

test('how readily the fallback takes what was said is set where Amazon documents it, and nowhere else', () => {
  for (const locale of LOCALES) {
    const { modelConfiguration } = modelOf(locale).languageModel;
    expect(modelConfiguration?.fallbackIntentSensitivity?.level).toBe(
      hasFallbackSensitivity(locale) ? 'LOW' : undefined,
    );
  }
  expect(LOCALES.filter(hasFallbackSensitivity)).toEqual(['de-DE', 'en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US']);
});

describe.each(languages)('the words of models in %s', (language) => {
  const [locale = 'en-US'] = localesOf(language);
  const wording = wordingOf(locale);
  const { carriers, closingCarriers = [], connectingWords, closings = [], commands, topics } = wording;
  const openings = sentenceOpenings(wording.openings);
  const { languageModel } = modelOf(locale);
  const phrases = builtInPhrases(locale);
  const samples = languageModel.intents.flatMap((intent) => intent.samples ?? []);

  it('have every part', () => {
    expect(wording.launch).toContain('{name}');
    expect(wording.ask).toMatch(/\{name\}.*\{topic\}/);
    expect(openings.length + closings.length).toBeGreaterThan(150);
    expect(Object.keys(topics).length).toBeGreaterThanOrEqual(13);
    for (const said of Object.values(commands)) expect(said.length).toBeGreaterThanOrEqual(5);
  });

  it('stand once, as speech recognition writes them', () => {
    expect(new Set(samples).size).toBe(samples.length);
    for (const list of [[...carriers, ...connectingWords, ...openings], closings, closingCarriers]) {
      expect(list.filter((words, index) => list.indexOf(words) !== index)).toEqual([]);
    }
    for (const sample of samples) {
      const words = sample
        .replace(/\{\w+\}/g, '')
        .replace('  ', ' ')
        .trim();
      expect(words).toBe(words.normalize('NFC').toLowerCase());
      expect(words).toMatch(/^(?:[\p{L}\p{M}'ー-]+(?: [\p{L}\p{M}'ー-]+)*)?$/u);
    }
  });

  it('make intents whose names Alexa takes, and leave room for topics of a business', () => {
    const names = languageModel.intents.map(({ name = '' }) => name);
    for (const name of names) expect(name).toMatch(/^(?:AMAZON\.)?[A-Za-z][A-Za-z_]*$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.length).toBeLessThanOrEqual(250);
    expect(openingsBy(wording).core.length).toBeLessThanOrEqual(230);
  });

  it('are put back where they stood', () => {
    const opened = languageModel.intents.filter(
      ({ name, slots = [] }) => name !== 'ChatIntent' && slots[0]?.name === 'query',
    );
    const said = isUnspaced(closings[0] ?? '') ? '緑茶' : 'green tea';
    for (const { name, samples: own = [] } of opened) {
      const intent = { name, confirmationStatus: 'NONE', slots: { query: { name: 'query', value: said } } };
      const { text } = inputOf({ type: 'IntentRequest', locale, intent } as unknown as IntentRequest) as {
        text: string;
      };
      expect(own.map((sample) => unspaced(sample.replace('{query}', said)))).toEqual([unspaced(text)]);
    }
  });

  it('keep a condition, also where the sentence ends as others do', () => {
    for (const condition of wording.openings.conditions) {
      for (const closing of closings) {
        const said = `${condition} xyz ${closing}`;
        const request = { type: 'IntentRequest', locale, ...understandOneShot({ languageModel }, said, locale) };
        expect(inputOf(request as IntentRequest, { isOneShot: true })).toEqual({ kind: 'words', text: said });
      }
    }
  });

  it('leave the phrases of built-in intents to them', () => {
    const begun = [...carriers, ...connectingWords, ...openings];
    const ended = [...closings, ...closingCarriers];
    for (const [, phrase] of phrases) {
      expect(samples).not.toContain(phrase);
      expect(begun.filter((words) => begins(words, phrase))).toEqual([]);
      expect(
        ended.filter((words) => ends(words, phrase) && !ended.some((other) => other !== words && ends(words, other))),
      ).toEqual([]);
    }
  });

  it('neither open nor end what stops, cancels or asks for help, but for whole sentences', () => {
    const kept = phrases.filter(([name]) => /Stop|Cancel|Help/.test(name)).map(([, phrase]) => phrase);
    const taken = kept.filter(
      (phrase) =>
        [...carriers, ...connectingWords, ...openings].some((words) => begins(phrase, words)) ||
        [...closings, ...closingCarriers].some((words) => ends(phrase, words)),
    );
    expect(taken.filter((phrase) => !SENTENCES.has(phrase))).toEqual([]);
  });

  it('drop nothing that opens a phrase of a built-in intent, or a command', () => {
    const said = [...phrases.map(([, phrase]) => phrase), ...Object.values(commands).flat()];
    for (const phrase of said) {
      expect([phrase, carriers.filter((words) => begins(phrase, words))]).toEqual([phrase, []]);
    }
  });
});

/** Whole sentences, which begin or end as any other does: if they came as words they would come in full. */
const SENTENCES = new Set([
  ...['can you help me', 'please stop', 'kannst du mir helfen', 'puedes ayudarme', 'me puedes ayudar'],
  ...["peux-tu m'aider", 'puoi aiutarmi', 'mi puoi aiutare', 'kun je me helpen', 'você pode me ajudar', 'me ajuda'],
  ...['me ajude', 'मुझे मदद चाहिए', 'أحتاج مساعدة', '使い方を教えて', 'मेरी मदद करो', '何でもない'],
]);

function modelOf(locale: (typeof LOCALES)[number]) {
  const { interactionModel: schema } = interactionModel({ ...TEMPLATE, locale }).data;
  if (!schema) throw new Error('no model');
  return schema;
}

/** Word for word; in a script without spaces, letter for letter. */
function begins(words: string, beginning: string): boolean {
  return isUnspaced(beginning) ? words.startsWith(beginning) : `${words} `.startsWith(`${beginning} `);
}

function ends(words: string, ending: string): boolean {
  return isUnspaced(ending) ? words.endsWith(ending) : ` ${words}`.endsWith(` ${ending}`);
}

function unspaced(text: string): string {
  return isUnspaced(text) ? text.replaceAll(' ', '') : text;
}
