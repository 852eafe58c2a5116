import { AloudError } from '../errors';
import { backoffMs, retryAfterMs } from '../http/backoff';
import { exchange, reasonOf } from '../http/exchange';
import { openPool } from '../http/pool';
import { createSingleFlight } from '../http/single-flight';
import type { Telemetry } from '../telemetry/telemetry';

/** Login with Amazon (https://developer.amazon.com/docs/smapi/proactive-events-api.html). */
const AMAZON = 'https://api.amazon.com/auth/O2/token';
const SCOPE = 'alexa::proactive_events';
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 64 * 1024;
/** A token is renewed so long before its end, or at half its life if that is short. */
const EARLY_MS = 5 * 60_000;
/** When the token that replaced a refused one is refused within this time, what is wrong is not the token. */
const MIN_AGE_MS = 60_000;
const UNREACHABLE = { firstMs: 5000, mostMs: 5 * 60_000 };
/** Wrong credentials are not right a moment later. */
const REFUSED = { firstMs: 60_000, mostMs: 15 * 60_000 };
/** It goes into a header. */
const TOKEN = /^[\x21-\x7e]{1,8192}$/;
/** The errors of OAuth 2.0 (RFC 6749, section 5.2): what else is answered is not shown. */
const OAUTH_ERROR =
  /^(?:invalid_request|invalid_client|invalid_grant|unauthorized_client|unsupported_grant_type|invalid_scope)$/;

/** The token, or when to ask for it again, in epoch milliseconds. */
export type TokenAnswer = { readonly token: string } | { readonly retryAt: number };

/**
 * The token that Amazon's API of Proactive Events wants. Single flight: who asks meanwhile shares one request for it.
 */
export interface TokenSource {
  /** Never rejects. After a failure it is not asked again for a while: that is told, and the error reported, once. */
  get(): Promise<TokenAnswer>;
  /** Amazon has refused this token: gives another one, or the same where it is new. */
  replace(token: string): Promise<TokenAnswer>;
  /** Ends what is still running. */
  close(): Promise<void>;
}

export interface TokenOptions {
  /** ALEXA_LWA_URL: takes the place of Amazon's token endpoint. */
  readonly url?: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly telemetry: Pick<Telemetry, 'error'>;
  readonly timeoutMs?: number;
  /** Told the header `date` of each answer. */
  readonly onDate?: (date: unknown) => void;
  readonly now?: () => number;
  readonly random?: () => number;
}

interface CachedToken {
  readonly token: string;
  readonly from: number;
  readonly renewAt: number;
  readonly until: number;
  /** It was fetched because the one before was refused. */
  readonly replaces: boolean;
}

export function createTokenSource({
  url = AMAZON,
  clientId,
  clientSecret,
  telemetry,
  timeoutMs = TIMEOUT_MS,
  onDate = () => {},
  now = Date.now,
  random = Math.random,
}: TokenOptions): TokenSource {
  const { origin, pathname, search } = new URL(url);
  const pool = openPool(origin, { connections: 1, connectTimeoutMs: timeoutMs });
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: SCOPE,
  }).toString();
  let cached: CachedToken | undefined;
  const flight = createSingleFlight(fetchToken);
  let rest: { readonly from: number; readonly until: number } | undefined;
  let failures = 0;
  let refused = false;

  /** Both ends are looked at, as the clock may be set back. */
  const within = (from: number, until: number) => from <= now() && now() < until;

  function renew(): Promise<TokenAnswer> {
    if (rest && within(rest.from, rest.until)) return Promise.resolve({ retryAt: rest.until });
    return flight.join('token');
  }

  async function fetchToken(): Promise<TokenAnswer> {
    const asked = now();
    try {
      const { token, lifeMs } = await request();
      const early = Math.min(EARLY_MS, lifeMs / 2);
      cached = { token, from: asked, renewAt: asked + lifeMs - early, until: asked + lifeMs, replaces: refused };
      refused = false;
      failures = 0;
      rest = undefined;
      return { token };
    } catch (thrown) {
      const failure =
        thrown instanceof Failure ? thrown : new Failure('ALOUD_NOTIFICATIONS_UNAVAILABLE', 'unreadable answer');
      telemetry.error(new AloudError(failure.code, `Login with Amazon: ${failure.message}`), 'notifications');
      const pace = failure.code === 'ALOUD_NOTIFICATIONS_UNAUTHORIZED' ? REFUSED : UNREACHABLE;
      const from = now();
      rest = { from, until: from + Math.max(backoffMs(failures++, pace, random), failure.retryAfterMs ?? 0) };
      return { retryAt: rest.until };
    }
  }

  async function request(): Promise<{ readonly token: string; readonly lifeMs: number }> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', accept: 'application/json' };
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await exchange(
      pool,
      { method: 'POST', path: pathname + search, headers, body },
      { signal, maxBytes: MAX_ANSWER_BYTES },
    ).catch((error: Error) => {
      throw new Failure('ALOUD_NOTIFICATIONS_UNAVAILABLE', `no answer (${reasonOf(error)})`);
    });
    const { status, text, headers: answered } = answer;
    onDate(answered.date);
    const content = read(text);
    if (status === 200) {
      const { access_token: token } = content;
      const seconds = Number(content.expires_in);
      if (typeof token === 'string' && TOKEN.test(token) && seconds > 0) return { token, lifeMs: seconds * 1000 };
      throw new Failure('ALOUD_NOTIFICATIONS_UNAVAILABLE', 'HTTP 200 without a token');
    }
    const known = typeof content.error === 'string' && OAUTH_ERROR.test(content.error) ? `, ${content.error}` : '';
    const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 429;
    throw new Failure(
      isRefusal ? 'ALOUD_NOTIFICATIONS_UNAUTHORIZED' : 'ALOUD_NOTIFICATIONS_UNAVAILABLE',
      `HTTP ${status}${known}`,
      retryAfterMs(answered['retry-after'], now()),
    );
  }

  async function get(): Promise<TokenAnswer> {
    if (!cached || !within(cached.from, cached.until)) return renew();
    // The old one is good for some minutes: no send has to wait, and a short outage is not felt.
    if (now() >= cached.renewAt) void renew();
    return { token: cached.token };
  }

  return {
    get,
    async replace(token) {
      if (cached?.token === token) {
        if (cached.replaces && within(cached.from, cached.from + MIN_AGE_MS)) return { token };
        cached = undefined;
        refused = true;
      }
      return get();
    },
    close: () => pool.destroy(),
  };
}

class Failure extends Error {
  constructor(
    readonly code: 'ALOUD_NOTIFICATIONS_UNAUTHORIZED' | 'ALOUD_NOTIFICATIONS_UNAVAILABLE',
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** The members of an answer, whatever it is. */
function read(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
