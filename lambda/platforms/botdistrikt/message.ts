import type { Choice } from '../../conversation/message';
import type { PlatformInput } from '../../conversation/ports/platform';
import { isObject, type JsonObject, member } from '../shared/json';
import { fillerOf, placeholdersOf } from '../shared/template';

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
 * Reads a template: a JSON object whose strings may hold `{{field}}`, which `fill` puts the values in.
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
  const used = placeholdersOf(template);
  const unknown = used.find((placeholder) => !known.some((name) => name === placeholder));
  if (unknown) return `has no value for ${unknown}: it may use ${known.join(' and ')}`;
  if (used.length === 0) return `must use ${known.join(' or ')}`;

  const filler = fillerOf(template);
  return (values) => filler(values) as JsonObject;
}
