import { randomInt } from 'node:crypto';
import { type Counts, USAGE_MS, type UsageScope } from '../../conversation/ports/usage-store';
import type { Access } from './access';
import { usageKey, usagePartition } from './keys';

/** An item takes a thousand writes a second: so many functions may count at once. */
const SHARDS = 4;
/** Tells counts from an item's own attributes. */
const PREFIX = 'c:';

/** What was counted in a month: a few items, each with all counts, which are added up when they are read. */
export function createUsage({ update, query }: Pick<Access, 'update' | 'query'>, now: () => number) {
  return {
    async count(scope: UsageScope, counts: Counts): Promise<void> {
      const all = Object.entries(counts);
      if (all.length === 0) return;
      const names = Object.fromEntries(all.map(([name], at) => [`#c${at}`, PREFIX + name]));
      const values = Object.fromEntries(all.map(([, count], at) => [`c${at}`, count]));
      const expires = Math.trunc((now() + USAGE_MS) / 1000);
      await update({
        key: usageKey(scope, randomInt(SHARDS)),
        set: `SET expires = if_not_exists(expires, :expires) ADD ${all.map((_, at) => `#c${at} :c${at}`).join(', ')}`,
        names,
        values: { ...values, expires },
      });
    },
    async counts(scope: UsageScope): Promise<Counts> {
      const items = await query<Readonly<Record<string, unknown>>>({ partition: usagePartition(scope) });
      const sums: Record<string, number> = {};
      for (const item of items) {
        for (const [attribute, count] of Object.entries(item)) {
          if (!attribute.startsWith(PREFIX) || typeof count !== 'number') continue;
          const name = attribute.slice(PREFIX.length);
          sums[name] = (sums[name] ?? 0) + count;
        }
      }
      return sums;
    },
  };
}
