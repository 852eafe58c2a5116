import { timingSafeEqual } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Registry } from 'prom-client';
import type { Telemetry } from '../telemetry/telemetry';
import { SECURITY_HEADERS } from './security-headers';

export const securityHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  next();
};

/**
 * Serves the metrics to who brings the token. Without a token they are for loopback only; a request that came through
 * a proxy also has a loopback address, but says so in its headers.
 */
export function serveMetrics(registry: Registry, token: string | undefined): RequestHandler {
  return async (request, response) => {
    const allowed = token
      ? sameText(request.get('authorization') ?? '', `Bearer ${token}`)
      : isLoopback(request.socket.remoteAddress) && !request.get('x-forwarded-for') && !request.get('forwarded');
    if (!allowed) {
      response
        .status(token ? 401 : 403)
        .type('text')
        .send('metrics are for the operator only');
      return;
    }
    response.type(registry.contentType).send(await registry.metrics());
  };
}

export const notFound: RequestHandler = (_request, response) => {
  response.status(404).type('text').send('not found');
};

/** The last net: a fixed text, whatever was thrown. */
export function onError(telemetry: Telemetry): ErrorRequestHandler {
  return (error, _request, response, next) => {
    telemetry.error(error, 'server');
    if (response.headersSent) next(error);
    else response.status(500).type('text').send('internal error');
  };
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}

function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
