import { createHash, timingSafeEqual } from 'node:crypto';
import type { PlatformEvent, Received, WebhookRequest } from '../../conversation/ports/platform';
import { isObject, type JsonObject, member, parseJson } from '../json';
import type { WotNotOptions } from './types';

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
  { webhookToken, handshake = 'json' }: WotNotOptions,
  read: (events: readonly unknown[]) => PlatformEvent[],
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
    if (!given.some(isOurs)) return { refused: call || given.length > 0 ? 'unauthorized' : 'malformed' };
    if (!call) return { refused: 'malformed' };
    if (call.events.length === 0) return { response: repeated, events: [] };
    return { response: { status: 200, body: 'OK' }, events: read(call.events) };
  };
}

/** The bare header, and what follows a scheme in it. */
function tokensOf(authorization: string | undefined): string[] {
  if (authorization === undefined) return [];
  return [authorization.trim(), authorization.trim().replace(/^[a-z]+\s+/i, '')];
}

function readCall(body: string): Call | undefined {
  let value: unknown;
  try {
    value = body.trim() === '' ? {} : parseJson(body);
  } catch {
    return undefined;
  }
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
