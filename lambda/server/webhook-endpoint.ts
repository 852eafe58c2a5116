import { type ErrorRequestHandler, type RequestHandler, raw } from 'express';
import type { WebhookResponse } from '../conversation/ports/platform';
import { WEBHOOK_LIMIT_BYTES, type Webhooks } from '../webhooks/webhooks';

/**
 * The platform's webhook over HTTP, for `app.use('/webhooks', webhookEndpoint(…))`. The path is checked before anything
 * is read of the body.
 */
export function webhookEndpoint(webhooks: Webhooks): (RequestHandler | ErrorRequestHandler)[] {
  const checkPath: RequestHandler = (request, response, next) => {
    const isKnown = request.method === 'GET' || request.method === 'POST';
    if (isKnown && webhooks.isOurs(request.baseUrl + request.path)) next();
    else send(response, webhooks.refuse('unknown_path'));
  };

  const handle: RequestHandler = async (request, response) => {
    const body: unknown = request.body;
    send(
      response,
      await webhooks.handle({
        method: request.method === 'GET' ? 'GET' : 'POST',
        headers: request.headers as Record<string, string | undefined>,
        query: new URL(request.url, 'http://localhost').searchParams,
        body: Buffer.isBuffer(body) ? body.toString('utf8') : '',
      }),
    );
  };

  const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
    send(response, webhooks.refuse(error.type === 'entity.too.large' ? 'too_large' : 'malformed'));
  };

  return [checkPath, raw({ type: () => true, limit: WEBHOOK_LIMIT_BYTES, inflate: false }), handle, refuse];
}

function send(response: Parameters<RequestHandler>[1], { status, body, json }: WebhookResponse): void {
  response
    .status(status)
    .type(json ? 'json' : 'text')
    .send(body);
}
