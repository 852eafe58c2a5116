import { type ErrorRequestHandler, type RequestHandler, type Response, raw } from 'express';
import { WEBHOOK_LIMIT_BYTES, type Webhook, type WebhookAnswer, type Webhooks } from '../webhooks/webhooks';
import { createWebhookGate, type Entry, lengthOf, retryHeaders } from './webhook-gate';

/**
 * The platforms' webhooks over HTTP, for `app.use('/webhooks', webhookEndpoint(…))`. The path is checked before anything
 * is read of the body, and so is whether what it tells can be stored in time.
 */
export function webhookEndpoint(webhooks: Webhooks): (RequestHandler | ErrorRequestHandler)[] {
  const gate = createWebhookGate();

  const checkPath: RequestHandler = (request, response, next) => {
    const isKnown = request.method === 'GET' || request.method === 'POST';
    const webhook = isKnown ? webhooks.at(request.baseUrl + request.path) : undefined;
    if (!webhook) return send(response, webhooks.refuse());
    const entry = gate.enter(lengthOf(request.headers));
    if (!entry) return send(response, webhook.refuse('busy'));
    response.once('close', entry.leave);
    response.locals.webhook = webhook;
    response.locals.entry = entry;
    next();
  };

  const handle: RequestHandler = async (request, response) => {
    const body: unknown = request.body;
    const { webhook, entry } = localsOf(response);
    const answer = await entry.work(() =>
      webhook.handle({
        method: request.method === 'GET' ? 'GET' : 'POST',
        headers: request.headers as Record<string, string | undefined>,
        query: new URL(request.url, 'http://localhost').searchParams,
        body: Buffer.isBuffer(body) ? body.toString('utf8') : '',
      }),
    );
    send(response, answer);
  };

  const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
    send(response, localsOf(response).webhook.refuse(error.type === 'entity.too.large' ? 'too_large' : 'malformed'));
  };

  return [checkPath, raw({ type: () => true, limit: WEBHOOK_LIMIT_BYTES, inflate: false }), handle, refuse];
}

interface Locals {
  /** The one whose path was asked for. */
  readonly webhook: Webhook;
  readonly entry: Entry;
}

function localsOf({ locals }: Response): Locals {
  return locals as Locals;
}

function send(response: Response, { status, body, json, onSent }: WebhookAnswer): void {
  // Not where the vendor has hung up before.
  if (onSent) response.once('finish', onSent);
  response
    .status(status)
    .set(retryHeaders(status))
    .type(json ? 'json' : 'text')
    .send(body);
}
