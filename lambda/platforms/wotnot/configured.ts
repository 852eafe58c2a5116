import { isObject, type JsonObject, member } from '../json';
import type { ScriptVariables, UploadedFile, Variable } from './types';

const VARIABLE_LISTS = ['contact_variables', 'non_contact_variables'] as const;
const FILE_MEMBERS = ['filename', 'link', 'mime_type', 'extension'] as const;

export const NO_VARIABLES: ScriptVariables = { contact_variables: [], non_contact_variables: [] };

/**
 * Reads the variables that answer a JavaScript block, either list of which may be left out.
 *
 * @returns what is wrong with them, as the end of a sentence that begins with the setting's name
 */
export function parseVariables(json: string): ScriptVariables | string {
  const value = parse(json);
  const names: readonly string[] = VARIABLE_LISTS;
  if (!isObject(value) || Object.keys(value).some((name) => !names.includes(name))) {
    return `must be a JSON object of ${VARIABLE_LISTS.join(' and ')}`;
  }
  const lists: JsonObject = { ...NO_VARIABLES, ...value };
  const wrong = VARIABLE_LISTS.find((name) => !isListOf(lists[name], isVariable));
  return wrong ? `must hold {"name", "value"} objects in ${wrong}` : (lists as unknown as ScriptVariables);
}

/**
 * Reads the files that answer a file upload.
 *
 * @returns what is wrong with them, as the end of a sentence that begins with the setting's name
 */
export function parseFiles(json: string): readonly UploadedFile[] | string {
  const value = parse(json);
  if (isListOf(value, isFile) && value.length > 0) return value;
  return `must be a JSON list of objects with ${FILE_MEMBERS.join(', ')}`;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isVariable(item: unknown): item is Variable {
  return isObject(item) && typeof member(item, 'name') === 'string' && member(item, 'value') !== undefined;
}

function isFile(item: unknown): item is UploadedFile {
  return isObject(item) && FILE_MEMBERS.every((name) => typeof member(item, name) === 'string');
}
