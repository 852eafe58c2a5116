import type { RequestListener } from 'node:http';
import express from 'express';
import type { Registry } from 'prom-client';
import type { Webhooks } from '../webhooks/webhooks';
import { type AlexaListenerOptions, createAlexaListener, isForAlexa } from './alexa-listener';
import { notFound, onError, securityHeaders, serveMetrics } from './middleware';
import { createWebhookListener, isForWebhooks } from './webhook-listener';

export interface ListenerOptions extends AlexaListenerOptions {
  readonly webhooks: Webhooks;
  /** Whether requests can be served: `GET /readyz` answers 200 or 503. Never rejects. */
  readonly isReady: () => Promise<boolean>;
  readonly registry: Registry;
  /** Who brings it as bearer token may read the metrics; without one, loopback may. */
  readonly metricsToken: string | undefined;
  /** Adds routes of its own. */
  readonly extend?: (app: express.Express) => void;
}

/** Everything that the server answers, for `http.createServer`. */
export function createListener(options: ListenerOptions): RequestListener {
  const { telemetry, webhooks, isReady, registry, metricsToken } = options;
  const web = express();
  web.disable('x-powered-by').disable('etag').disable('query parser');
  web.use(securityHeaders);
  web.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  web.get('/readyz', async (_request, response) => {
    const ready = await isReady();
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'not ready');
  });
  web.get('/metrics', serveMetrics(registry, metricsToken));
  options.extend?.(web);
  web.use(notFound, onError(telemetry));
  const alexa = createAlexaListener(options);
  const vendors = createWebhookListener(webhooks);
  return (request, response) => {
    if (isForAlexa(request)) alexa(request, response);
    else if (isForWebhooks(request)) vendors(request, response);
    else web(request, response);
  };
}
