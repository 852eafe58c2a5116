/** More are not remembered: it begins anew, and nothing but a write is lost. */
const MOST_USERS = 10_000;
/** Longer than a turn: by then a notification may have been sent. */
const KNOWN_MS = 10_000;

interface Known {
  readonly version: number;
  readonly at: number;
}

/**
 * Users who had been told of nothing by a notification when a turn opened them, with the version that they had then: what they
 * come to hear needs no note that they have come.
 */
export interface Untold {
  opened(key: string, version: number, wasTold: boolean): void;
  saved(key: string, version: number): void;
  has(key: string, version: number): boolean;
}

/** @param now milliseconds of any clock that goes on */
export function createUntold(now: () => number = () => performance.now()): Untold {
  const users = new Map<string, Known>();
  return {
    opened(key, version, wasTold) {
      if (users.size >= MOST_USERS) users.clear();
      if (wasTold) users.delete(key);
      else users.set(key, { version, at: now() });
    },
    saved(key, version) {
      const known = users.get(key);
      if (known?.version === version) users.set(key, { ...known, version: version + 1 });
    },
    has(key, version) {
      const known = users.get(key);
      return known?.version === version && now() - known.at < KNOWN_MS;
    },
  };
}
