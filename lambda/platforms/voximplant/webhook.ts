import type { PlatformEvent, Received, WebhookRequest } from '../../conversation/ports/platform';
import { isObject, member, parseJson } from '../json';
import { readCallback } from './callback';
import { idText } from './ids';
import type { SignatureCheck } from './signature';

const UNAUTHORIZED: Received = { refused: 'unauthorized' };
const MALFORMED: Received = { refused: 'malformed' };

/**
 * Reads a request to the channel's callback URL: an event, or the test request by which the vendor looks whether the
 * URL is ours. The id that an event is signed with stands in its body, so a body that names none can only be a test.
 */
export function receiveWebhook(
  { method, headers, body }: WebhookRequest,
  isSigned: SignatureCheck,
  now: number,
): Received {
  const { authorization } = headers;
  if (method === 'GET' || body.trim() === '') return isSigned(authorization) ? accepted([]) : UNAUTHORIZED;

  const json = parse(body);
  const event = isObject(json) ? json : undefined;
  const signedId = event && idText(member(event, 'event_id'));
  if (!isSigned(authorization, signedId)) return UNAUTHORIZED;
  if (!event) return isEmptyList(json) ? accepted([]) : MALFORMED;
  if (!Object.hasOwn(event, 'event_id')) return accepted([]);
  const events = readCallback(event, now);
  return events ? accepted(events) : MALFORMED;
}

/** How PHP writes an object without members. */
function isEmptyList(json: unknown): boolean {
  return Array.isArray(json) && json.length === 0;
}

function accepted(events: readonly PlatformEvent[]): Received {
  return { response: { status: 200, body: 'OK' }, events };
}

function parse(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    return undefined;
  }
}
