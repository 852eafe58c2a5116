import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { WEBHOOK_LIMIT_BYTES, type Webhook, type WebhookAnswer, type Webhooks } from '../webhooks/webhooks';
import { readBody } from './request-body';
import { SECURITY_HEADERS } from './security-headers';
import { createWebhookGate, type Entry, lengthOf, retryHeaders } from './webhook-gate';

/** How long a vendor waits for a refusal, in milliseconds. */
const REFUSED_AFTER_MS = 250;

/**
 * The platforms' webhooks straight from `node:http`: what `webhookEndpoint` answers. One that is refused costs little, as it
 * must where more come than can be stored.
 */
export function createWebhookListener(webhooks: Webhooks): RequestListener {
  const gate = createWebhookGate();
  return (request, response) => {
    const { method, url = '' } = request;
    const end = url.indexOf('?');
    const isKnown = method === 'GET' || method === 'POST';
    const webhook = isKnown ? webhooks.at(end < 0 ? url : url.slice(0, end)) : undefined;
    if (!webhook) return send(response, webhooks.refuse());
    const entry = gate.enter(lengthOf(request.headers));
    if (!entry) return sendLater(response, webhook.refuse('busy'));
    response.once('close', entry.leave);
    const query = new URLSearchParams(end < 0 ? '' : url.slice(end));
    void answerTo(webhook, entry, request, query).then((answer) => send(response, answer));
  };
}

/** Whether a request is one that `createWebhookListener` answers. */
export function isForWebhooks({ url = '' }: IncomingMessage): boolean {
  return /^\/webhooks(?:\/|\?|$)/i.test(url);
}

/** Never rejects. */
async function answerTo(
  webhook: Webhook,
  entry: Entry,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<WebhookAnswer> {
  const body = await readBody(request, WEBHOOK_LIMIT_BYTES);
  if (!Buffer.isBuffer(body)) return webhook.refuse(body === 'too large' ? 'too_large' : 'malformed');
  return entry.work(() =>
    webhook.handle({
      method: request.method === 'GET' ? 'GET' : 'POST',
      headers: request.headers as Record<string, string | undefined>,
      query,
      body: body.toString('utf8'),
    }),
  );
}

/** A connection that was refused comes again no sooner: else refusing would take the time that turns need. */
function sendLater(response: ServerResponse, answer: WebhookAnswer): void {
  setTimeout(() => send(response, answer), REFUSED_AFTER_MS);
}

function send(response: ServerResponse, { status, body, json, onSent }: WebhookAnswer): void {
  // Not where the vendor has hung up before.
  if (onSent) response.once('finish', onSent);
  const type = `${json ? 'application/json' : 'text/plain'}; charset=utf-8`;
  const length = Buffer.byteLength(body);
  response
    .writeHead(status, { ...SECURITY_HEADERS, ...retryHeaders(status), 'Content-Type': type, 'Content-Length': length })
    .end(body);
}
