import { repeated } from '../../../business/lint-model';
import type { Rule } from '../rule';
import { source } from '../sources';
import { eachModel } from './spots';
import { type ModelView, slotsIn } from './view';

const SLOT_NAME = /^[A-Za-z][A-Za-z_]*$/;

/** Slots, and the types of what stands in them. */
export const SLOT_RULES: readonly Rule[] = [
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
];

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
