import { createHash, timingSafeEqual } from 'node:crypto';
import type { Message } from '../../conversation/message';
import type { PlatformEvent, Received, WebhookRequest } from '../../conversation/ports/platform';
import { holdsWords } from '../shared/content';
import { toText } from '../shared/fields';
import { child, isObject, type JsonObject, member, readBody } from '../shared/json';
import { MALFORMED, taken, UNAUTHORIZED } from '../shared/received';
import { isPrivate } from '../shared/roles';
import { createIdentities, type Identify, isMessageEvent, readEnvelope, type Traits, tellsEnd } from './event';
import { readContent, readSender } from './reply';
import type { WotNotOptions } from './settings';

/** A call to the webhook: `{"token", "events": […]}`, or one event alone. Its events are not read yet. */
interface Call {
  readonly token: unknown;
  readonly events: readonly unknown[];
}

/**
 * Takes in the Events webhook. The vendor proves itself with the token that was entered beside our URL, in the body or
 * in the `Authorization` header, and checks an endpoint by sending the token alone: "We will expect the same token
 * provided as response with 200 OK." Nothing but our own token is ever repeated.
 *
 * @param read what an authenticated call tells
 */
export function createReceiver(
  { webhookToken, handshake }: WotNotOptions,
  read: (events: readonly unknown[]) => EventsRead,
): (request: WebhookRequest) => Received {
  const expected = digest(webhookToken);
  const repeated =
    handshake === 'json'
      ? { status: 200, body: JSON.stringify({ token: webhookToken }), json: true }
      : { status: 200, body: webhookToken };
  const isOurs = (given: unknown) => typeof given === 'string' && timingSafeEqual(digest(given), expected);

  return ({ headers, body }) => {
    const call = readCall(body);
    const given = [call?.token, ...tokensOf(headers.authorization)].filter((token) => token !== undefined);
    if (!given.some(isOurs)) return call || given.length > 0 ? UNAUTHORIZED : MALFORMED;
    if (!call) return MALFORMED;
    if (call.events.length === 0) return { response: repeated, events: [] };
    const { events, unknown } = read(call.events);
    return taken(events, unknown);
  };
}

/** The bare header, and what follows a scheme in it. */
function tokensOf(authorization: string | undefined): string[] {
  if (authorization === undefined) return [];
  return [authorization.trim(), authorization.trim().replace(/^[a-z]+\s+/i, '')];
}

function readCall(body: string): Call | undefined {
  const value = body.trim() === '' ? {} : readBody(body);
  if (Array.isArray(value)) return { token: undefined, events: value };
  return isObject(value) ? { token: member(value, 'token'), events: eventsOf(value) } : undefined;
}

function eventsOf(call: JsonObject): readonly unknown[] {
  const events = member(call, 'events');
  if (events != null) return Array.isArray(events) ? events : [events];
  return member(call, 'event') == null && member(call, 'payload') == null ? [] : [call];
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

type MessageEvent = Extract<PlatformEvent, { readonly kind: 'message' }>;

/** The events of one call, in its order, and the kinds of what could not be read. What concerns no user is left out. */
interface EventsRead {
  readonly events: PlatformEvent[];
  readonly unknown: readonly string[];
}

export interface EventReader {
  /** Never throws. */
  read(items: readonly unknown[]): EventsRead;
  /** The bot's messages in the answer to a start, if there are any. */
  readInline(messages: unknown, conversation: string): Message[];
}

/**
 * @param now epoch milliseconds
 */
export function createEventReader(now: () => number): EventReader {
  const startReading = createIdentities(now);

  return {
    read(items) {
      const identify = startReading();
      const read = items.map((item) => readEvent(item, identify));
      const events = read.filter((event) => event !== undefined && event !== 'unknown');
      return { events, unknown: read.includes('unknown') ? ['message'] : [] };
    },
    readInline(messages, conversation) {
      const identify = startReading();
      return (Array.isArray(messages) ? messages : []).filter(isObject).flatMap((item) => {
        const message = messageOf(item) ?? item;
        return readMessage({ own: [message, item], around: [], conversation }, 'inline', identify)?.message ?? [];
      });
    },
  };
}

function readEvent(item: unknown, identify: Identify): PlatformEvent | 'unknown' | undefined {
  const envelope = readEnvelope(item);
  if (!envelope?.to) return undefined;
  const { name, payload, around, to } = envelope;
  const conversation = to.thread ?? to.key ?? '';
  const message = isMessageEvent(name) ? messageOf(payload) : undefined;
  if (message) {
    const read = readMessage({ own: [message, payload], around, conversation }, 'event', identify, to.key);
    if (read) return { kind: 'message', to, ...read };
    return saysNothing(message, payload, to.key) ? 'unknown' : undefined;
  }
  if (!tellsEnd(name, payload)) return undefined;
  return { kind: 'closed', to, ...identify({ own: [payload], around, conversation, what: 'closed' }) };
}

/** @returns `undefined` for what the visitor said, for what is not for them, and for what says nothing */
function readMessage(
  traits: Omit<Traits, 'what'>,
  channel: 'inline' | 'event',
  identify: Identify,
  key?: string,
): Pick<MessageEvent, 'message' | 'byContent'> | undefined {
  const [message = {}, payload = {}] = traits.own;
  const from = [payload, message].some(isPrivate) ? undefined : readSender(payload, message, key);
  const content = from && readContent(message);
  if (!content) return undefined;
  const { id, at, byContent } = identify({ ...traits, what: message });
  const read = { id, from, ...content, ...(from.kind === 'bot' && { channel }), sentAt: at };
  return { message: read, ...(byContent && { byContent }) };
}

/** Whether it is for the user, but nothing of it can be read. */
function saysNothing(message: JsonObject, payload: JsonObject, key?: string): boolean {
  if ([payload, message].some(isPrivate)) return false;
  return readSender(payload, message, key) !== undefined && readContent(message) === undefined && holdsWords(message);
}

function messageOf(payload: JsonObject): JsonObject | undefined {
  const text = toText(member(payload, 'message'));
  return child(payload, 'message') ?? (text === undefined ? undefined : { type: 'text', text });
}
