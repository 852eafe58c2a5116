import type { ModelFaultCode } from '../../../business/lint-model';
import type { Rule } from '../rule';
import { source } from '../sources';
import { isAmazonType } from './built-ins';
import { eachModel } from './spots';
import type { ModelView } from './view';

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

export const LINT_RULES: readonly Rule[] = LINTED.map(
  ([code, id, finds, remedy, from]): Rule => ({
    ...{ id, severity: 'error', finds, remedy, source: from },
    look: eachModel(({ faults, ...model }) => [
      ...faults.filter((fault) => fault.code === code).map(({ message }) => ({ what: message })),
      ...(code === 'type-undeclared' ? unknownAmazonTypes(model) : []),
    ]),
  }),
);

function unknownAmazonTypes({ intents }: Pick<ModelView, 'intents'>): readonly { at: string; what: string }[] {
  return intents.flatMap(({ name: at, slots }) =>
    slots
      .filter(({ type }) => type.startsWith('AMAZON.') && !isAmazonType(type))
      .map(({ type }) => ({ at, what: `Amazon has no slot type ${type}` })),
  );
}
