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
const REQUIRED = ['AMAZON.HelpIntent', 'AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'];

/** What Amazon would refuse in an interaction model although its schema takes it, a sentence each. */
export function lintModel({ interactionModel }: InteractionModelData): readonly string[] {
  const { intents = [], types = [] } = interactionModel?.languageModel ?? {};
  const names = intents.map(({ name = '' }) => name);
  const declared = new Set(types.map(({ name }) => name));
  const samples = intents.flatMap(({ samples: own = [] }) => own);
  const values = types.flatMap(({ values: own = [] }) =>
    own.flatMap(({ name }) => [name?.value ?? '', ...(name?.synonyms ?? [])]),
  );
  return [
    ...REQUIRED.filter((name) => !names.includes(name)).map((name) => `the model has no ${name}`),
    ...names.filter((name) => !INTENT_NAME.test(name)).map((name) => `${name} is no name of an intent`),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => `two intents are named ${name}`),
    ...repeated(samples.filter((sample) => !/^\{\w+\}$/.test(sample))).map(
      (sample) => `"${sample}" is a sample of two intents`,
    ),
    ...intents.flatMap((intent) => lintIntent(intent, declared)),
    ...(names.length > MOST.intents ? [`the model has ${names.length} intents: Amazon takes ${MOST.intents}`] : []),
    ...(values.length > MOST.values ? [`the model has ${values.length} values: Amazon takes ${MOST.values}`] : []),
    ...values
      .filter((value) => value.length > MOST.valueLength)
      .map((value) => `"${value.slice(0, 40)}…" is too long for Alexa: shorten it to ${MOST.valueLength} characters`),
    ...(Buffer.byteLength(JSON.stringify(interactionModel)) > MOST.bytes
      ? ['the model is larger than 1.5 MB: take out topics or choices']
      : []),
  ];
}

function lintIntent({ name = '', samples = [], slots = [] }: Intent, types: ReadonlySet<string | undefined>): string[] {
  const slotNames = new Set(slots.map((slot) => slot.name ?? ''));
  const search = slots.some(({ type }) => type === 'AMAZON.SearchQuery');
  return [
    ...slots
      .filter(({ type = '' }) => !type.startsWith('AMAZON.') && !types.has(type))
      .map(({ type }) => `${name} has a slot of the type ${type}, which the model does not declare`),
    ...samples.flatMap((sample) => {
      const named = [...sample.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot);
      const words = sample.replace(/\{\w+\}/g, '').trim();
      return [
        ...named.filter((slot) => !slotNames.has(slot)).map((slot) => `${name} has no slot {${slot}}: "${sample}"`),
        ...(words !== '' && !SAMPLE.test(words) ? [`"${sample}" has signs that are not spoken`] : []),
        ...(sample.length > MOST.sampleLength ? [`"${sample.slice(0, 40)}…" is longer than Amazon takes`] : []),
        ...(search && words === ''
          ? [`"${sample}" has free speech without a word beside it, which Amazon refuses`]
          : []),
      ];
    }),
  ];
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
