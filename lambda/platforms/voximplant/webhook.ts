import { createHash, timingSafeEqual } from 'node:crypto';
import type { PlatformEvent, Received, WebhookRequest } from '../../conversation/ports/platform';
import { holdsWords, isEmpty } from '../shared/content';
import { idText, readId } from '../shared/ids';
import { isObject, type JsonObject, member, readBody } from '../shared/json';
import { MALFORMED, taken, UNAUTHORIZED } from '../shared/received';
import { isPrivate } from '../shared/roles';
import { isOwnId } from './message';
import { readContent, readSender } from './reply';
import type { VoximplantOptions } from './settings';

/** A longer id goes by its digest: ours is stored with something before it. */
const MAX_ID_CHARS = 128;
/** Bare hex digits in the samples; the vendor's page words it as "the authorization header contains signature: MD5(…)". */
const AUTHORIZATION = /^\s*(?:bearer\s+|signature\s*[:=]?\s*)?([0-9a-f]{32})\s*$/i;
/** The page prints blanks behind the colons, which may be those of its typesetting. */
const SEPARATORS = [':', ': '];

/**
 * Reads a request to the channel's callback URL: an event, or the test request by which the vendor looks whether the
 * URL is ours. The id that an event is signed with stands in its body, so a body that names none can only be a test.
 */
export function createReceiver({ salt, apiToken, now }: Pick<VoximplantOptions, 'salt' | 'apiToken' | 'now'>) {
  const isSigned = createSignatureCheck(salt, apiToken);

  return ({ method, headers, body }: WebhookRequest): Received => {
    const { authorization } = headers;
    if (method === 'GET' || body.trim() === '') return isSigned(authorization) ? taken() : UNAUTHORIZED;

    const json = readBody(body);
    const event = isObject(json) ? json : undefined;
    const signedId = event && idText(member(event, 'event_id'));
    if (!isSigned(authorization, signedId)) return UNAUTHORIZED;
    if (!event) return isEmptyList(json) ? taken() : MALFORMED;
    if (!Object.hasOwn(event, 'event_id')) return taken();
    const events = readCallback(event, now());
    return events === 'unknown' ? taken([], ['message']) : events ? taken(events) : MALFORMED;
  };
}

/** Whether the value of an Authorization header signs an event, or without one a test request. */
type SignatureCheck = (authorization: string | undefined, eventId?: string) => boolean;

/**
 * "MD5(${Salt}:${token}:${EventId})" for an event, "MD5(${Salt}:${token})" for the test request. It covers nothing else of
 * a request: one signature is enough to sign any body with the same event id.
 */
function createSignatureCheck(salt: string, token: string): SignatureCheck {
  return (authorization = '', eventId) => {
    const [, digits] = AUTHORIZATION.exec(authorization) ?? [];
    if (digits === undefined) return false;
    const given = Buffer.from(digits, 'hex');
    const parts = eventId === undefined ? [salt, token] : [salt, token, eventId];
    return SEPARATORS.map((separator) => timingSafeEqual(md5(parts.join(separator)), given)).includes(true);
  };
}

function md5(text: string): Buffer {
  return createHash('md5').update(text).digest();
}

/** How PHP writes an object without members. */
function isEmptyList(json: unknown): boolean {
  return Array.isArray(json) && json.length === 0;
}

/**
 * The events that an authenticated callback tells: what the bot or an agent said, or that the conversation was closed.
 * None for what concerns no user, `undefined` for what is not in the vendor's form, `unknown` for a message of which nothing
 * can be read.
 *
 * The id of each is the `event_id`, whatever the kind: the signature covers nothing else, so that one which was seen
 * before is a repetition also with another body.
 */
function readCallback(callback: JsonObject, now: number): PlatformEvent[] | 'unknown' | undefined {
  const eventId = readId(member(callback, 'event_id'));
  const type = member(callback, 'event_type');
  if (eventId === undefined || typeof type !== 'string') return undefined;
  if (type !== 'send_message' && type !== 'close_conversation') return [];

  const client = member(callback, 'client_data');
  const key = isObject(client) ? readId(member(client, 'client_id')) : undefined;
  if (key === undefined) return undefined;
  const id = eventId.length > MAX_ID_CHARS ? createHash('sha256').update(eventId).digest('hex') : eventId;
  if (type === 'close_conversation') return [{ kind: 'closed', to: { key }, id, at: now }];

  const data = member(callback, 'event_data');
  if (!isObject(data)) return undefined;
  const said = member(data, 'message') ?? {};
  if (!isObject(said) || !hasUsableId(said)) return undefined;
  const from = readSender(member(data, 'sender_data'), key);
  const isOwn = [eventId, readId(member(said, 'message_id'))].some((own) => own !== undefined && isOwnId(own, key));
  const content = readContent(said);
  if (!from || isOwn || [data, said].some(isPrivate)) return [];
  if (isEmpty(content)) return holdsWords(said) ? 'unknown' : [];
  return [{ kind: 'message', to: { key }, message: { id, from, ...content, sentAt: now } }];
}

function hasUsableId(message: JsonObject): boolean {
  const id = member(message, 'message_id') ?? undefined;
  return id === undefined || readId(id) !== undefined;
}
