import type { Database } from 'libsql';

/** More new arrivals than this are not looked at one by one: everybody looks into their inbox. */
const MOST_ARRIVALS = 2000;
/** More users than this are not remembered: everybody looks once, and it begins anew. */
const MOST_USERS = 50_000;

interface Arrived {
  /** Nobody's yet, or nobody's any more. */
  readonly user_key: string | null;
  readonly seq: number;
}

/**
 * Who has something new in their inbox, by another process or by this one. As long as no other process has written
 * anything that costs next to nothing; then only what has arrived since is looked at.
 */
export function createChanges(db: Database) {
  // Changes with the commits of other connections only.
  const selectDataVersion = db.prepare('PRAGMA data_version');
  const selectEnd = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM inbox');
  const selectArrived = db.prepare('SELECT user_key, seq FROM inbox WHERE seq > ? ORDER BY seq LIMIT ?');

  /** Where each user's newest arrival stands. Who is not in it has had none since the era began. */
  const newest = new Map<string, number>();
  let era = 0;
  let end = endNow();
  let seen: number | undefined;

  function endNow(): number {
    return (selectEnd.get() as { readonly seq: number }).seq;
  }

  function startEra(): void {
    era++;
    newest.clear();
    end = endNow();
  }

  function look(): void {
    const { data_version: version } = selectDataVersion.get() as { readonly data_version: number };
    if (version === seen) return;
    const arrived = selectArrived.all(end, MOST_ARRIVALS) as Arrived[];
    seen = version;
    if (arrived.length === MOST_ARRIVALS || newest.size > MOST_USERS) {
      startEra();
      return;
    }
    for (const { user_key: key, seq } of arrived) {
      end = seq;
      if (key !== null) newest.set(key, seq);
    }
  }

  return (keys: readonly string[]): readonly string[] => {
    look();
    return keys.map((key) => `${era} ${newest.get(key) ?? 0}`);
  };
}
