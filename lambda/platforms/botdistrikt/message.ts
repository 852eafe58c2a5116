import type { Choice } from '../../conversation/message';
import type { PlatformInput } from '../../conversation/ports/platform';
import { isObject, type JsonObject, member } from '../shared/json';

/** What a template may use. The vendor names a `bot_user_message` object and does not describe it, so its form is a setting. */
export const MESSAGE_FIELDS = ['text'] as const;
export const CHOICE_FIELDS = ['words', 'title', 'payload'] as const;

/** How what the user puts to the bot is written, by kind. */
export interface Templates {
  readonly messageTemplate: Template<(typeof MESSAGE_FIELDS)[number]>;
  readonly choiceTemplate: Template<(typeof CHOICE_FIELDS)[number]>;
}

type Values<Field extends string> = Readonly<Record<Field, unknown>>;
/** Fills in the values. */
export type Template<Field extends string> = (values: Values<Field>) => JsonObject;

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/** What the user put to the bot, as the vendor's message. */
export function toMessage(input: Exclude<PlatformInput, { kind: 'start' }>, templates: Templates): JsonObject {
  if (input.kind !== 'choice') return templates.messageTemplate({ text: input.text });
  const { label: title, option } = input.choice;
  const toldAs = isObject(option) ? member(option, 'toldAs') : undefined;
  const words = typeof toldAs === 'string' ? toldAs : title;
  return templates.choiceTemplate({ words, title, payload: payloadOf(input.choice) });
}

/** What the data of an option say: its label, where there are none. */
export function payloadOf({ label, option }: Choice): unknown {
  return (isObject(option) ? (member(option, 'payload') ?? member(option, 'value')) : option) ?? label;
}

/**
 * Reads a template: a JSON object whose strings may hold `{{field}}`. A string that is nothing but one placeholder takes
 * the value as it is, an object too; within a longer string the value becomes text. Values are put into the parsed
 * object, so nothing in them can change its form.
 *
 * @returns the template, or what is wrong with it, as the end of a sentence that begins with the setting's name
 */
export function parseTemplate<Field extends string>(json: string, fields: readonly Field[]): Template<Field> | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'must be JSON';
  }
  if (!isObject(value)) return 'must be a JSON object';
  const template = value;

  const known = fields.map((field) => `{{${field}}}`);
  const used = strings(template).flatMap((text) => text.match(PLACEHOLDER) ?? []);
  const unknown = used.find((placeholder) => !known.some((name) => name === placeholder));
  if (unknown) return `has no value for ${unknown}: it may use ${known.join(' and ')}`;
  if (used.length === 0) return `must use ${known.join(' or ')}`;

  return (values) => fill(template, values) as JsonObject;
}

function fill(node: unknown, values: Values<string>): unknown {
  if (typeof node === 'string') return fillString(node, values);
  if (Array.isArray(node)) return node.map((item) => fill(item, values));
  if (!isObject(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, fill(item, values)]));
}

function fillString(text: string, values: Values<string>): unknown {
  const whole = /^\{\{(\w+)\}\}$/.exec(text)?.[1];
  if (whole !== undefined) return values[whole];
  return text.replace(PLACEHOLDER, (_all, field: string) => {
    const value = values[field];
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function strings(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(strings) : [];
}
