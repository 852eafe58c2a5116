import { type ModelFaultCode, repeated } from '../../../business/lint-model';
import { schemaRules } from '../manifest/schema';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';
import type { Subject } from '../subject';
import { BUILT_IN_INTENTS, isAmazonType } from './built-ins';
import { passThroughRule } from './pass-through';
import { SAMPLE_RULES } from './samples';
import { isBuiltIn, type ModelView, slotsIn } from './view';

const LEAST = { intents: 5, samples: 5 } as const;
const SLOT_NAME = /^[A-Za-z][A-Za-z_]*$/;

/** What the business file's lint finds too, and by which id. */
const LINTED: readonly (readonly [
  ModelFaultCode,
  id: `MODEL-${string}`,
  finds: string,
  remedy: string,
  source: string,
])[] = [
  ...(
    [
      ['help-missing', 'HELP', 'AMAZON.HelpIntent', 'help'],
      ['stop-missing', 'STOP', 'AMAZON.StopIntent', 'stop'],
      ['cancel-missing', 'CANCEL', 'AMAZON.CancelIntent', 'cancel'],
      ['home-missing', 'HOME', 'AMAZON.NavigateHomeIntent', 'go home'],
    ] as const
  ).map(
    ([code, id, intent, word]) =>
      [
        code,
        `MODEL-${id}-MISSING`,
        `A model without ${intent}.`,
        `Add ${intent}: nobody could say "${word}"`,
        source('validator', 'Cancel, Help and Stop present'),
      ] as const,
  ),
  [
    'intent-name',
    'MODEL-INTENT-NAME',
    'A name of an intent with anything but Latin letters and underscores.',
    'Name the intent by letters and underscores alone',
    source('smapi', 'INVALID_STRING_PATTERN'),
  ],
  [
    'intent-twice',
    'MODEL-INTENT-TWICE',
    'Two intents of the same name, capitals aside.',
    'Give one of them another name, or make one of both',
    source('smapi', 'CONFLICTING_INSTANCES'),
  ],
  [
    'intents-many',
    'MODEL-INTENTS-MANY',
    'More than 250 intents (not confirmed).',
    'Take some topics together',
    source('smapi', 'INVALID_ARRAY_SIZE'),
  ],
  [
    'values-many',
    'MODEL-VALUES-MANY',
    'More than 50,000 values of slot types (not confirmed).',
    'Take choices out',
    source('smapi', 'INVALID_ARRAY_SIZE'),
  ],
  [
    'value-length',
    'MODEL-VALUE-LENGTH',
    'A value or synonym of more than 140 characters.',
    'Shorten it',
    source('smapi', 'INVALID_STRING_LENGTH'),
  ],
  [
    'size',
    'MODEL-FILE-SIZE',
    'A model of more than 1.5 MB.',
    'Take topics or choices out',
    source('smapi', 'INVALID_STRING_LENGTH'),
  ],
  [
    'type-undeclared',
    'MODEL-TYPE-UNDECLARED',
    'A slot of a type that neither the model declares nor Amazon has.',
    'Declare the type, or correct its name',
    source('validator', 'intent slots defined'),
  ],
  [
    'slot-undeclared',
    'MODEL-SLOT-UNDECLARED',
    'A sample with a slot that its intent does not have.',
    'Add the slot to the intent, or correct its name',
    source('validator', 'sample slots defined in intent'),
  ],
  [
    'sample-characters',
    'MODEL-SAMPLE-CHARACTERS',
    'A sample with signs that are not spoken: punctuation, digits.',
    'Write it as it is said: letters, apostrophes and spaces; numbers in words',
    source('validator', 'sample characters'),
  ],
  [
    'sample-length',
    'MODEL-SAMPLE-LENGTH',
    'A sample of more than 200 characters (not confirmed).',
    'Shorten it',
    source('smapi', 'INVALID_STRING_LENGTH'),
  ],
  [
    'carrier-missing',
    'MODEL-CARRIER-MISSING',
    'AMAZON.SearchQuery in a sample without a word beside it.',
    'Put a carrier before the slot: "find {query}"',
    source('refused', 'MissingCarrierPhraseWithPhraseSlot'),
  ],
];

export const MODEL_RULES: readonly Rule[] = [
  ...schemaRules('MODEL', 'v1.skill.interactionModel.InteractionModelData', ({ models }) =>
    models.map(({ file, locale, content }) => ({ file, locale, content })),
  ),
  ...LINTED.map(
    ([code, id, finds, remedy, from]): Rule => ({
      ...{ id, severity: 'error', finds, remedy, source: from },
      look: eachModel(({ faults, ...model }) => [
        ...faults.filter((fault) => fault.code === code).map(({ message }) => ({ what: message })),
        ...(code === 'type-undeclared' ? unknownAmazonTypes(model) : []),
      ]),
    }),
  ),
  {
    id: 'MODEL-FALLBACK-MISSING',
    severity: 'warning',
    finds: 'A model without AMAZON.FallbackIntent, where there is one.',
    remedy: 'Add AMAZON.FallbackIntent: without it the skill is not told that somebody was not understood',
    source: source('voice', 'error handling'),
    look: eachModel(({ intents }) =>
      intents.some(({ name }) => name === 'AMAZON.FallbackIntent')
        ? []
        : [{ what: 'The model has no AMAZON.FallbackIntent' }],
    ),
  },
  {
    id: 'MODEL-AUDIO-MISSING',
    severity: 'error',
    finds: 'A skill that plays audio (AUDIO_PLAYER), whose model has no AMAZON.PauseIntent or AMAZON.ResumeIntent.',
    remedy: 'Add both, or take AUDIO_PLAYER out of apis.custom.interfaces',
    source: source('functional', '3.5'),
    look: ({ manifest, models }) =>
      manifest?.interfaces.includes('AUDIO_PLAYER')
        ? models.flatMap(({ file, locale, intents }) =>
            ['AMAZON.PauseIntent', 'AMAZON.ResumeIntent']
              .filter((name) => !intents.some((intent) => intent.name === name))
              .map((name) => ({ file, locale, what: `The skill plays audio, and the model has no ${name}` })),
          )
        : [],
  },
  {
    id: 'MODEL-BUILT-IN',
    severity: 'error',
    finds: "An intent with a name of Amazon's that she does not have.",
    remedy: 'Correct its name, or give it one that does not begin with AMAZON.',
    source: source('smapi', 'INVALID_ENUM_VALUE'),
    look: eachModel(({ intents }) =>
      intents
        .filter((intent) => isBuiltIn(intent) && !BUILT_IN_INTENTS.has(intent.name) && !/[<@]/.test(intent.name))
        .map(({ name }) => ({ at: name, what: `Amazon has no ${name}` })),
    ),
  },
  {
    id: 'MODEL-INTENTS-MISSING',
    severity: 'error',
    finds: 'A model without an intent of its own.',
    remedy: 'Name the topics of your business in business.yaml',
    source: source('validator', 'intent schema present'),
    look: eachModel(({ intents }) =>
      intents.some((intent) => !isBuiltIn(intent)) ? [] : [{ what: 'The model has no intent of its own' }],
    ),
  },
  {
    id: 'MODEL-INTENTS-FEW',
    severity: 'warning',
    finds: 'A model with fewer than five intents.',
    remedy: 'Name the topics of your business in business.yaml',
    source: source('validator', 'fewer than five intents'),
    look: eachModel(({ intents }) =>
      intents.length > 0 && intents.length < LEAST.intents ? [{ what: `The model has ${intents.length} intents` }] : [],
    ),
  },
  {
    id: 'MODEL-SLOT-TYPES',
    severity: 'error',
    finds: 'A name of a slot that has two types in one model.',
    remedy: 'Give one of the slots another name',
    source: source('smapi', 'CONFLICTING_INSTANCES'),
    look: eachModel(slotTypes),
  },
  {
    id: 'MODEL-SLOT-DECLARED-TWICE',
    severity: 'error',
    finds: 'An intent with two slots of the same name.',
    remedy: 'Take one of them out, or give it another name',
    source: source('smapi', 'CONFLICTING_INSTANCES'),
    look: eachModel(({ intents }) =>
      intents.flatMap(({ name: at, slots }) =>
        repeated(slots.map(({ name }) => name)).map((name) => ({ at, what: `There are two slots {${name}}` })),
      ),
    ),
  },
  {
    id: 'MODEL-TYPE-TWICE',
    severity: 'error',
    finds: 'Two slot types of the same name.',
    remedy: 'Make one of both',
    source: source('smapi', 'CONFLICTING_INSTANCES'),
    look: eachModel(({ types }) =>
      repeated(types.map(({ name }) => name)).map((name) => ({ at: name, what: `Two types are named ${name}` })),
    ),
  },
  {
    id: 'MODEL-VALUE-TWICE',
    severity: 'warning',
    finds: 'A value that stands in its type twice.',
    remedy: 'Keep one of them, with the synonyms of both',
    source: source('smapi', 'DUPLICATE_ARRAY_ITEMS'),
    look: eachModel(({ types }) =>
      types.flatMap(({ name: at, values }) =>
        repeated(values.map(([value = '']) => value.toLowerCase())).map((value) => ({
          at,
          what: `"${value}" stands in ${at} twice`,
        })),
      ),
    ),
  },
  {
    id: 'MODEL-SLOT-NAME',
    severity: 'error',
    finds: 'A name of a slot with anything but Latin letters and underscores.',
    remedy: 'Name the slot by letters and underscores alone',
    source: source('validator', 'slot characters'),
    look: eachModel(({ intents }) =>
      intents.flatMap(({ name: at, slots }) =>
        slots
          .filter(({ name }) => !SLOT_NAME.test(name))
          .map(({ name }) => ({ at, what: `"${name}" is no name of a slot` })),
      ),
    ),
  },
  {
    id: 'MODEL-SLOT-UNUSED',
    severity: 'warning',
    finds: 'A slot that no sample of its intent fills.',
    remedy: 'Add a sample with the slot, or take it out',
    source: source('validator', 'intent slot used in a sample'),
    look: eachModel(({ intents, dialogs }) =>
      intents
        .filter(({ name }) => !dialogs.includes(name))
        .flatMap(({ name: at, slots, samples }) => {
          const used = new Set(samples.flatMap(slotsIn));
          return slots
            .filter(({ name }) => !used.has(name))
            .map(({ name }) => ({ at, what: `No sample has {${name}}` }));
        }),
    ),
  },
  {
    id: 'MODEL-TYPE-EMPTY',
    severity: 'error',
    finds: 'A slot type without values.',
    remedy: 'Add values, or take the type out',
    source: source('validator', 'slots have values'),
    look: eachModel(({ types }) =>
      types
        .filter(({ values, isSupplied }) => !isSupplied && values.every(([value = '']) => value === ''))
        .map(({ name }) => ({ at: name, what: `The type ${name} has no values` })),
    ),
  },
  {
    id: 'MODEL-TYPE-UNUSED',
    severity: 'warning',
    finds: 'A slot type that no slot has.',
    remedy: 'Take it out',
    source: source('validator', 'slot type used'),
    look: eachModel(({ types, intents }) => {
      const used = new Set(intents.flatMap(({ slots }) => slots.map(({ type }) => type)));
      return types
        .filter(({ name }) => !used.has(name) && !name.startsWith('AMAZON.'))
        .map(({ name }) => ({ at: name, what: `No slot is of the type ${name}` }));
    }),
  },
  {
    id: 'MODEL-VALUES-ALIKE',
    severity: 'warning',
    finds: 'A slot type of eight values or more, all of the same number of words, longer than one.',
    remedy: 'Add what people say for it in fewer or more words',
    source: source('validator', 'slot values vary in length'),
    look: eachModel(({ types }) =>
      types
        .filter(({ values }) => isAlike(values.flat()))
        .map(({ name }) => ({ at: name, what: `All values of ${name} have the same number of words` })),
    ),
  },
  {
    id: 'MODEL-DIALOG',
    severity: 'error',
    finds: 'A dialog about an intent that the model does not have.',
    remedy: 'Add the intent, or take it out of dialog.intents',
    source: source('smapi', 'EXPECTED_RELATED_INSTANCE'),
    look: eachModel(({ dialogs, intents }) =>
      dialogs
        .filter((name) => !intents.some((intent) => intent.name === name))
        .map((name) => ({ at: name, what: `The dialog is about ${name}, which is no intent` })),
    ),
  },
  ...SAMPLE_RULES,
  passThroughRule,
];

function eachModel(
  find: (model: ModelView) => readonly Omit<Spot, 'file' | 'locale'>[],
): (subject: Subject) => readonly Spot[] {
  return ({ models }) =>
    models.flatMap((model) => find(model).map((spot) => ({ file: model.file, locale: model.locale, ...spot })));
}

function unknownAmazonTypes({ intents }: Pick<ModelView, 'intents'>): readonly { at: string; what: string }[] {
  return intents.flatMap(({ name: at, slots }) =>
    slots
      .filter(({ type }) => type.startsWith('AMAZON.') && !isAmazonType(type))
      .map(({ type }) => ({ at, what: `Amazon has no slot type ${type}` })),
  );
}

function slotTypes({ intents }: ModelView): readonly { at: string; what: string }[] {
  const types = new Map<string, string>();
  return intents.flatMap(({ name: at, slots }) =>
    slots.flatMap(({ name, type }) => {
      const known = types.get(name) ?? type;
      types.set(name, known);
      return known === type ? [] : [{ at, what: `{${name}} is of the types ${known} and ${type}` }];
    }),
  );
}

const LEAST_ALIKE = 8;

function isAlike(values: readonly string[]): boolean {
  const lengths = new Set(values.map((value) => value.split(' ').length));
  return values.length >= LEAST_ALIKE && lengths.size === 1 && !lengths.has(1);
}
