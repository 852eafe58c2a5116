import { randomUUID } from 'node:crypto';

/** What a login answers. */
export interface TokenPair {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** How long tokens hold, and what a new pair does to older ones. Every member may be changed at any time. */
export interface TokenBehaviour {
  /** Milliseconds. The page says 15 minutes and 24 hours. */
  accessMs: number;
  refreshMs: number;
  /** Whether a refresh token can be used again. */
  refreshes: 'once' | 'again';
  /** Whether a login or a refresh ends the access tokens that were given before. */
  sessions: 'many' | 'one';
}

export interface TokenIssuer {
  issue(): TokenPair;
  /** Takes a refresh token for its last time, or not, as the behaviour has it. */
  takeRefresh(token: string): boolean;
  isAccess(token: string): boolean;
  /** Ends tokens before their time. */
  end(which: 'access' | 'all'): void;
}

export const TOKENS: TokenBehaviour = {
  accessMs: 15 * 60_000,
  refreshMs: 24 * 60 * 60_000,
  refreshes: 'once',
  sessions: 'many',
};

export function createTokenIssuer(behaviour: TokenBehaviour, now: () => number): TokenIssuer {
  const access = new Map<string, number>();
  const refresh = new Map<string, number>();
  const isYoung = (since: number | undefined, ms: number) => since !== undefined && now() - since < ms;

  return {
    issue() {
      if (behaviour.sessions === 'one') access.clear();
      const pair = {
        access_token: `simulated-access-token.${randomUUID()}`,
        // With characters that a form must not carry as they are.
        refresh_token: `simulated-refresh-token/${randomUUID()}+a&b=c`,
      };
      access.set(pair.access_token, now());
      refresh.set(pair.refresh_token, now());
      return pair;
    },
    takeRefresh(token) {
      const isValid = isYoung(refresh.get(token), behaviour.refreshMs);
      if (behaviour.refreshes === 'once') refresh.delete(token);
      return isValid;
    },
    isAccess: (token) => isYoung(access.get(token), behaviour.accessMs),
    end(which) {
      access.clear();
      if (which === 'all') refresh.clear();
    },
  };
}
