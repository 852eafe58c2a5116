import Ajv, { type ValidateFunction } from 'ajv';
import spec from 'ask-smapi-model/spec.json';

type JsonSchema = Record<string, unknown>;

const definitions = strict(spec.definitions as unknown as Record<string, JsonSchema>);
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: 'smapi', definitions });

/** Checks data as the Skill Management API does, by its own schema; a key that it does not know is a fault too. */
export function validator(definition: string): ValidateFunction {
  return ajv.compile({ $ref: `smapi#/definitions/${definition}` });
}

export function faults(validate: ValidateFunction, data: unknown): string[] {
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
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
