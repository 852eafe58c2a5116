import type { Address } from '../../conversation/ports/platform';
import { readText, toText } from '../fields';
import { isObject, type JsonObject, member } from '../json';

/** One event as it came: `{"event": {"type", "payload"}, "conversation": {"key"}, "visitor": {"key"}}`. */
export interface Envelope {
  /** The words of the event's name: `message_status` has two. */
  readonly name: readonly string[];
  readonly payload: JsonObject;
  /** Everything around the payload, from the inside. */
  readonly around: readonly JsonObject[];
  readonly to: Address;
}

const NOTHING: JsonObject = {};
/** Where an event may say which conversation it is of; the first is what is seen in use. */
const CONVERSATION_IDS = ['key', 'id', 'conversation_id', 'external_key'];
const CONVERSATION_KEYS = ['conversation_key', 'thread_key', 'external_key', 'conversation_id', 'thread_id'];
const VISITOR_IDS = ['key', 'visitor_key', 'user_external_id', 'external_id', 'id'];
const VISITOR_KEYS = ['visitor_key', 'user_external_id'];
/** Our own key of a user, to which the platform appends `_<account id>`. */
const OUR_KEY = /^([a-z0-9]{32})(?:_.+)?$/;
const MAX_KEY_CHARS = 200;

/** @returns `undefined` for what is not an event */
export function readEnvelope(item: unknown): Envelope | undefined {
  if (!isObject(item)) return undefined;
  const inner = member(item, 'event');
  const event = isObject(inner) ? inner : item;
  const type = typeof inner === 'string' ? inner : readText(event, ['type', 'name']);
  if (type === undefined) return undefined;
  const payload = child(event, 'payload') ?? child(event, 'data') ?? NOTHING;
  const around = event === item ? [item] : [event, item];
  return { name: wordsOf(type), payload, around, to: readAddress(payload, around) };
}

/** The member of this name, if it is an object. */
export function child(object: JsonObject, name: string): JsonObject | undefined {
  const value = member(object, name);
  return isObject(value) ? value : undefined;
}

/** `messageStatus`, `message_status` and `Message status` are the same. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

function readAddress(payload: JsonObject, around: readonly JsonObject[]): Address {
  const places = [...around.toReversed(), payload];
  const conversations = [...idsIn(places, 'conversation', CONVERSATION_IDS), ...ids(places, CONVERSATION_KEYS)];
  const visitors = [
    ...idsIn(places, 'visitor', VISITOR_IDS),
    ...idsIn(places, 'contact', VISITOR_KEYS),
    ...ids(places, VISITOR_KEYS),
  ];
  const thread = conversations.find((id) => id.length <= MAX_KEY_CHARS);
  const key = visitors.map((id) => OUR_KEY.exec(id)?.[1]).find((match) => match !== undefined);
  return { ...(key && { key }), ...(thread && { thread }) };
}

function idsIn(places: readonly JsonObject[], name: string, names: readonly string[]): string[] {
  const named = places.map((place) => child(place, name)).filter((place) => place !== undefined);
  return ids(named, names);
}

function ids(places: readonly JsonObject[], names: readonly string[]): string[] {
  return places.flatMap((place) => names.flatMap((name) => toText(member(place, name)) ?? []));
}
