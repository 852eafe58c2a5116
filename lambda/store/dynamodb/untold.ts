/** More are not remembered: it begins anew, and nothing but a write is lost. */
const MOST_USERS = 10_000;

/**
 * Users who had been told of nothing by a notification when they were opened, with the version that they had then: what they
 * come to hear needs no note that they have come.
 */
export interface Untold {
  opened(key: string, version: number, wasTold: boolean): void;
  saved(key: string, version: number): void;
  has(key: string, version: number): boolean;
}

export function createUntold(): Untold {
  const versions = new Map<string, number>();
  return {
    opened(key, version, wasTold) {
      if (versions.size >= MOST_USERS) versions.clear();
      if (wasTold) versions.delete(key);
      else versions.set(key, version);
    },
    saved(key, version) {
      if (versions.get(key) === version) versions.set(key, version + 1);
    },
    has: (key, version) => versions.get(key) === version,
  };
}
