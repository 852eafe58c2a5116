import type { ErrorObject } from 'ajv';
import { type SmapiDefinition, smapiErrors, validator } from '../../../business/smapi-schema';
import type { Rule, Spot } from '../rule';
import { source } from '../sources';

/** What is wrong by Amazon's schema, by her own name for it. */
interface SchemaFault {
  readonly name: string;
  readonly code: string;
  /** ajv's names for it. */
  readonly keywords: readonly string[];
  readonly finds: string;
  readonly remedy: string;
}

const FAULTS: readonly SchemaFault[] = [
  {
    ...{ name: 'PROPERTY-UNKNOWN', code: 'UNEXPECTED_PROPERTY', keywords: ['additionalProperties'] },
    finds: 'A key that Amazon does not know: it is misspelt, or stands in the wrong place.',
    remedy: 'Correct its spelling, or take it out',
  },
  {
    ...{ name: 'PROPERTY-MISSING', code: 'MISSING_REQUIRED_PROPERTY', keywords: ['required'] },
    finds: 'A key that has to be there.',
    remedy: 'Add it',
  },
  {
    ...{ name: 'DATA-TYPE', code: 'INVALID_DATA_TYPE', keywords: ['type'] },
    finds: 'A value of the wrong type: a text in place of a list, "no" in place of false.',
    remedy: 'Write it in the type that Amazon wants',
  },
  {
    ...{ name: 'ENUM', code: 'INVALID_ENUM_VALUE', keywords: ['enum', 'const'] },
    finds: 'A value that is none of those that Amazon knows.',
    remedy: 'Take one of the values that Amazon knows',
  },
  {
    ...{ name: 'LENGTH', code: 'INVALID_STRING_LENGTH', keywords: ['minLength', 'maxLength'] },
    finds: 'A text that is too long or too short.',
    remedy: 'Shorten it, or write more',
  },
  {
    ...{ name: 'LIST-SIZE', code: 'INVALID_ARRAY_SIZE', keywords: ['minItems', 'maxItems'] },
    finds: 'A list with too many or too few entries.',
    remedy: 'Take entries out, or add some',
  },
  {
    ...{ name: 'PATTERN', code: 'INVALID_STRING_PATTERN', keywords: ['pattern', 'format'] },
    finds: 'A text that is not in the form that Amazon wants: an endpoint that is neither https:// nor an ARN.',
    remedy: 'Write it in that form',
  },
  {
    ...{ name: 'NUMBER', code: 'INVALID_INTEGER_VALUE', keywords: ['minimum', 'maximum', 'multipleOf'] },
    finds: 'A number that is too large or too small.',
    remedy: 'Keep to the bounds',
  },
  {
    ...{ name: 'EMPTY', code: 'UNEXPECTED_EMPTY_OBJECT', keywords: ['minProperties'] },
    finds: 'An entry with nothing in it.',
    remedy: 'Fill it in, or take it out',
  },
];

/** A document that Amazon's schema is tried on. */
interface Checked {
  readonly file: string;
  readonly locale?: string;
  readonly content: unknown;
}

/** What no part of the schema of a model asks for. */
const NOT_OF_MODELS: readonly string[] = ['PATTERN', 'NUMBER', 'EMPTY'];

/** One rule for each way in which a document may not be what Amazon's schema takes. */
export function schemaRules(
  group: 'MANIFEST' | 'MODEL',
  definition: SmapiDefinition,
  documents: (subject: Parameters<Rule['look']>[0]) => readonly Checked[],
): readonly Rule[] {
  const errorsOf = keptErrors(definition);
  const applicable = FAULTS.filter(({ name }) => group === 'MANIFEST' || !NOT_OF_MODELS.includes(name));
  return applicable.map(({ name, code, keywords, finds, remedy }) => ({
    id: `${group}-${name}`,
    severity: 'error',
    finds,
    remedy,
    source: source('smapi', code),
    look: (subject) =>
      documents(subject).flatMap(({ content, ...place }) => {
        const errors = errorsOf(content).filter(({ keyword }) => keywords.includes(keyword));
        const empty = name === 'EMPTY' ? emptyIn(content, []) : [];
        return [
          ...errors.map((error): Spot => ({ ...place, at: pathOf(error), what: sentenceOf(error) })),
          ...empty.map((path): Spot => ({ ...place, at: path, what: 'There is nothing in it' })),
        ];
      }),
  }));
}

/** What the schema wants and Amazon does not: the console itself writes values without synonyms. */
function isOverStrict({ keyword, params }: ErrorObject): boolean {
  return keyword === 'required' && params.missingProperty === 'synonyms';
}

/** One look at each document serves all rules. */
function keptErrors(definition: SmapiDefinition): (content: unknown) => readonly ErrorObject[] {
  const kept = new WeakMap<object, readonly ErrorObject[]>();
  return (content) => {
    const look = () => smapiErrors(validator(definition), content).filter((error) => !isOverStrict(error));
    if (typeof content !== 'object' || content === null) return look();
    const errors = kept.get(content) ?? look();
    kept.set(content, errors);
    return errors;
  };
}

function pathOf({ instancePath, params, keyword }: ErrorObject): string {
  const key = keyword === 'additionalProperties' ? params.additionalProperty : params.missingProperty;
  const path = [...instancePath.split('/').slice(1), ...(typeof key === 'string' ? [key] : [])];
  return path.filter((part, index) => index > 0 || !ROOTS.includes(part)).join('.');
}

/** Where a document has an object with nothing in it: her schema lets that pass in most places. */
function emptyIn(value: unknown, path: readonly string[]): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length === 0 && !Array.isArray(value)) return [path.slice(1).join('.')];
  return entries.flatMap(([key, inner]) => emptyIn(inner, [...path, key]));
}

/** What everything in a file stands in. */
const ROOTS = ['manifest', 'interactionModel'];

function sentenceOf({ keyword, params, message = '' }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `Amazon knows no "${params.additionalProperty}" here`;
    case 'required':
      return `"${params.missingProperty}" is missing`;
    case 'type':
      return `It must be of the type ${params.type}`;
    case 'enum':
      return `It must be one of the values that Amazon knows${few(params.allowedValues)}`;
    case 'maxLength':
      return `It has more than ${params.limit} characters`;
    case 'minLength':
      return `It has fewer than ${params.limit} characters`;
    case 'maxItems':
      return `It has more than ${params.limit} entries`;
    case 'minItems':
      return `It has fewer than ${params.limit} entries`;
    case 'minProperties':
      return 'There is nothing in it';
    default:
      return `It ${message}`;
  }
}

const MOST_SHOWN = 8;

function few(values: unknown): string {
  return Array.isArray(values) && values.length <= MOST_SHOWN ? `: ${values.join(', ')}` : '';
}
