import type { Environment } from './environment';
import { variableOf } from './former-names';
import type { Setting, Settings, ValuesOf } from './setting';

/** Where settings are read from, and what is told of them that is wrong. */
export interface Reading {
  readonly env: Environment;
  /** Told the variable, and a line about it without its value. */
  readonly onProblem: (variable: string, line: string) => void;
}

/** Reads settings; one that is wrong is `undefined`, and told. */
export function readSettings<S extends Settings>(settings: S, reading: Reading): ValuesOf<S> {
  const values = Object.entries(settings).map(([key, setting]) => [key, readOne(setting, reading)]);
  return Object.fromEntries(values) as ValuesOf<S>;
}

function readOne(setting: Setting, { env, onProblem }: Reading): unknown {
  const { schema, fallback, required, doc } = setting;
  const variable = variableOf(setting, env);
  const text = env[variable]?.trim() || fallback;
  if (text === undefined) {
    if (required) onProblem(variable, `${variable} is missing: ${firstSentence(doc)}`);
    return undefined;
  }
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  onProblem(variable, `${variable} ${result.error.issues[0]?.message ?? 'is wrong'}`);
  return undefined;
}

function firstSentence(doc: string): string {
  return doc.split(/(?<=[.:]) /, 1)[0] ?? doc;
}
