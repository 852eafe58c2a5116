import { FOREIGN_NAMES } from '../../../business/checks';
import { type NameFault, nameFaults } from '../../../business/invocation-name';
import { languageOf } from '../../../lambda/business/words';
import { MODEL_LANGUAGES } from '../../../lambda/skill/wording';
import { MANIFEST_FILE } from '../manifest/view';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { heldIn, type WordList } from '../words';
import { type PackageText, textsOf } from './texts';
import { VENDORS } from './vendors';

/** Amazon's rules for invocation names, by what the lint of the business file calls them. */
const INVOCATION: Readonly<Record<NameFault['code'], readonly [finds: string, remedy: string]>> = {
  'wake-word': ['A wake word in the invocation name: Alexa, Echo, Computer.', 'Take the wake word out'],
  'launch-word': [
    'A word in the invocation name with which skills are opened, in the language of the locale.',
    'Take the word out',
  ],
  'connecting-word': [
    'A word in the invocation name that joins a request to it, in the language of the locale.',
    'Take the word out',
  ],
  'skill-word': ['"Skill" or "app" in the invocation name.', 'Take the word out'],
  'small-word': [
    'An invocation name of two words, one of them an article or a preposition.',
    'Take two words that mean something',
  ],
  'one-word': [
    'An invocation name of one word, which Amazon takes only where it is the brand.',
    'Take two or three words, or write into testingInstructions that the brand is yours',
  ],
  long: ['An invocation name of more than three words.', 'Shorten it: people remember three words'],
  capitals: ['Capitals in the invocation name.', 'Write it in lower case'],
  digits: ['Digits in the invocation name.', 'Write numbers in words'],
  characters: [
    'Signs in the invocation name that are not spoken.',
    'Keep to letters, spaces, apostrophes, and a period behind a single letter',
  ],
};

const LENGTH = { least: 2, most: 50 } as const;

export const NAME_RULES: readonly Rule[] = [
  ...(Object.keys(INVOCATION) as NameFault['code'][]).map(invocationRule),
  {
    id: 'NAMES-INVOCATION-LENGTH',
    severity: 'error',
    finds: 'An invocation name of fewer than 2 or more than 50 characters.',
    remedy: 'Take a name of two or three words',
    source: source('smapi', 'INVALID_STRING_LENGTH'),
    look: eachName((name) =>
      [...name].length < LENGTH.least || [...name].length > LENGTH.most
        ? [`"${name}" has ${[...name].length} characters`]
        : [],
    ),
  },
  {
    id: 'NAMES-LENGTH',
    severity: 'error',
    finds: 'A name of the skill of more than 50 characters.',
    remedy: 'Shorten it',
    source: source('smapi', 'INVALID_STRING_LENGTH'),
    look: ({ manifest }) =>
      (manifest?.listings ?? [])
        .filter(({ name = '' }) => [...name].length > LENGTH.most)
        .map(({ locale, path, name = '' }) => ({
          ...{ file: MANIFEST_FILE, locale, at: `${path}.name` },
          what: `The name has ${[...name].length} characters`,
        })),
  },
  {
    id: 'NAMES-AMAZON',
    severity: 'error',
    finds: "A name of Amazon's in the name of the skill: Alexa, Amazon, Echo.",
    remedy: 'Take it out of the name',
    source: source('policy', '1a'),
    look: ({ manifest }) =>
      (manifest?.listings ?? [])
        .filter(({ name = '' }) => FOREIGN_NAMES.test(name))
        .map(({ locale, path, name }) => ({
          ...{ file: MANIFEST_FILE, locale, at: `${path}.name` },
          what: `"${name}" holds a name of Amazon's`,
        })),
  },
  {
    id: 'NAMES-VENDOR',
    severity: 'error',
    finds: 'A name of a vendor (BotDistrikt, Voximplant, KLaunch, WotNot, ChatAIBot) in what people see or say.',
    remedy: "Take it out: it is somebody else's mark",
    source: source('policy', '1a'),
    look: (subject) =>
      textsOf(subject).flatMap(({ text, ...place }) => {
        const [name] = VENDORS.exec(text) ?? [];
        return name === undefined ? [] : [{ ...place, what: `"${name}" is the mark of a vendor` }];
      }),
  },
  wordRule('rude', {
    id: 'NAMES-RUDE',
    severity: 'question',
    finds: 'A rude word in what people see or say, by a short list for each language.',
    remedy: 'Say it in other words',
    source: source('policy', 'profanity'),
    ask: (word) => `Is "${word}" meant to stand there?`,
  }),
  wordRule('endorsed', {
    id: 'NAMES-ENDORSED',
    severity: 'question',
    finds: 'Words by which Amazon seems to stand behind the skill.',
    remedy: 'Say it of yourself, not of Amazon',
    source: source('policy', '1'),
    ask: (words) => `Does "${words}" claim what Amazon did not say?`,
  }),
  wordRule('rating', {
    id: 'NAMES-RATING',
    severity: 'question',
    finds: 'Words in the listing that ask for a good rating.',
    remedy: 'Leave them out',
    source: source('scanner', 'asks for a positive rating'),
    ask: (words) => `Does "${words}" ask for a good rating?`,
  }),
  wordRule(
    'trial',
    {
      id: 'NAMES-TRIAL',
      severity: 'question',
      finds: 'A name like that of a trial: "test", "demo", "beta".',
      remedy: 'Call the skill by the name of the business: one for a trial is not published',
      source: source('functional', '3.11'),
      ask: (word) => `Is the skill for a trial? Its name says "${word}"`,
    },
    ({ at }) => /(?:^|\.)(?:name|invocationName)$/.test(at),
  ),
  {
    id: 'NAMES-TRADEMARKS',
    severity: 'question',
    finds: 'Whether the names are yours, or you may use them.',
    remedy: 'Use your own name, or write into testingInstructions who lets you use it',
    source: source('policy', '1a-1d'),
    asksAlways: true,
    look: ({ manifest, models }) => {
      const names = [
        ...new Set([
          ...(manifest?.listings ?? []).flatMap(({ name = [] }) => name),
          ...models.flatMap(({ invocationName = [] }) => invocationName),
        ]),
      ];
      const told = names.map((name) => `"${name}"`).join(', ');
      return names.length === 0
        ? []
        : [
            {
              file: MANIFEST_FILE,
              what: `Are these names yours, and do they name no person or place but yours: ${told}?`,
            },
          ];
    },
  },
];

function invocationRule(code: NameFault['code']): Rule {
  const [finds, remedy] = INVOCATION[code];
  const isWarning = code === 'one-word' || code === 'long';
  return {
    ...{ id: `NAMES-INVOCATION-${code.toUpperCase()}`, finds, remedy },
    severity: isWarning ? 'warning' : 'error',
    source: code === 'long' ? source('validator', 'invocation name of at most three words') : source('invocation'),
    look: eachName((name, locale) =>
      MODEL_LANGUAGES.includes(languageOf(locale))
        ? nameFaults(name, locale)
            .filter((fault) => fault.code === code)
            .map(({ message }) => `"${name}" ${message}`)
        : [],
    ),
  };
}

function eachName(find: (name: string, locale: string) => readonly string[]): (subject: Subject) => readonly Spot[] {
  return ({ models }) =>
    models.flatMap(({ file, locale, invocationName }) =>
      invocationName === undefined
        ? []
        : find(invocationName, locale).map((what) => ({ file, locale, at: 'invocationName', what })),
    );
}

function wordRule(
  list: WordList,
  { ask, ...rule }: Omit<Rule, 'look'> & { readonly ask: (found: string) => string },
  isMeant: (text: PackageText) => boolean = () => true,
): Rule {
  return {
    ...rule,
    look: (subject) =>
      textsOf(subject)
        .filter(isMeant)
        .flatMap(({ text, ...place }) => {
          const found = heldIn(text, list, place.locale);
          return found === undefined ? [] : [{ ...place, what: ask(found) }];
        }),
  };
}
