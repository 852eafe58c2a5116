import { evaluate, NO_VALUE, type Scope } from './evaluate';
import { parametersOf } from './parameters';
import { type Json, type JsonObject, type Template, TemplateError } from './parse';
import { type Place, RESOURCE_TYPES, type ResourceType } from './resource-types';
import { type SecretOf, withSecrets } from './secret-references';

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

export interface InstanceOptions {
  readonly place: Place;
  readonly parameters: Readonly<Record<string, string>>;
  /** The value of a secret; throws where there is none. */
  readonly secret: SecretOf;
  /** Told of each resource once it is made, after all that it refers to. */
  readonly made?: (resource: Resource) => void;
}

/** A stack that is being made. */
interface Making {
  readonly template: Template;
  readonly options: InstanceOptions;
  readonly scope: Scope;
  readonly resources: Map<string, Resource>;
  /** The logical ids of what is made, or about to be. */
  readonly underway: Set<string>;
}

/**
 * Makes what a template describes, as CloudFormation does: parameters are checked, conditions and functions evaluated,
 * references to secrets resolved, in the order of what refers to what.
 *
 * @throws TemplateError for what CloudFormation would refuse
 */
export function instantiate(template: Template, options: InstanceOptions): Instance {
  const { place } = options;
  const parameters = parametersOf(template, options.parameters);
  refuseManyReferences(template);
  const scope: Scope = {
    ref: (name) => parameters[name] ?? pseudoParameter(name, place) ?? make(name, making).id,
    attribute: (logicalId, name) => attributeOf(make(logicalId, making), name, place),
    holds: (condition) => evaluate(conditionOf(template, condition), scope) === true,
  };
  const making: Making = { template, options, scope, resources: new Map(), underway: new Set() };
  for (const logicalId of Object.keys(template.Resources)) if (exists(logicalId, making)) make(logicalId, making);
  const outputs = Object.entries(template.Outputs).map(([name, { Value }]) => [name, String(evaluate(Value, scope))]);
  return { resources: making.resources, outputs: Object.fromEntries(outputs) };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
function refuseManyReferences({ Resources }: Template): void {
  const references = JSON.stringify(Resources).split('{{resolve:').length - 1;
  if (references > 60) throw new TemplateError(`${references} dynamic references; at most 60 are allowed`);
}

/** A resource, made with all that it refers to unless it was before. */
function make(logicalId: string, making: Making): Resource {
  const { template, options, scope, resources, underway } = making;
  const known = resources.get(logicalId);
  if (known) return known;
  const described = template.Resources[logicalId];
  if (!described) throw new TemplateError(`Unresolved resource dependencies [${logicalId}]`);
  if (!exists(logicalId, making)) throw new TemplateError(`${logicalId} is left out by its condition, but referred to`);
  if (underway.has(logicalId)) throw new TemplateError(`Circular dependency between resources: [${logicalId}]`);
  underway.add(logicalId);
  const type = RESOURCE_TYPES[described.Type];
  if (!type) throw new TemplateError(`Unrecognized resource types: [${described.Type}]`);
  for (const name of [described.DependsOn ?? []].flat()) make(name, making);

  const properties = withSecrets(evaluate(described.Properties ?? {}, scope), options.secret) as JsonObject;
  checkProperties(logicalId, type, properties);
  const id = type.ref(nameOf(logicalId, options.place), options.place);
  const resource = { logicalId, type: described.Type, id, properties };
  resources.set(logicalId, resource);
  options.made?.(resource);
  return resource;
}

function exists(logicalId: string, { template, scope }: Making): boolean {
  const condition = template.Resources[logicalId]?.Condition;
  return condition === undefined || scope.holds(condition);
}

function conditionOf({ Conditions }: Template, name: string): Json {
  const expression = Conditions?.[name];
  if (expression === undefined) throw new TemplateError(`Unresolved condition dependency ${name}`);
  return expression;
}

function checkProperties(logicalId: string, type: ResourceType, properties: JsonObject): void {
  const missing = type.required.find((name) => !(name in properties));
  if (missing) throw new TemplateError(`${logicalId}: required key [${missing}] not found`);
  const extra = Object.keys(properties).find((name) => ![...type.required, ...type.optional].includes(name));
  if (extra) throw new TemplateError(`${logicalId}: extraneous key [${extra}] is not permitted`);
  const fault = type.check?.(properties);
  if (fault) throw new TemplateError(`${logicalId}: ${fault}`);
}

/** The name that CloudFormation makes up. */
function nameOf(logicalId: string, { stack }: Place): string {
  return `${stack}-${logicalId}`;
}

function pseudoParameter(name: string, { region, account, stack }: Place): string | undefined {
  return {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::StackName': stack,
    'AWS::NoValue': NO_VALUE,
  }[name];
}

function attributeOf({ logicalId, type }: Resource, name: string, place: Place): string {
  const value = RESOURCE_TYPES[type]?.attributes?.[name];
  if (!value) throw new TemplateError(`${logicalId}: attribute ${name} of ${type} does not exist`);
  return value(nameOf(logicalId, place), place);
}
