import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import spec from 'ask-smapi-model/spec.json';

type JsonSchema = Record<string, unknown>;

/** What the Skill Management API takes: the manifest of a skill, or a voice interaction model. */
export type SmapiDefinition =
  | 'v1.skill.Manifest.SkillManifestEnvelope'
  | 'v1.skill.interactionModel.InteractionModelData';

const definitions = strict(spec.definitions as unknown as Record<string, JsonSchema>);
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: 'smapi', definitions });

/** Checks data as the Skill Management API does, by its own schema; a key that it does not know is a fault too. */
export function validator(definition: SmapiDefinition): ValidateFunction {
  const $ref = `smapi#/definitions/${definition}`;
  return ajv.getSchema($ref) ?? ajv.compile({ $ref });
}

export function faults(validate: ValidateFunction, data: unknown): string[] {
  return smapiErrors(validate, data).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

export function smapiErrors(validate: ValidateFunction, data: unknown): readonly ErrorObject[] {
  return validate(data) ? [] : (validate.errors ?? []);
}

/** Forbids unknown keys in every plain object, so that a misspelt key is a fault. Not where another schema adds keys. */
function strict(schemas: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const extended = new Set(
    [...JSON.stringify(schemas).matchAll(/"allOf":\[\{"\$ref":"#\/definitions\/([^"]+)"/g)].map(([, name]) => name),
  );
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const isPlain = schema.type === 'object' && schema.properties && !schema.additionalProperties;
      return [
        name,
        isPlain && !schema.discriminator && !extended.has(name) ? { ...schema, additionalProperties: false } : schema,
      ];
    }),
  );
}
