import { isObject } from './json';

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

type Values = Readonly<Record<string, unknown>>;

/** The placeholders in the strings of some JSON, `{{text}}`, each as often as it stands there. */
export function placeholdersOf(node: unknown): string[] {
  return stringsOf(node).flatMap((text) => text.match(PLACEHOLDER) ?? []);
}

/**
 * JSON whose strings may hold `{{field}}`, filled in. A string that is nothing but one placeholder takes the value as it is, an
 * object too; within a longer string the value becomes text. Values are put into what was parsed, so nothing in them can change
 * its form.
 */
export function fill(node: unknown, values: Values): unknown {
  return fillerOf(node)(values);
}

/** The same for a template that is filled in again and again. */
export function fillerOf(node: unknown): (values: Values) => unknown {
  if (typeof node === 'string') return fillerOfString(node);
  if (Array.isArray(node)) {
    const items = node.map(fillerOf);
    return (values) => items.map((item) => item(values));
  }
  if (!isObject(node)) return () => node;
  const members = Object.entries(node).map(([key, item]) => [key, fillerOf(item)] as const);
  return (values) => Object.fromEntries(members.map(([key, item]) => [key, item(values)]));
}

/** A text with its placeholders filled in. */
export function fillText(text: string, values: Values, encode = (value: string) => value): string {
  return text.replace(PLACEHOLDER, (_all, field: string) => encode(asText(values[field])));
}

function fillerOfString(text: string): (values: Values) => unknown {
  const whole = /^\{\{(\w+)\}\}$/.exec(text)?.[1];
  return (values) => (whole === undefined ? fillText(text, values) : values[whole]);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function stringsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsOf) : [];
}
