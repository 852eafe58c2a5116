import { type ExampleFault, exampleFault } from '../../../business/understood';
import { languageOf } from '../../../lambda/business/words';
import { MODEL_LANGUAGES } from '../../../lambda/skill/wording';
import { MANIFEST_FILE } from '../manifest/view';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { heldIn } from '../words';

const NUMBER = { least: 1, wanted: 3, most: 3 } as const;
/** What is spoken, and what a sentence is written with. */
const WRITTEN = /^[\p{L}\p{M}\p{N}\s.,!?'’"“”„«»¿¡、。「」؟،;:।-]+$/u;

/** Phrases of a listing, with what tells how they are understood. */
interface Shown {
  readonly locale: string;
  readonly at: string;
  readonly phrases: readonly string[];
}

export const PHRASE_RULES: readonly Rule[] = [
  {
    id: 'PHRASES-MISSING',
    severity: 'error',
    finds: 'A listing without an example phrase.',
    remedy: 'Write three under examplePhrases: in business.yaml, or leave the field out: they are made then',
    source: source('validator', 'one to three example phrases'),
    look: eachListing(({ phrases }) => (phrases.length < NUMBER.least ? ['There is no example phrase'] : [])),
  },
  {
    id: 'PHRASES-FEW',
    severity: 'warning',
    finds: 'A listing with one or two example phrases, where Amazon wants three.',
    remedy: 'Write three under examplePhrases: in business.yaml',
    source: source('validator', 'one to three example phrases'),
    look: eachListing(({ phrases }) =>
      phrases.length >= NUMBER.least && phrases.length < NUMBER.wanted
        ? [`There are ${phrases.length} example phrases: Amazon wants three`]
        : [],
    ),
  },
  {
    id: 'PHRASES-MANY',
    severity: 'error',
    finds: 'A listing with more than three example phrases.',
    remedy: 'Keep three',
    source: source('functional', '3.1'),
    look: eachListing(({ phrases }) =>
      phrases.length > NUMBER.most ? [`There are ${phrases.length} example phrases: the store shows three`] : [],
    ),
  },
  understood('wake-word', {
    id: 'PHRASES-WAKE-WORD',
    finds: 'An example phrase that does not begin with the wake word.',
    remedy: 'Begin it as one speaks to an Echo: "Alexa, …"',
    source: source('functional', '3.1'),
  }),
  understood('invocation-name', {
    id: 'PHRASES-INVOCATION-NAME',
    finds: 'An example phrase that does not say the invocation name.',
    remedy: 'Say the invocation name as the model has it',
    source: source('functional', '3.1'),
  }),
  understood('first', {
    id: 'PHRASES-FIRST',
    finds: 'A first example phrase that does more than open the skill.',
    remedy: 'Open the skill with the first, and nothing else: "Alexa, open …"',
    source: source('validator', 'first phrase: wake word and invocation name'),
  }),
  understood('unknown', {
    id: 'PHRASES-UNKNOWN',
    finds: 'An example phrase that no sample of the model takes.',
    remedy: 'Take a phrase of a topic, or add it to one',
    source: source('validator', 'phrases contained in samples'),
  }),
  {
    id: 'PHRASES-ENABLE',
    severity: 'error',
    finds: 'An example phrase that enables the skill.',
    remedy: 'Say what one says to an enabled skill',
    source: source('validator', 'phrase does not say "enable"'),
    look: eachListing(({ phrases, locale }) =>
      phrases
        .filter((phrase) => heldIn(phrase, 'enable', locale) !== undefined)
        .map((phrase) => `"${phrase}" enables the skill`),
    ),
  },
  {
    id: 'PHRASES-CHARACTERS',
    severity: 'error',
    finds: 'An example phrase with emoji, or with signs that are not spoken.',
    remedy: 'Write it as it is said',
    source: source('validator', 'phrase characters'),
    look: eachListing(({ phrases }) =>
      phrases.filter((phrase) => !WRITTEN.test(phrase)).map((phrase) => `"${phrase}" has signs that are not spoken`),
    ),
  },
  {
    id: 'PHRASES-TWICE',
    severity: 'error',
    finds: 'The same example phrase twice.',
    remedy: 'Show another use of the skill',
    source: source('smapi', 'DUPLICATE_ARRAY_ITEMS'),
    look: eachListing(({ phrases }) =>
      phrases
        .filter((phrase, index) => phrases.indexOf(phrase) !== index)
        .map((phrase) => `"${phrase}" stands there twice`),
    ),
  },
];

function eachListing(find: (shown: Shown) => readonly string[]): (subject: Subject) => readonly Spot[] {
  return (subject) =>
    shownIn(subject).flatMap((shown) =>
      find(shown).map((what) => ({ file: MANIFEST_FILE, locale: shown.locale, at: shown.at, what })),
    );
}

function shownIn({ manifest }: Subject): readonly Shown[] {
  return (manifest?.listings ?? []).map(({ locale, path, examplePhrases = [] }) => ({
    ...{ locale, at: `${path}.examplePhrases` },
    phrases: examplePhrases,
  }));
}

function understood(code: ExampleFault['code'], rule: Pick<Rule, 'id' | 'finds' | 'remedy' | 'source'>): Rule {
  return {
    ...rule,
    severity: 'error',
    look: (subject) =>
      shownIn(subject).flatMap(({ locale, at, phrases }) => {
        const model = subject.models.find((one) => one.locale === locale);
        if (!model?.invocationName || !MODEL_LANGUAGES.includes(languageOf(locale))) return [];
        const words = { locale, invocationName: model.invocationName };
        return phrases.flatMap((phrase, index): readonly Spot[] => {
          const fault = exampleFault(phrase, { index, words, model: model.data });
          return fault?.code === code
            ? [{ file: MANIFEST_FILE, locale, at: `${at}.${index}`, what: `"${phrase}" ${fault.message}` }]
            : [];
        });
      }),
  };
}
