import type { v1 } from 'ask-smapi-model';
import { lintModel, type ModelFault } from '../../../business/lint-model';
import { at, list, record, text, texts } from '../reading';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;

export interface SlotView {
  readonly name: string;
  readonly type: string;
  readonly samples: readonly string[];
}

export interface IntentView {
  readonly name: string;
  readonly samples: readonly string[];
  readonly slots: readonly SlotView[];
}

export interface TypeView {
  readonly name: string;
  /** Values, each with its synonyms. */
  readonly values: readonly (readonly string[])[];
  /** Its values come from a catalogue elsewhere. */
  readonly isSupplied: boolean;
}

/** An interaction model, read as far as it is of the types that it should be. */
export interface ModelView {
  readonly file: string;
  readonly locale: string;
  /** The content of the file as it is. */
  readonly content: unknown;
  /** The same where every part is of its type, and every sample in the form that samples have: what an Echo understands by. */
  readonly data: InteractionModelData;
  readonly invocationName: string | undefined;
  readonly intents: readonly IntentView[];
  readonly types: readonly TypeView[];
  /** Intents that its dialog is about. */
  readonly dialogs: readonly string[];
  /** What the lint of the business file has against it too. */
  readonly faults: readonly ModelFault[];
}

export function viewModel(file: string, locale: string, content: unknown): ModelView {
  const language = at(content, 'interactionModel', 'languageModel');
  const invocationName = text(at(language, 'invocationName'));
  const intents = list(at(language, 'intents')).map(viewIntent);
  const types = list(at(language, 'types')).map(viewType);
  const dialogs = texts(list(at(content, 'interactionModel', 'dialog', 'intents')).map((one) => record(one).name));
  const faults = lintModel(dataOf({ invocationName, intents, types, dialogs }));
  const wellFormed = intents.map((intent) => ({ ...intent, samples: intent.samples.filter(isWellFormed) }));
  const data = dataOf({ invocationName, intents: wellFormed, types, dialogs });
  return { file, locale, content, data, invocationName, intents, types, dialogs, faults };
}

/** Slots by their names, none of them twice. */
function isWellFormed(sample: string): boolean {
  const slots = slotsIn(sample);
  const isNamed = slots.every((slot) => /^[A-Za-z_]\w*$/.test(slot));
  return isNamed && new Set(slots).size === slots.length && !/[{}]/.test(sample.replace(/\{[^{}]*\}/g, ''));
}

function dataOf({
  invocationName,
  intents,
  types,
  dialogs,
}: Pick<ModelView, 'invocationName' | 'intents' | 'types' | 'dialogs'>): InteractionModelData {
  return {
    interactionModel: {
      languageModel: {
        invocationName: invocationName ?? '',
        intents: intents.map(({ name, samples, slots }) => ({
          name,
          samples: [...samples],
          slots: slots.map((slot) => ({ name: slot.name, type: slot.type, samples: [...slot.samples] })),
        })),
        types: types.map(({ name, values }) => ({
          name,
          values: values.map(([value = '', ...synonyms]) => ({ name: { value, synonyms } })),
        })),
      },
      dialog: { intents: dialogs.map((name) => ({ name })) },
    },
  };
}

function viewIntent(value: unknown): IntentView {
  const { name, samples, slots } = record(value);
  return {
    name: text(name) ?? '',
    samples: texts(samples),
    slots: list(slots).map((slot) => {
      const { name: slotName, type, samples: own } = record(slot);
      return { name: text(slotName) ?? '', type: text(type) ?? '', samples: texts(own) };
    }),
  };
}

function viewType(value: unknown): TypeView {
  const { name, values, valueSupplier } = record(value);
  return {
    name: text(name) ?? '',
    values: list(values).map((one) => {
      const { value: word, synonyms } = record(record(one).name);
      return [text(word) ?? '', ...texts(synonyms)];
    }),
    isSupplied: valueSupplier !== undefined,
  };
}

/** The slots that a sample names, in order. */
export function slotsIn(sample: string): readonly string[] {
  return [...sample.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

export function isBuiltIn({ name }: Pick<IntentView, 'name'>): boolean {
  return name.startsWith('AMAZON.');
}
