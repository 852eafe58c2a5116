import { type ErrorRequestHandler, type RequestHandler, type Response, raw } from 'express';
import { WEBHOOK_LIMIT_BYTES, type Webhook, type WebhookAnswer, type Webhooks } from '../webhooks/webhooks';

/**
 * The platforms' webhooks over HTTP, for `app.use('/webhooks', webhookEndpoint(…))`. The path is checked before anything
 * is read of the body.
 */
export function webhookEndpoint(webhooks: Webhooks): (RequestHandler | ErrorRequestHandler)[] {
  const checkPath: RequestHandler = (request, response, next) => {
    const isKnown = request.method === 'GET' || request.method === 'POST';
    const webhook = isKnown ? webhooks.at(request.baseUrl + request.path) : undefined;
    if (!webhook) return send(response, webhooks.refuse());
    response.locals.webhook = webhook;
    next();
  };

  const handle: RequestHandler = async (request, response) => {
    const body: unknown = request.body;
    send(
      response,
      await webhookOf(response).handle({
        method: request.method === 'GET' ? 'GET' : 'POST',
        headers: request.headers as Record<string, string | undefined>,
        query: new URL(request.url, 'http://localhost').searchParams,
        body: Buffer.isBuffer(body) ? body.toString('utf8') : '',
      }),
    );
  };

  const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
    send(response, webhookOf(response).refuse(error.type === 'entity.too.large' ? 'too_large' : 'malformed'));
  };

  return [checkPath, raw({ type: () => true, limit: WEBHOOK_LIMIT_BYTES, inflate: false }), handle, refuse];
}

/** The one whose path was asked for. */
function webhookOf({ locals }: Response): Webhook {
  return locals.webhook;
}

function send(response: Response, { status, body, json, onSent }: WebhookAnswer): void {
  // Not where the vendor has hung up before.
  if (onSent) response.once('finish', onSent);
  response
    .status(status)
    .type(json ? 'json' : 'text')
    .send(body);
}
