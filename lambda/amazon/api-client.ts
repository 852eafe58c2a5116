import type { IncomingHttpHeaders } from 'node:http';
import type { services } from 'ask-sdk-model';
import { exchange, reasonOf } from '../http/exchange';
import { loadPool, openPool, type Pool } from '../http/pool';

/** Amazon's APIs answer a few hundred bytes, if anything. */
const MAX_ANSWER_BYTES = 64 * 1024;
/** What is said to bridge a wait is of no use later. */
const TIMEOUT_MS = 1000;
/** Amazon has three regions; a skill's users live in all of them. */
const MAX_ORIGINS = 4;
const MAX_CONNECTIONS = 64;
const KEEP_ALIVE_MS = 20_000;
/** The hosts that a user's token may be sent to: `api.eu.amazonalexa.com`, `api.fe.amazon.com`. */
const AMAZON = /^(?:[a-z0-9-]+\.)+amazonalexa\.com$|^api\.[a-z0-9-]+\.amazon\.com$/;

export interface AlexaApiClientOptions {
  /** Takes the place of Amazon's hosts, whatever a request names: for tests and the simulator. */
  readonly baseUrl?: string;
  /** Milliseconds for one request, connection included. Default: 1,000. */
  readonly timeoutMs?: number;
  /** Told the header `date` of each answer. */
  readonly onDate?: (date: unknown) => void;
}

/** The way to Amazon's APIs, as the SDK has it. */
export interface AlexaApiClient extends services.ApiClient {
  /**
   * Sends one request, at most once on the wire, and resolves to whatever is answered. An answer that was cut off or is
   * larger than 64 KB has no body.
   *
   * Rejects where nothing is answered in time or before the signal, and without sending anything where the URL is not
   * one of Amazon's: with a message that holds no address, token or anything else of the request.
   */
  invoke(request: services.ApiClientRequest, signal?: AbortSignal): Promise<services.ApiClientResponse>;
  /** Ends all connections, and with them what is still running. */
  close(): Promise<void>;
}

/** Connections are kept for each region, and let go when too many of them were used. */
export function createAlexaApiClient({
  baseUrl,
  timeoutMs = TIMEOUT_MS,
  onDate = () => {},
}: AlexaApiClientOptions = {}): AlexaApiClient {
  const pools = new Map<string, Pool>();
  const base = baseUrl === undefined ? undefined : new URL(baseUrl);
  // Now, while a process starts, and not in the first turn.
  loadPool();

  function poolOf(origin: string): Pool {
    const known = pools.get(origin);
    if (known) return known;
    for (const [oldest, pool] of pools) {
      if (pools.size < MAX_ORIGINS) break;
      pools.delete(oldest);
      // Ends once what is running has ended.
      pool.close().catch(() => {});
    }
    const pool = openPool(origin, {
      connections: MAX_CONNECTIONS,
      connectTimeoutMs: timeoutMs,
      keepAliveMs: KEEP_ALIVE_MS,
    });
    pools.set(origin, pool);
    return pool;
  }

  return {
    async invoke({ url, method, headers, body }, signal) {
      const target = targetOf(url, base);
      const time = AbortSignal.timeout(timeoutMs);
      const answer = await exchange(
        poolOf(target.origin),
        {
          method: method as 'POST',
          path: target.pathname + target.search,
          headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
          body: body ?? null,
        },
        { signal: signal ? AbortSignal.any([signal, time]) : time, maxBytes: MAX_ANSWER_BYTES },
      ).catch((error: Error) => {
        throw new Error(`no answer (${reasonOf(error)})`);
      });
      onDate(answer.headers.date);
      return { statusCode: answer.status, headers: listOf(answer.headers), body: answer.text };
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      pools.clear();
    },
  };
}

/** @throws Error for what is not a URL of Amazon's APIs */
function targetOf(url: string, base: URL | undefined): URL {
  if (!URL.canParse(url)) throw new Error('not a URL');
  const target = new URL(url);
  if (base) return new URL(base.pathname.replace(/\/+$/, '') + target.pathname + target.search, base);
  const { protocol, hostname, port, username, password } = target;
  const isAmazon = protocol === 'https:' && AMAZON.test(hostname) && port === '' && username === '' && password === '';
  if (!isAmazon) throw new Error("not one of Amazon's hosts");
  return target;
}

/** As the SDK wants them. undici gives names in lower case. */
function listOf(headers: IncomingHttpHeaders): services.ApiClientResponse['headers'] {
  return Object.entries(headers).flatMap(([key, value]) =>
    [value ?? []].flat().map((single) => ({ key: key.toLowerCase(), value: single })),
  );
}
