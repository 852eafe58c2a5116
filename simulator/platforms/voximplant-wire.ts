import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './vendor-server';

/** An event of a user, as far as the bot behind the channel needs it. */
export interface SentEvent {
  readonly clientId: string;
  readonly eventId: string;
  /** Absent where a message has files only. */
  readonly text?: string;
  /** The whole `event_data`. */
  readonly data: object;
}

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string';
const isId: Check = (value) => typeof value === 'string' && value !== '';
const isNumber: Check = (value) => typeof value === 'number';
const isTextShape = (names: readonly string[]): Shape => Object.fromEntries(names.map((name) => [name, isText]));

const UTM = isTextShape(['source', 'campaign', 'content', 'medium', 'term']);
const PAGE = isTextShape(['url', 'title']);
const DEVICE = isTextShape(['type', 'model', 'user_agent']);
const LOCATION: Shape = {
  ...isTextShape(['country', 'country_code', 'region', 'region_code', 'city', 'ip_address']),
  latitude: isNumber,
  longitude: isNumber,
};
const CLIENT: Shape = {
  ...isTextShape(['client_phone', 'client_avatar', 'client_display_name', 'client_email', 'client_language']),
  client_id: isId,
  utm: (value) => fits(value, UTM),
  page: (value) => fits(value, PAGE),
  location: (value) => fits(value, LOCATION),
  device: (value) => fits(value, DEVICE),
};
const FILE: Shape = {
  type: (value) => ['photo', 'audio', 'video', 'document'].includes(String(value)),
  ...isTextShape(['file_name', 'file_url']),
};
const MESSAGE: Shape = {
  message_id: isId,
  text: isText,
  payload: (value) => Array.isArray(value) && value.every((item) => fits(item, FILE, ['type', 'file_url'])),
};
const EVENT: Shape = {
  client_data: (value) => fits(value, CLIENT, ['client_id']),
  event_id: isId,
  event_type: (value) => value === 'send_message',
  event_data: (value) => fits(value, { message: (message) => fits(message, MESSAGE, ['message_id']) }, ['message']),
};

/** The fields of a form: those, each once and not empty, and no others. */
export function readForm<Name extends string>(
  headers: IncomingHttpHeaders,
  body: string,
  names: readonly Name[],
): Record<Name, string> {
  if (!/^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '')) {
    throw new Refusal(415, 'The body must be a form');
  }
  return readFields(new URLSearchParams(body), names);
}

/** The same of a query. */
export function readFields<Name extends string>(fields: URLSearchParams, names: readonly Name[]): Record<Name, string> {
  if (fields.size !== names.length || !names.every((name) => fields.get(name))) {
    throw new Refusal(400, `Expected: ${names.join(', ')}`);
  }
  return Object.fromEntries(fields) as Record<Name, string>;
}

/** An event in the form that the vendor's page shows: its members, their types, and no others. */
export function readEvent(headers: IncomingHttpHeaders, body: string): SentEvent {
  if (headers['content-type'] !== 'application/json') throw new Refusal(415, 'The body must be JSON');
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    throw new Refusal(400, 'The body cannot be read');
  }
  if (!isEvent(event)) throw new Refusal(400, 'This is not an event');
  return {
    clientId: event.client_data.client_id,
    eventId: event.event_id,
    text: event.event_data.message.text,
    data: event.event_data,
  };
}

interface IncomingEvent {
  readonly client_data: { readonly client_id: string };
  readonly event_id: string;
  readonly event_data: { readonly message: { readonly text?: string } };
}

function isEvent(value: unknown): value is IncomingEvent {
  return fits(value, EVENT, Object.keys(EVENT));
}

function fits(value: unknown, shape: Shape, required: readonly string[] = []): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (
    Object.entries(value).every(([name, member]) => Object.hasOwn(shape, name) && shape[name]?.(member)) &&
    required.every((name) => Object.hasOwn(value, name))
  );
}
