import type { Signal } from '../../conversation/ports/signal';
import { AloudError } from '../../errors';
import { ExchangeAborted } from '../../http/exchange';
import { createSingleFlight } from '../../http/single-flight';
import type { Tokens } from './answers';

const MINUTE_MS = 60_000;
/** "access_token is valid for 15 minutes." */
const ACCESS_MS = 15 * MINUTE_MS;
/** Renewed before that: clocks differ, and a call takes its time. */
const RENEW_MS = 12 * MINUTE_MS;
/** "refresh_token is valid for 24 hours", less an hour. */
const REFRESH_MS = 23 * 60 * MINUTE_MS;

export interface AccessOptions {
  login(signal: Signal): Promise<Tokens>;
  refresh(refreshToken: string, signal: Signal): Promise<Tokens>;
  /** Epoch milliseconds. */
  now(): number;
}

/** The access to the API. What opens it is kept in memory only. */
export interface Access {
  /**
   * An access token that holds for a while. Many may ask at a time: one login or refresh serves all of them (single
   * flight).
   */
  token(signal: Signal): Promise<string>;
  /** The vendor does not take this access token: the next one comes of a new login. */
  drop(accessToken: string): void;
}

interface CachedTokens extends Tokens {
  readonly since: number;
}

export function createAccess({ login, refresh, now }: AccessOptions): Access {
  let cached: CachedTokens | undefined;

  const renewal = createSingleFlight(async (_key, signal) => {
    const since = now();
    const { access, refresh } = (await refreshed(signal)) ?? (await login(signal));
    cached = { access, refresh, since };
    return access;
  });

  /** `undefined` where there is nothing to refresh, or it failed. */
  async function refreshed(signal: Signal): Promise<Tokens | undefined> {
    const refreshToken = cached?.refresh;
    if (!cached || refreshToken === undefined || ageOf(cached) >= REFRESH_MS) return undefined;
    // Good for one call only: whatever becomes of it, there will be no second with the same token.
    cached = { ...cached, refresh: undefined };
    try {
      return await refresh(refreshToken, signal);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      return undefined;
    }
  }

  function ageOf({ since }: CachedTokens): number {
    return now() - since;
  }

  return {
    async token(signal) {
      const before = cached;
      if (before && ageOf(before) < RENEW_MS) return before.access;
      try {
        return await renewal.join('token', signal);
      } catch (thrown) {
        // It was early: what is still valid may do for this time.
        if (before && ageOf(before) < ACCESS_MS) return before.access;
        if (thrown instanceof ExchangeAborted) {
          throw new AloudError('ALOUD_PLATFORM_TIMEOUT', `voximplant login: ${thrown.message}`);
        }
        throw thrown;
      }
    },
    drop(accessToken) {
      if (cached?.access === accessToken) cached = undefined;
    },
  };
}
