import { forReader } from '../../capture/watch';

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
const LONG_INTEGER = /^-?\d{16,}$/;
/** So that what a vendor sent may be walked through recursively. */
const MAX_DEPTH = 64;
/** No answer of a vendor's holds so many; a megabyte of empty lists would be half a second's work for every one that reads it. */
const MAX_MEMBERS = 50_000;
const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'"\\,[]{}'].map((sign) =>
  sign.charCodeAt(0),
);

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of the object itself: what a vendor sends never reaches a prototype. */
export function member(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The member of this name, if it is an object. */
export function child(object: JsonObject, name: string): JsonObject | undefined {
  const value = member(object, name);
  return isObject(value) ? value : undefined;
}

/** What a body says; `undefined` for what is not JSON. */
export function readBody(body: string): unknown {
  try {
    return forReader(parseJson(body));
  } catch {
    return undefined;
  }
}

/** The object that a body is; `undefined` for anything else. */
export function readObject(body: string): JsonObject | undefined {
  const value = readBody(body);
  return isObject(value) ? value : undefined;
}

/**
 * Parses JSON in which ids may be longer than a double holds: such an integer becomes the string of its digits.
 *
 * @throws SyntaxError for what is not JSON, nested too deep, or of too many parts. Its message may quote the text: never let it out.
 */
export function parseJson(text: string): unknown {
  if (isTooMuch(text)) throw new SyntaxError('nested too deep, or of too many parts');
  const value: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text)) return value;
  return JSON.parse(text.replace(TOKEN, (token) => (isUnsafe(token) ? `"${token}"` : token)));
}

/** Told before anything is made of it. */
function isTooMuch(text: string): boolean {
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length && depth <= MAX_DEPTH && members <= MAX_MEMBERS; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth++;
        members++;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth--;
        break;
      case COMMA:
        members++;
    }
  }
  return depth > MAX_DEPTH || members > MAX_MEMBERS;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function isUnsafe(token: string): boolean {
  return LONG_INTEGER.test(token) && !Number.isSafeInteger(Number(token));
}

/**
 * The members of a JSON object as they are written, to be sent again byte for byte.
 *
 * @param text valid JSON
 */
export function memberTexts(text: string): Map<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  let last = '';
  let key: string | undefined;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '}' || token === ']') depth--;
    if (depth === 1 && token === ':') {
      key = JSON.parse(last) as string;
      start = index + 1;
    } else if (key !== undefined && ((depth === 1 && token === ',') || depth === 0)) {
      members.set(key, text.slice(start, index).trim());
      key = undefined;
    }
    if (token === '{' || token === '[') depth++;
    last = token;
  }
  return members;
}
