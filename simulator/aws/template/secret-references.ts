import { type Json, type JsonObject, TemplateError } from './parse';

/** A `{{resolve:secretsmanager:…}}`, taken apart. */
export interface SecretReference {
  readonly id: string;
  readonly jsonKey?: string;
  readonly versionId?: string;
}

/** The value of a secret; throws where there is none. */
export type SecretOf = (reference: SecretReference) => string;

const REFERENCE = /\{\{resolve:secretsmanager:(.+?):SecretString(?::([^:]*):([^:]*):([^:}]*)|:([^:}]*))?\}\}/g;

/** An evaluated value, with the secrets that it refers to in place. */
export function withSecrets(value: Json, secretOf: SecretOf): Json {
  if (typeof value === 'string') return resolved(value, secretOf);
  if (Array.isArray(value)) return value.map((inner) => withSecrets(inner, secretOf));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject) as [string, Json][];
  return Object.fromEntries(entries.map(([name, inner]) => [name, withSecrets(inner, secretOf)]));
}

function resolved(text: string, secretOf: SecretOf): string {
  return text.replace(REFERENCE, (_, id, ...parts) => {
    const [longKey, stage, versionId, shortKey] = parts as (string | undefined)[];
    if (stage) throw new TemplateError('a version stage is not known here');
    return secretOf({ id, jsonKey: longKey || shortKey || undefined, versionId: versionId || undefined });
  });
}
