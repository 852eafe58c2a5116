import { createHash } from 'node:crypto';
import type { Address } from '../../conversation/ports/platform';
import { type EventId, eventId } from '../shared/event-ids';
import { readText, toText } from '../shared/fields';
import { child, isObject, type JsonObject, member } from '../shared/json';
import { isInside, wordsOf } from '../shared/roles';
import { parseTime } from '../shared/time';

/** One event as it came: `{"event": {"type", "payload"}, "conversation": {"key"}, "visitor": {"key"}}`. */
export interface Envelope {
  /** The words of the event's name: `message_status` has two. */
  readonly name: readonly string[];
  readonly payload: JsonObject;
  /** Everything around the payload, from the inside. */
  readonly around: readonly JsonObject[];
  /** Absent where it names a visitor of the account who is not ours. */
  readonly to?: Address;
}

/** Where an event may say which conversation it is of; the first is what is seen in use. */
const CONVERSATION_IDS = ['key', 'id', 'conversation_id', 'external_key'];
const CONVERSATION_KEYS = ['conversation_key', 'thread_key', 'external_key', 'conversation_id', 'thread_id'];
const VISITOR_IDS = ['key', 'visitor_key', 'user_external_id', 'external_id', 'id'];
const VISITOR_KEYS = ['visitor_key', 'user_external_id'];
/** Our own key of a user, to which the platform appends `_<account id>`. */
const OUR_KEY = /^([a-z0-9]{32})(?:_.+)?$/;
/** "<visitor_id>_<account_id>", whoever's. */
const VISITOR_KEY = /_\d+$/;
/** What the account's own software calls a visitor: of ours it is our key. */
const EXTERNAL = ['user_external_id'];
const MAX_KEY_CHARS = 200;
/** Each may cost a look at the database. */
const MAX_OTHERS = 3;

/** @returns `undefined` for what is not an event */
export function readEnvelope(item: unknown): Envelope | undefined {
  if (!isObject(item)) return undefined;
  const inner = member(item, 'event');
  const event = isObject(inner) ? inner : item;
  const type = typeof inner === 'string' ? inner : readText(event, ['type', 'name']);
  if (type === undefined) return undefined;
  const payload = child(event, 'payload') ?? child(event, 'data') ?? {};
  const around = event === item ? [item] : [event, item];
  return { name: wordsOf(type), payload, around, to: readAddress(payload, around) };
}

/** Events are those of the whole account: most may be of visitors of its website. */
function readAddress(payload: JsonObject, around: readonly JsonObject[]): Address | undefined {
  const places = [...around.toReversed(), payload];
  const conversations = [...idsIn(places, 'conversation', CONVERSATION_IDS), ...ids(places, CONVERSATION_KEYS)];
  const [thread, ...others] = new Set(conversations.filter((id) => id.length <= MAX_KEY_CHARS));
  const also = others.slice(0, MAX_OTHERS);
  const visitors = [
    ...idsIn(places, 'visitor', VISITOR_IDS),
    ...idsIn(places, 'contact', VISITOR_KEYS),
    ...ids(places, VISITOR_KEYS),
  ];
  const key = visitors.map((id) => OUR_KEY.exec(id)?.[1]).find((match) => match !== undefined);
  const external = [
    ...['visitor', 'contact', 'from', 'user'].flatMap((name) => idsIn(places, name, EXTERNAL)),
    ...ids(places, EXTERNAL),
  ];
  if (key === undefined && (external.length > 0 || visitors.some((id) => VISITOR_KEY.test(id)))) return undefined;
  return { ...(key && { key }), ...(thread && { thread }), ...(also.length > 0 && { also }) };
}

function idsIn(places: readonly JsonObject[], name: string, names: readonly string[]): string[] {
  const named = places.map((place) => child(place, name)).filter((place) => place !== undefined);
  return ids(named, names);
}

function ids(places: readonly JsonObject[], names: readonly string[]): string[] {
  return places.flatMap((place) => names.flatMap((name) => toText(member(place, name)) ?? []));
}

/** What happens to a message that was sent before: delivered, read, edited. */
const AFTERWARDS = ['status', 'delivery', 'delivered', 'read', 'seen', 'edit', 'update', 'delete', 'remove', 'typing'];
const ENDINGS = ['close', 'closed', 'resolve', 'resolved'];
const STATUSES = ['status', 'conversation_status', 'new_status', 'current_status', 'to'];

/** Whether an event is a message by its name: `message` is what was seen. */
export function isMessageEvent(name: readonly string[]): boolean {
  const isMessage = name.includes('message') || name.includes('messages');
  return isMessage && !isInside(name) && !name.some((word) => AFTERWARDS.includes(word));
}

/** Whether an event says that its conversation has ended: "chat changes to open or closed". Its form is not shown. */
export function tellsEnd(name: readonly string[], payload: JsonObject): boolean {
  if (name.includes('message') || !['status', ...ENDINGS].some((word) => name.includes(word))) return false;
  const status = child(payload, 'status');
  const isClosed = member(payload, 'is_closed') ?? (status && member(status, 'is_closed'));
  if (isClosed != null) return isClosed === true || ['true', '1'].includes(toText(isClosed) ?? '');
  const named = readText(payload, STATUSES) ?? (status && readText(status, ['name', 'status', 'to']));
  return named === undefined ? name.some((word) => ENDINGS.includes(word)) : ENDINGS.includes(named.toLowerCase());
}

/** What surely is the id of a message. */
const MESSAGE_ID = 'message_id';
/** What may be one. It may also be of a block of the flow, which the bot comes back to, or of the webhook. */
const OWN_IDS = ['id', '_id'];
/** Known to name a block: it goes back with a button. */
const BLOCK_KEY = 'key';
const TIMES = ['created_at', 'timestamp', 'sent_at', 'time'];
/** A longer one is hashed: a store keeps an id of limited length. */
const MAX_ID_CHARS = 100;

/** Where something may be said of an event, the most specific place first. */
export type Places = readonly JsonObject[];

export interface Identity extends EventId {
  /** Epoch milliseconds: the vendor's time where it gives one of the last day, else ours; never in the future. */
  readonly at: number;
}

/** What is said of an event, and where. */
export interface Traits {
  /** Of the event itself. */
  readonly own: Places;
  /** Around it: ids there may be the same in every event. */
  readonly around: Places;
  /** What the vendor's ids are unique within, as far as is documented. */
  readonly conversation: string;
  /** What it is, the same however often it comes. */
  readonly what: unknown;
}

export type Identify = (traits: Traits) => Identity;

/** Makes an `Identify` for each call of the webhook: within one, the same thing twice was said twice. */
export function createIdentities(now: () => number): () => Identify {
  return () => {
    const at = now();
    const seen = new Map<string, number>();

    return ({ own, around, conversation, what }) => {
      const places = [...own, ...around];
      const time = readTime(places, at);
      const sure = readId(places, [MESSAGE_ID], conversation);
      const likely = sure ?? (time === undefined ? readId(own, OWN_IDS, conversation) : undefined);
      const identity = { at: Math.min(time ?? at, at) };
      if (likely !== undefined) return { ...identity, id: scopedId(conversation, likely) };

      // An id that may be of several events tells them apart together with what they say, and when.
      const shared = readId(places, [...OWN_IDS, BLOCK_KEY], conversation);
      const rest = shared === undefined || time === undefined ? own : undefined;
      const fingerprint = JSON.stringify([shared, what, rest]);
      const before = seen.get(fingerprint) ?? 0;
      seen.set(fingerprint, before + 1);
      return { ...identity, ...eventId([conversation, fingerprint, before], time) };
    };
  };
}

/** An id of this event's own: what names the conversation is in every event of it. */
function readId(places: Places, names: readonly string[], conversation: string): string | undefined {
  return names
    .flatMap((name) => places.map((place) => toText(member(place, name))))
    .find((id) => id !== undefined && id !== conversation);
}

function scopedId(conversation: string, id: string): string {
  const scoped = `${conversation}:${id}`;
  return scoped.length <= MAX_ID_CHARS ? scoped : createHash('sha256').update(scoped).digest('base64url');
}

function readTime(places: Places, now: number): number | undefined {
  return places
    .flatMap((place) => TIMES.map((name) => parseTime(member(place, name), now)))
    .find((time) => time !== undefined);
}
