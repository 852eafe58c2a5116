import { languageOf } from '../../../lambda/business/words';
import type { Wording } from '../../../lambda/languages/wording';
import { MODEL_LANGUAGES, openingsOf, wordingOf } from '../../../lambda/skill/wording';
import { echoLanguage } from '../../../simulator/echo/language';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { type IntentView, isBuiltIn, type ModelView, slotsIn } from './view';

const LEAST_SAMPLES = 5;
/** "T. V.": single letters with a period and a space between them. */
const SPACED_LETTERS = /(?:^|\s)\p{L}\. \p{L}\.(?=\s|$)/u;

/** What intents are said with. */
export const SAMPLE_RULES: readonly Rule[] = [
  {
    id: 'MODEL-SAMPLES-MISSING',
    severity: 'error',
    finds: 'An intent of its own that no sample leads to.',
    remedy: 'Add samples, or take the intent out',
    source: source('validator', 'each intent has samples'),
    look: eachIntent(({ name, samples }, { isDialog }) =>
      samples.length === 0 && !isDialog ? [{ what: `Nobody can say ${name}: it has no samples` }] : [],
    ),
  },
  {
    id: 'MODEL-SAMPLES-FEW',
    severity: 'warning',
    finds: 'A model with fewer than five samples.',
    remedy: 'Name more of what people say under topics: in business.yaml',
    source: source('validator', 'fewer than five samples'),
    look: ({ models }) =>
      models.flatMap(({ file, locale, intents }) => {
        const { length } = intents.flatMap(({ samples }) => samples);
        return length < LEAST_SAMPLES ? [{ file, locale, what: `The model has ${length} samples` }] : [];
      }),
  },
  {
    id: 'MODEL-SAMPLES-ALIKE',
    severity: 'warning',
    finds: 'A model whose samples all have the same number of words.',
    remedy: 'Name shorter and longer sentences',
    source: source('validator', 'samples vary in length'),
    look: ({ models }) =>
      models.flatMap(({ file, locale, intents }) => {
        const lengths = intents.flatMap(({ samples }) => samples).map((sample) => sample.split(' ').length);
        const isAlike = lengths.length >= LEAST_SAMPLES && new Set(lengths).size === 1;
        return isAlike ? [{ file, locale, what: `All samples have ${lengths[0]} words` }] : [];
      }),
  },
  {
    id: 'MODEL-SAMPLE-TWICE',
    severity: 'error',
    finds: 'A sample of two intents, also where only the names of their slots differ.',
    remedy: 'Keep it in one of them',
    source: source('validator', 'samples unique'),
    look: ({ models }) =>
      models.flatMap((model) =>
        samplesTwice(model).map((spot) => ({ file: model.file, locale: model.locale, ...spot })),
      ),
  },
  {
    id: 'MODEL-SAMPLE-FORM',
    severity: 'error',
    finds: 'A slot in the old form, {value|slot}, or a brace without its other.',
    remedy: 'Write the slot as {name}',
    source: source('validator', 'no {a|b} format'),
    look: eachIntent(({ samples }) =>
      samples
        .filter((sample) => /\{[^{}]*\|[^{}]*\}/.test(sample) || /[{}]/.test(sample.replace(/\{[^{}]*\}/g, '')))
        .map((sample) => ({ what: `"${sample}" names its slot in another form than {name}` })),
    ),
  },
  {
    id: 'MODEL-SLOT-TWICE',
    severity: 'error',
    finds: 'A slot that stands in a sample twice.',
    remedy: 'Use two slots of different names',
    source: source('validator', 'no slot twice in a sample'),
    look: eachIntent(({ samples }) =>
      samples
        .filter((sample) => new Set(slotsIn(sample)).size < slotsIn(sample).length)
        .map((sample) => ({ what: `"${sample}" has a slot twice` })),
    ),
  },
  {
    id: 'MODEL-SEARCH-SHARED',
    severity: 'error',
    finds: 'AMAZON.SearchQuery beside another slot in a sample.',
    remedy: 'Leave one of the slots out of the sample',
    source: source('refused', 'free speech shares no sample'),
    look: eachIntent(({ samples, slots }) => {
      const search = slots.filter(({ type }) => type === 'AMAZON.SearchQuery').map(({ name }) => name);
      return samples
        .filter((sample) => slotsIn(sample).length > 1 && slotsIn(sample).some((slot) => search.includes(slot)))
        .map((sample) => ({ what: `"${sample}" has free speech and another slot` }));
    }),
  },
  {
    id: 'MODEL-SAMPLE-CONNECTING',
    severity: 'warning',
    finds:
      "A sample that begins with a word that joins a request to the name of the skill. Aloud's own, which need it, aside.",
    remedy: 'Leave the word out: Alexa takes it for part of the invocation',
    source: source('validator', 'sample starts with a connecting word'),
    look: eachIntent(({ samples }, { connecting, ours }) =>
      samples
        .filter((sample) => connecting.some((word) => sample.toLowerCase().startsWith(`${word} `)))
        .filter((sample) => !ours.has(wordsOf(sample)))
        .map((sample) => ({ what: `"${sample}" begins with a connecting word` })),
    ),
  },
  {
    id: 'MODEL-SAMPLE-ADDRESSES',
    severity: 'error',
    finds:
      'A sample that begins with the wake word, or opens the skill by its name: samples hold what is said behind that.',
    remedy: 'Leave out of the sample what opens the skill',
    source: source('rejection', 'samples without wake word and launch phrase'),
    look: eachIntent(({ samples }, { calls }) =>
      samples
        .filter((sample) => calls.some((call) => `${sample.toLowerCase()} `.startsWith(`${call} `)))
        .map((sample) => ({ what: `"${sample}" addresses the skill` })),
    ),
  },
  {
    id: 'MODEL-ABBREVIATION',
    severity: 'warning',
    finds: 'Single letters with a space between them: "T. V.".',
    remedy: 'Write them together, "t.v.", or as one says them',
    source: source('validator', 'abbreviations'),
    look: eachIntent(({ samples }) =>
      samples
        .filter((sample) => SPACED_LETTERS.test(sample))
        .map((sample) => ({ what: `"${sample}" has an abbreviation with spaces` })),
    ),
  },
];

interface Around {
  /** The skill asks for its slots: it needs no samples. */
  readonly isDialog: boolean;
  readonly connecting: readonly string[];
  /** What addresses Alexa, or opens this skill. */
  readonly calls: readonly string[];
  /** What Aloud itself puts around a slot, or takes for a command. */
  readonly ours: ReadonlySet<string>;
}

/** What is wrong with an intent that is none of Amazon's. */
function eachIntent(
  find: (intent: IntentView, around: Around) => readonly Pick<Spot, 'what'>[],
): (subject: Subject) => readonly Spot[] {
  return ({ models }) =>
    models.flatMap(({ file, locale, intents, dialogs, invocationName }) => {
      const wording = MODEL_LANGUAGES.includes(languageOf(locale)) ? wordingOf(locale) : undefined;
      const ours = new Set(wording ? ownWords(wording) : []);
      const connecting = wording?.reserved.connectingWords ?? [];
      const calls = wording ? callsOf(locale, invocationName) : [];
      return intents
        .filter((intent) => !isBuiltIn(intent))
        .flatMap((intent) =>
          find(intent, { isDialog: dialogs.includes(intent.name), connecting, ours, calls }).map((spot) => ({
            ...{ file, locale, at: intent.name },
            ...spot,
          })),
        );
    });
}

function callsOf(locale: string, invocationName = ''): readonly string[] {
  const { wake, launch } = echoLanguage(locale);
  return [...wake, ...(invocationName === '' ? [] : launch.map((word) => `${word} ${invocationName}`))];
}

/** A sample without its slots. */
function wordsOf(sample: string): string {
  return sample
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function ownWords(wording: Wording): readonly string[] {
  const openings = [...openingsOf(wording).values()].map(({ before, words }) =>
    before ? `${before} ${words}` : words,
  );
  return [...openings, ...wording.carriers, ...wording.topicCarriers, ...Object.values(wording.commands).flat()];
}

/** A slot alone says nothing: what may stand in it does. */
function samplesTwice({ intents }: ModelView): readonly Omit<Spot, 'file' | 'locale'>[] {
  const seen = new Map<string, string>();
  return intents.flatMap(({ name, samples, slots }) => {
    const types = new Map(slots.map((slot) => [slot.name, slot.type]));
    return samples.flatMap((sample) => {
      const key = sample.toLowerCase().replace(/\{([^{}]*)\}/g, (_, slot) => `{${types.get(slot) ?? slot}}`);
      const other = seen.get(key);
      seen.set(key, other ?? name);
      return other === undefined ? [] : [{ at: name, what: `"${sample}" is a sample of ${other} too` }];
    });
  });
}
