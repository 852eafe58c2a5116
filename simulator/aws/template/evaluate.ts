import { type Json, type JsonObject, type Template, TemplateError } from './parse';
import { type Place, RESOURCE_TYPES } from './resource-types';

/** A resource that a stack has made. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  /** What `Ref` gives. */
  readonly id: string;
  readonly properties: JsonObject;
}

export interface Instance {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A `{{resolve:secretsmanager:…}}`, taken apart. */
export interface SecretReference {
  readonly id: string;
  readonly jsonKey?: string;
  readonly versionId?: string;
}

export interface InstanceOptions {
  readonly place: Place;
  readonly parameters: Readonly<Record<string, string>>;
  /** The value of a secret; throws where there is none. */
  readonly secret: (reference: SecretReference) => string;
  /** Told of each resource once it is made, after all that it refers to. */
  readonly made?: (resource: Resource) => void;
}

/**
 * Makes what a template describes, as CloudFormation does: parameters are checked, conditions and functions evaluated,
 * references to secrets resolved, in the order of what refers to what.
 *
 * @throws TemplateError for what CloudFormation would refuse
 */
export function instantiate(template: Template, options: InstanceOptions): Instance {
  const { place } = options;
  const parameters = given(template, options.parameters);
  const resources = new Map<string, Resource>();
  const underway = new Set<string>();

  function make(logicalId: string): Resource {
    const known = resources.get(logicalId);
    if (known) return known;
    const described = template.Resources[logicalId];
    if (!described) throw new TemplateError(`Unresolved resource dependencies [${logicalId}]`);
    if (!exists(logicalId)) throw new TemplateError(`${logicalId} is left out by its condition, but referred to`);
    if (underway.has(logicalId)) throw new TemplateError(`Circular dependency between resources: [${logicalId}]`);
    underway.add(logicalId);
    const type = RESOURCE_TYPES[described.Type];
    if (!type) throw new TemplateError(`Unrecognized resource types: [${described.Type}]`);
    for (const name of [described.DependsOn ?? []].flat()) make(name);

    const properties = resolved(described.Properties ?? {}) as JsonObject;
    const missing = type.required.find((name) => !(name in properties));
    if (missing) throw new TemplateError(`${logicalId}: required key [${missing}] not found`);
    const extra = Object.keys(properties).find((name) => ![...type.required, ...type.optional].includes(name));
    if (extra) throw new TemplateError(`${logicalId}: extraneous key [${extra}] is not permitted`);
    const fault = type.check?.(properties);
    if (fault) throw new TemplateError(`${logicalId}: ${fault}`);

    const resource = { logicalId, type: described.Type, id: type.ref(nameOf(logicalId), place), properties };
    resources.set(logicalId, resource);
    options.made?.(resource);
    return resource;
  }

  /** The name that CloudFormation makes up. */
  function nameOf(logicalId: string): string {
    return `${place.stack}-${logicalId}`;
  }

  function exists(logicalId: string): boolean {
    const condition = template.Resources[logicalId]?.Condition;
    return condition === undefined || holds(condition);
  }

  function holds(condition: string): boolean {
    const expression = template.Conditions?.[condition];
    if (expression === undefined) throw new TemplateError(`Unresolved condition dependency ${condition}`);
    return evaluate(expression) === true;
  }

  function ref(name: string): string {
    const value = parameters[name] ?? pseudo(name);
    return value ?? make(name).id;
  }

  function pseudo(name: string): string | undefined {
    return {
      'AWS::Region': place.region,
      'AWS::AccountId': place.account,
      'AWS::StackName': place.stack,
      'AWS::NoValue': NO_VALUE,
    }[name];
  }

  function attribute(logicalId: string, name: string): string {
    const { type } = make(logicalId);
    const value = RESOURCE_TYPES[type]?.attributes?.[name];
    if (!value) throw new TemplateError(`${logicalId}: attribute ${name} of ${type} does not exist`);
    return value(nameOf(logicalId), place);
  }

  function substituted(text: string): string {
    return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      const [logicalId = '', ...path] = name.split('.');
      return path.length > 0 ? attribute(logicalId, path.join('.')) : ref(name);
    });
  }

  function evaluate(value: Json): Json {
    if (Array.isArray(value)) return value.map(evaluate);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value as JsonObject) as [string, Json][];
    const [[key, argument] = ['', null], ...others] = entries;
    if (others.length === 0 && key === 'Ref') return ref(argument as string);
    if (others.length > 0 || !key.startsWith('Fn::')) {
      const evaluated = entries.map(([name, inner]) => [name, evaluate(inner)] as const);
      return Object.fromEntries(evaluated.filter(([, inner]) => inner !== NO_VALUE));
    }
    switch (key) {
      case 'Fn::Sub':
        return substituted(argument as string);
      case 'Fn::GetAtt':
        return attribute(...(argument as [string, string]));
      case 'Fn::Equals': {
        const [left, right] = (argument as readonly Json[]).map(evaluate);
        return left === right;
      }
      case 'Fn::If': {
        const [condition, then, otherwise] = argument as readonly [string, Json, Json];
        return evaluate(holds(condition) ? then : otherwise);
      }
      case 'Fn::Not':
        return !evaluate((argument as readonly [Json])[0]);
      default:
        throw new TemplateError(`Template error: ${key} is not known here`);
    }
  }

  /** Evaluated, with the secrets that are referred to in place. */
  function resolved(value: Json): Json {
    return replaceTexts(evaluate(value), (text) =>
      text.replace(
        /\{\{resolve:secretsmanager:(.+?):SecretString(?::([^:]*):([^:]*):([^:}]*)|:([^:}]*))?\}\}/g,
        (_, id, ...parts) => {
          const [longKey, stage, versionId, shortKey] = parts as (string | undefined)[];
          if (stage) throw new TemplateError('a version stage is not known here');
          return options.secret({ id, jsonKey: longKey || shortKey || undefined, versionId: versionId || undefined });
        },
      ),
    );
  }

  const references = JSON.stringify(template.Resources).split('{{resolve:').length - 1;
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
  if (references > 60) throw new TemplateError(`${references} dynamic references; at most 60 are allowed`);
  for (const logicalId of Object.keys(template.Resources)) if (exists(logicalId)) make(logicalId);
  const outputs = Object.entries(template.Outputs).map(([name, { Value }]) => [name, String(evaluate(Value))]);
  return { resources, outputs: Object.fromEntries(outputs) };
}

/** What takes a property away. */
const NO_VALUE = '\0 no value';

/** The parameters of a stack: what was given, else the defaults. */
function given({ Parameters }: Template, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const unknown = Object.keys(values).filter((name) => !Parameters[name]);
  if (unknown.length > 0) throw new TemplateError(`Parameters: [${unknown}] do not exist in the template`);
  const entries = Object.entries(Parameters).map(([name, { Default, AllowedPattern }]) => {
    const value = values[name] ?? Default;
    if (value === undefined) throw new TemplateError(`Parameters: [${name}] must have values`);
    if (AllowedPattern && !new RegExp(`^(?:${AllowedPattern})$`).test(String(value))) {
      throw new TemplateError(`Parameter ${name} failed to satisfy constraint: ${AllowedPattern}`);
    }
    return [name, String(value)];
  });
  return Object.fromEntries(entries);
}

function replaceTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((inner) => replaceTexts(inner, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject) as [string, Json][];
  return Object.fromEntries(entries.map(([name, inner]) => [name, replaceTexts(inner, change)]));
}
