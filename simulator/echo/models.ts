import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { v1 } from 'ask-smapi-model';
import type { SlotValues } from './samples';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;

/** A voice interaction model as the skill package holds it. */
export type InteractionModel = v1.skill.interactionModel.InteractionModelSchema;
export type ModelIntent = v1.skill.interactionModel.Intent;

/** The models by locale. */
export type Models = ReadonlyMap<string, InteractionModel>;

/** Reads every model of a skill package, from the project's root. Throws when a file is missing or holds no model. */
export function loadModels(folder = 'skill-package/interactionModels/custom'): Models {
  const read = (file: string): [string, InteractionModel] => {
    const { interactionModel } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as InteractionModelData;
    if (!interactionModel) throw new Error(`${file} holds no interactionModel`);
    return [basename(file, '.json'), interactionModel];
  };
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map(read),
  );
}

/** The models of a skill package that was not written to a folder: by their paths in it, the files. */
export function modelsFrom(files: Readonly<Record<string, string>>): Models {
  return new Map(
    Object.entries(files).map(([path, content]) => {
      const { interactionModel } = JSON.parse(content) as InteractionModelData;
      if (!interactionModel) throw new Error(`${path} holds no interactionModel`);
      return [basename(path, '.json'), interactionModel];
    }),
  );
}

/** The model of a locale. Throws for a locale that the skill is not published in. */
export function modelOf(models: Models, locale: string): InteractionModel {
  const model = models.get(locale);
  if (!model) throw new Error(`the skill has no model for ${locale}, only for ${[...models.keys()].join(', ')}`);
  return model;
}

export function intentNamed(model: InteractionModel, name: string): ModelIntent | undefined {
  return model.languageModel.intents.find((intent) => intent.name === name);
}

/** Whether the model registers the intent for dialog directives. Where it does not, Alexa ignores them silently. */
export function hasDialog(model: InteractionModel, intentName: string): boolean {
  return model.dialog?.intents.some((intent) => intent.name === intentName) ?? false;
}

/**
 * What the slots of an intent take, by their names: the values and synonyms of a type of the skill's own. Alexa also
 * takes what resembles them, which is not to be relied on. Slots of Amazon's types take anything, and are left out.
 */
export function slotValues(model: InteractionModel, intent: ModelIntent | undefined): SlotValues {
  if (!intent) return NO_VALUES;
  const known = VALUES.get(intent) ?? readSlotValues(model, intent);
  VALUES.set(intent, known);
  return known;
}

const NO_VALUES: SlotValues = new Map();

/** By intent, of one model: an Echo asks with each utterance. */
const VALUES = new WeakMap<ModelIntent, SlotValues>();

function readSlotValues({ languageModel }: InteractionModel, { slots = [] }: ModelIntent): SlotValues {
  return new Map(
    slots.flatMap(({ name = '', type: typeName }) => {
      const type = languageModel.types?.find((one) => one.name === typeName);
      if (!type) return [];
      const values = (type.values ?? []).flatMap(({ name: known }) => [known?.value ?? '', ...(known?.synonyms ?? [])]);
      return [[name, values.filter(Boolean)] as const];
    }),
  );
}
