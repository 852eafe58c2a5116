import { randomUUID } from 'node:crypto';
import type { Access } from './access';
import { ERASING } from './asking';
import type { Item } from './expressions';
import { erasedHash, notificationKey, speakerKey, tombstoneKey, userKey } from './keys';
import { createPurge, type ErasingItem, guardOf } from './purge';
import { seconds } from './tombstones';

const MOST_TRIES = 20;
/** An erase that has been going on for so long has lost its process. */
const ABANDONED_MS = 5 * 60_000;
const MOST_FINISHED = 10;

export interface EraseDeps {
  readonly access: Access;
  readonly now: () => number;
  readonly keepMs: number;
}

/**
 * Erasing begins with one transaction that removes the user and leaves the tombstone: from then on nothing can be added
 * to the partition, as every write to it is conditioned on the user, and the user cannot come back, as that is
 * conditioned on the tombstone. Then the rest is deleted. So it may be begun twice, interrupted anywhere, and carried
 * on by a repeated erase, by the user's return, or by `sweep`.
 *
 * A process that carries it on slowly must not delete what the user has got after their return. Names of arrivals are
 * never used again: what was listed while the erase was not over may be deleted at any time, cheaply. Threads and
 * speakers may come back under the same name: they go in transactions that are refused once the erase is over.
 */
export function createEraser({ access, now, keepMs }: EraseDeps) {
  const { get, transact, update, queryDue } = access;
  const expires = () => seconds(now() + keepMs);
  const purge = createPurge({ access, expires, eraseUser: erase });

  async function erase(key: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const known = await get<{ readonly account?: string }>(userKey(key), 'pk, account');
      const account = known?.account;
      const begun = { erasing: randomUUID(), erased_user: key, due_shard: ERASING, due_at: Math.trunc(now()) };
      const refused = await transact([
        {
          kind: 'put',
          item: { ...tombstoneKey(erasedHash(key)), ...begun },
          condition: 'attribute_not_exists(erasing)',
        },
        {
          kind: 'delete',
          key: userKey(key),
          condition: account === undefined ? 'attribute_not_exists(account)' : 'account = :account',
          ...(account !== undefined && { values: { account } }),
        },
        { kind: 'delete', key: notificationKey(key) },
        ...(account === undefined || account === key
          ? []
          : [{ kind: 'delete', key: speakerKey(account, key) } as const]),
      ]);
      if (!refused || refused[0]) return finish(key);
    }
    throw new Error('the user kept coming back while being erased');
  }

  /** Carries on with an erase that has begun, if it is not over. */
  async function finish(key: string): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const tombstone = await get<ErasingItem>(tombstoneKey(erasedHash(key)));
      if (tombstone?.erasing === undefined) return;
      const guard = guardOf(key, tombstone.erasing);
      if (!(await purge(key, guard))) continue;
      await update({
        key: guard.key,
        set: 'SET expires = :expires REMOVE erasing, erased_user, due_shard, due_at',
        condition: guard.condition,
        values: { ...guard.values, expires: expires() },
      });
    }
  }

  return {
    erase,
    finish,
    /** Finishes what died. */
    async sweep(): Promise<void> {
      const begun = await queryDue({ shard: ERASING, until: now() - ABANDONED_MS, limit: MOST_FINISHED });
      for (const entry of begun) {
        const tombstone: Item<ErasingItem> | undefined = await get({ pk: entry.pk, sk: entry.sk });
        if (tombstone?.erased_user !== undefined) await finish(tombstone.erased_user);
      }
    },
  };
}

export type Eraser = ReturnType<typeof createEraser>;
