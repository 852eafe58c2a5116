import { ALL, parsePath } from '../../lambda/platforms/plain/path';
import { isObject, member } from '../../lambda/platforms/shared/json';

const PLACE = /\{\{(\w+)\}\}/g;

export type Found = Readonly<Record<string, string>>;

/** What stood in the places of a template, by their names: the other way round than `fill`. */
export function readBack(template: unknown, filled: unknown): Found {
  if (typeof template === 'string') return typeof filled === 'string' ? textBack(template, filled) : {};
  if (Array.isArray(template)) {
    const values = Array.isArray(filled) ? filled : [];
    return Object.assign({}, ...template.map((inner, index) => readBack(inner, values[index])));
  }
  if (!isObject(template) || !isObject(filled)) return {};
  return Object.assign({}, ...Object.entries(template).map(([key, inner]) => readBack(inner, member(filled, key))));
}

/** The same of a text. */
export function textBack(template: string, filled: string, decode = (text: string) => text): Found {
  const names = [...template.matchAll(PLACE)].map(([, name = '']) => name);
  const parts = template.split(/\{\{\w+\}\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const found = new RegExp(`^${parts.join('([^]*?)')}$`).exec(filled);
  if (!found) return {};
  return Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1] ?? '')]));
}

type Tree = Record<string, unknown>;

/** Puts a value where a path leads, and makes what leads there: the other way round than reading it. */
export function put(root: unknown, path: string, value: unknown): unknown {
  return put1(root, parsePath(path)?.steps ?? [], value);
}

function put1(root: unknown, [step, ...rest]: readonly (string | number | typeof ALL)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (step === ALL) return (Array.isArray(value) ? value : [value]).map((one) => put1(undefined, rest, one));
  if (typeof step === 'number') {
    const list = Array.isArray(root) ? [...root] : [];
    while (list.length < step) list.push(null);
    list[step] = put1(list[step], rest, value);
    return list;
  }
  const object: Tree = isObject(root) ? { ...root } : {};
  object[step] = put1(object[step], rest, value);
  return object;
}
