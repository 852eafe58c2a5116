import { createHash, timingSafeEqual } from 'node:crypto';
import type { Sender } from '../../conversation/message';
import type { Received, WebhookRequest } from '../../conversation/ports/platform';
import { eventId } from '../shared/event-ids';
import { readId } from '../shared/ids';
import { readObject } from '../shared/json';
import { senderOf } from '../shared/people';
import { MALFORMED, taken, UNAUTHORIZED } from '../shared/received';
import { parseTime } from '../shared/time';
import type { Description } from './description';
import { isSaid } from './failed';
import { find, findText, readContents } from './reply';

/** Reads what the bot says later, where the description says how; without that nothing comes. */
export function createReceiver(webhook: Description['webhook'], now: () => number) {
  return ({ method, headers, body }: WebhookRequest): Received => {
    if (webhook?.header && !isSame(headers[webhook.header.name.toLowerCase()] ?? '', webhook.header.value)) {
      return UNAUTHORIZED;
    }
    if (!webhook || method === 'GET') return taken();
    const event = readObject(body);
    const key = event && readId(find(event, webhook.user)[0]);
    if (!event || key === undefined) return MALFORMED;
    const at = now();
    const time = webhook.time === undefined ? undefined : parseTime(find(event, webhook.time)[0], at);
    const from = senderIn(event, webhook.agent);
    const given = findText(event, webhook.id);
    const messages = readContents(event, webhook).map((content, index) => {
      const { id, byContent } = eventId(
        [key, given ?? [from, content], index],
        time ?? (given === undefined ? undefined : 0),
      );
      const message = { id, from, ...content, sentAt: Math.min(time ?? at, at) };
      return { kind: 'message' as const, to: { key }, message, ...(byContent && { byContent }) };
    });
    return taken(messages, messages.length === 0 ? ['message'] : []);
  };
}

function senderIn(event: unknown, path: string | undefined): Sender {
  if (path === undefined || !isSaid(find(event, path))) return { kind: 'bot' };
  return senderOf('agent', undefined, findText(event, path));
}

function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
