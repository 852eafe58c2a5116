import type { v1 } from 'ask-smapi-model';
import { MOST_INTENTS } from './model';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;
type Intent = v1.skill.interactionModel.Intent;

/** Amazon's limits, as its documentation and its refusals tell them; the counts are not confirmed. */
const MOST = {
  intents: MOST_INTENTS,
  sampleLength: 200,
  valueLength: 140,
  values: 50_000,
  bytes: 1.5 * 1024 * 1024,
} as const;
const SAMPLE = /^[\p{L}\p{M}' ._-]+$/u;
const INTENT_NAME = /^(?:AMAZON\.)?[A-Za-z][A-Za-z_]*$/;

/** Which of Amazon's limits a model does not keep. */
export type ModelFaultCode =
  | 'help-missing'
  | 'stop-missing'
  | 'cancel-missing'
  | 'home-missing'
  | 'intent-name'
  | 'intent-twice'
  | 'sample-twice'
  | 'intents-many'
  | 'values-many'
  | 'value-length'
  | 'size'
  | 'type-undeclared'
  | 'slot-undeclared'
  | 'sample-characters'
  | 'sample-length'
  | 'carrier-missing';

export interface ModelFault {
  readonly code: ModelFaultCode;
  readonly message: string;
}

/** Without these no skill is published. */
const REQUIRED = {
  'AMAZON.HelpIntent': 'help-missing',
  'AMAZON.StopIntent': 'stop-missing',
  'AMAZON.CancelIntent': 'cancel-missing',
  'AMAZON.NavigateHomeIntent': 'home-missing',
} as const;

/** What Amazon would refuse in an interaction model although its schema takes it, a sentence each. */
export function lintModel({ interactionModel }: InteractionModelData): readonly ModelFault[] {
  const { intents = [], types = [] } = interactionModel?.languageModel ?? {};
  const names = intents.map(({ name = '' }) => name);
  const declared = new Set(types.map(({ name }) => name));
  const samples = intents.flatMap(({ samples: own = [] }) => own);
  const values = types.flatMap(({ values: own = [] }) =>
    own.flatMap(({ name }) => [name?.value ?? '', ...(name?.synonyms ?? [])]),
  );
  const required = Object.entries(REQUIRED).filter(([name]) => !names.includes(name));
  return [
    ...required.map(([name, code]) => fault(code, `the model has no ${name}`)),
    ...names
      .filter((name) => !INTENT_NAME.test(name))
      .map((name) => fault('intent-name', `${name} is no name of an intent`)),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) =>
      fault('intent-twice', `two intents are named ${name}`),
    ),
    ...repeated(samples.filter((sample) => !/^\{\w+\}$/.test(sample))).map((sample) =>
      fault('sample-twice', `"${sample}" is a sample of two intents`),
    ),
    ...intents.flatMap((intent) => lintIntent(intent, declared)),
    ...(names.length > MOST.intents
      ? [fault('intents-many', `the model has ${names.length} intents: Amazon takes ${MOST.intents}`)]
      : []),
    ...(values.length > MOST.values
      ? [fault('values-many', `the model has ${values.length} values: Amazon takes ${MOST.values}`)]
      : []),
    ...values
      .filter((value) => value.length > MOST.valueLength)
      .map((value) =>
        fault(
          'value-length',
          `"${value.slice(0, 40)}…" is too long for Alexa: shorten it to ${MOST.valueLength} characters`,
        ),
      ),
    ...(Buffer.byteLength(JSON.stringify(interactionModel) ?? '') > MOST.bytes
      ? [fault('size', 'the model is larger than 1.5 MB: take out topics or choices')]
      : []),
  ];
}

function fault(code: ModelFaultCode, message: string): ModelFault {
  return { code, message };
}

function lintIntent(
  { name = '', samples = [], slots = [] }: Intent,
  types: ReadonlySet<string | undefined>,
): readonly ModelFault[] {
  const slotNames = new Set(slots.map((slot) => slot.name ?? ''));
  const search = slots.some(({ type }) => type === 'AMAZON.SearchQuery');
  return [
    ...slots
      .filter(({ type = '' }) => !type.startsWith('AMAZON.') && !types.has(type))
      .map(({ type }) =>
        fault('type-undeclared', `${name} has a slot of the type ${type}, which the model does not declare`),
      ),
    ...samples.flatMap((sample) => {
      const named = [...sample.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot);
      const words = sample.replace(/\{\w+\}/g, '').trim();
      return [
        ...named
          .filter((slot) => !slotNames.has(slot))
          .map((slot) => fault('slot-undeclared', `${name} has no slot {${slot}}: "${sample}"`)),
        ...(words !== '' && !SAMPLE.test(words)
          ? [fault('sample-characters', `"${sample}" has signs that are not spoken`)]
          : []),
        ...(sample.length > MOST.sampleLength
          ? [fault('sample-length', `"${sample.slice(0, 40)}…" is longer than Amazon takes`)]
          : []),
        ...(search && words === ''
          ? [fault('carrier-missing', `"${sample}" has free speech without a word beside it, which Amazon refuses`)]
          : []),
      ];
    }),
  ];
}

/** Those that are there more than once, in one pass. */
export function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice];
}
