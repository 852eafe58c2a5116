import type * as z from 'zod';
import { isLocale } from './locales';
import { nearest } from './nearest';
import type { Finding, Path } from './problem';
import { FACTS, WORDS } from './schema';

type Issue = z.core.$ZodIssue;

/** A kind of file that people write, as far as what is said of its faults goes. */
export interface FileKind {
  /** Such as "a business file". */
  readonly what: string;
  readonly page: string;
  /** The fields that are known at a place. */
  readonly fields: (path: Path) => readonly string[];
}

const FIELDS = [...Object.keys(FACTS), ...Object.keys(WORDS), 'locales'];
const BUSINESS: FileKind = {
  what: 'a business file',
  page: 'docs/business.md',
  fields: (path) => (path.at(-1) === 'icons' ? ['small', 'large'] : FIELDS),
};

/** What an issue of the schema means to whoever wrote the file, and what to do about it. */
export function explain(issue: Issue, kind: FileKind = BUSINESS): readonly Finding[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, path, kind) }));
    case 'invalid_type':
      return [{ path, message: wrongType(issue.expected, issue.input) }];
    case 'too_big':
      return [{ path, message: `has ${sizeOf(issue.input)}; ${shorten(issue.origin)} it to ${issue.maximum}` }];
    case 'too_small':
      return [{ path, message: tooSmall(issue) }];
    case 'invalid_format':
      return [{ path, message: wrongFormat(issue.format) }];
    case 'invalid_value':
      return [{ path, message: wrongValue(issue.input, issue.values.map(String), kind) }];
    case 'invalid_key':
      return [{ path, message: wrongLocale(String(path.at(-1))) }];
    case 'invalid_union':
      return closest(issue, kind);
    case 'not_multiple_of':
    case 'invalid_element':
    case 'custom':
      return [{ path, message: issue.message }];
  }
}

/** Of the alternatives, the one that fits in type; what each of them wants otherwise. */
function closest(issue: Extract<Issue, { code: 'invalid_union' }>, kind: FileKind): readonly Finding[] {
  const inner = issue.errors.map((issues) =>
    issues.flatMap((one) => explain({ ...one, path: [...issue.path, ...one.path] }, kind)),
  );
  const deeper = issue.errors.findIndex((issues) => issues.every((one) => one.path.length > 0 || fits(one)));
  return inner[deeper] ?? [{ path: issue.path, message: unionMessage(issue) }];
}

function unionMessage({ path, input }: Extract<Issue, { code: 'invalid_union' }>): string {
  if (typeof input === 'number' || typeof input === 'boolean') return `is read as ${typeof input}: put it in quotes`;
  const field = path.findLast((key) => typeof key === 'string' && key in EXPECTED);
  return (field === undefined ? undefined : EXPECTED[String(field)]) ?? 'is of the wrong kind';
}

/** Not of another type: too long, or unknown. */
function fits({ code }: Issue): boolean {
  return code === 'too_big' || code === 'too_small' || code === 'unrecognized_keys';
}

const EXPECTED: Readonly<Record<string, string>> = {
  countries: 'must be "worldwide" or a list of country codes: [US, GB]',
  topics: 'must be a text or a list of texts',
  locales: 'must be a table of words, or nothing: "en-GB:"',
};

function unknownKey(key: string, path: Path, { what, page, fields }: FileKind): string {
  const meant = nearest(key, fields(path));
  const remedy = meant ? `did you mean ${meant}?` : `take it out, or see ${page}`;
  return `is no field of ${what}: ${remedy}`;
}

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing: add it';
  if (input === null) return 'is empty: fill it in, or take it out';
  const scalar = typeof input === 'number' || typeof input === 'boolean';
  switch (expected) {
    case 'string':
      return scalar ? `is read as ${typeof input}: put it in quotes` : 'must be a text';
    case 'array':
      return 'must be a list: one "- …" a line';
    case 'object':
    case 'record':
      return 'must be a table: one "name: …" a line';
    default:
      return 'is of the wrong kind';
  }
}

function tooSmall({ input, origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  if (input === '' || (typeof input === 'string' && input.trim() === '')) return 'is empty: fill it in, or take it out';
  return origin === 'array'
    ? 'is an empty list: fill it in, or take it out'
    : `has ${sizeOf(input)}; at least ${minimum} are needed`;
}

function wrongFormat(format: string): string {
  switch (format) {
    case 'url':
      return 'must be an address that begins with https://';
    case 'email':
      return 'must be an e-mail address';
    default:
      return 'is not written as it has to be';
  }
}

function wrongValue(input: unknown, values: readonly string[], { page }: FileKind): string {
  const meant = nearest(String(input), values);
  const few = values.length <= 6 ? `must be ${values.join(' or ')}` : 'is not one that Amazon knows';
  if (values.includes('GB')) return 'is no country code of two letters (ISO 3166); the United Kingdom is GB';
  return meant ? `${few}: did you mean ${meant}?` : `${few}: ${page} has the list`;
}

function wrongLocale(key: string): string {
  const [language = '', region = ''] = key.split(/[-_]/);
  const meant = isLocale(`${language.toLowerCase()}-${region.toUpperCase()}`);
  const remedy = meant ? `: did you mean ${language.toLowerCase()}-${region.toUpperCase()}?` : '';
  return `"${key}" is neither a language ("en") nor a locale ("en-GB")${remedy}`;
}

function sizeOf(input: unknown): string {
  if (Array.isArray(input)) return `${input.length} entries`;
  const { length } = [...String(input)];
  return length === 1 ? 'one character' : `${length} characters`;
}

function shorten(origin: string): string {
  return origin === 'string' ? 'shorten' : 'cut';
}
