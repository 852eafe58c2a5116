import type { Pool } from 'undici';

export type { Pool };

export interface PoolOptions {
  /** As many requests run at a time; more wait for each other. */
  readonly connections: number;
  readonly connectTimeoutMs: number;
  /** How long an idle connection is kept, whatever the other side says. Default: undici's. */
  readonly keepAliveMs?: number;
}

/**
 * Kept-alive connections to one origin, one request at a time on each. Nothing connects before the first request.
 *
 * @param origin `https://host`
 */
export function openPool(origin: string, { connections, connectTimeoutMs, keepAliveMs }: PoolOptions): Pool {
  const UndiciPool = loadPool();
  return new UndiciPool(origin, {
    connections,
    pipelining: 1,
    connectTimeout: connectTimeoutMs,
    ...(keepAliveMs !== undefined && { keepAliveTimeout: keepAliveMs, keepAliveMaxTimeout: keepAliveMs }),
  });
}

/**
 * Loads what the first pool needs: with that pool, as a process that only takes in webhooks opens none, or before that
 * where nobody waits yet. Only the pool: the package's index also loads fetch, WebSocket and caches, 40 ms of every cold
 * start for nothing.
 */
export function loadPool(): typeof Pool {
  return require('undici/lib/dispatcher/pool.js') as typeof Pool;
}
