import { createServer, type RequestListener, type Server } from 'node:http';

/** How long a request may take to come in whole. Alexa gives up on an answer after eight seconds, vendors after some more. */
const REQUEST_MS = 15_000;
const HEADERS_MS = 10_000;
/** Longer than a balancer in front keeps its own. */
const KEEP_ALIVE_MS = 75_000;
/** Node looks for requests whose time is over only so often: every 30 seconds by itself. */
const CHECKS = 30;

/** A server that no slow client can hold: a request whose body has not come in time is answered 408, and its connection ends. */
export function createHttpServer(listener: RequestListener, requestMs = REQUEST_MS): Server {
  return createServer(
    {
      requestTimeout: requestMs,
      headersTimeout: Math.min(HEADERS_MS, requestMs),
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: requestMs / CHECKS,
    },
    listener,
  );
}
