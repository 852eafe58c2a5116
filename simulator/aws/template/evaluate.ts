import { type Json, type JsonObject, TemplateError } from './parse';

/** What an expression may refer to. */
export interface Scope {
  /** What `Ref` gives. */
  ref(name: string): string;
  /** What `GetAtt` gives. */
  attribute(logicalId: string, name: string): string;
  /** Whether a condition of the template is true. */
  holds(condition: string): boolean;
}

/** What takes a property, or a member of a list, away. */
export const NO_VALUE = '\0 no value';

/**
 * The value of what stands in a template, its functions evaluated.
 *
 * @throws TemplateError for a function that is not known
 */
export function evaluate(value: Json, scope: Scope): Json {
  if (Array.isArray(value)) return value.map((inner) => evaluate(inner, scope)).filter((inner) => inner !== NO_VALUE);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject) as [string, Json][];
  const [[key, argument] = ['', null], ...others] = entries;
  if (others.length === 0 && key === 'Ref') return scope.ref(argument as string);
  if (others.length === 0 && key.startsWith('Fn::')) return called(key, argument, scope);
  const evaluated = entries.map(([name, inner]) => [name, evaluate(inner, scope)] as const);
  return Object.fromEntries(evaluated.filter(([, inner]) => inner !== NO_VALUE));
}

function called(name: string, argument: Json, scope: Scope): Json {
  switch (name) {
    case 'Fn::Sub':
      return substituted(argument as string, scope);
    case 'Fn::GetAtt':
      return scope.attribute(...(argument as [string, string]));
    case 'Fn::Equals': {
      const [left, right] = (argument as readonly Json[]).map((side) => evaluate(side, scope));
      return left === right;
    }
    case 'Fn::If': {
      const [condition, then, otherwise] = argument as readonly [string, Json, Json];
      return evaluate(scope.holds(condition) ? then : otherwise, scope);
    }
    case 'Fn::Not':
      return !evaluate((argument as readonly [Json])[0], scope);
    default:
      throw new TemplateError(`Template error: ${name} is not known here`);
  }
}

function substituted(text: string, scope: Scope): string {
  return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const [logicalId = '', ...path] = name.split('.');
    return path.length > 0 ? scope.attribute(logicalId, path.join('.')) : scope.ref(name);
  });
}
