import type { Access } from './access';
import { erasedHash, tombstoneKey } from './keys';
import type { Write } from './writes';

/**
 * What is kept of an erased user or thread. A user's tombstone is `erasing` until the last of their items is gone;
 * until then it does not expire, names the user, and stands in the index, so that an erase whose process died is
 * finished later.
 */
export interface TombstoneItem {
  readonly owner_hash?: string;
  readonly erasing?: string;
  readonly expires?: number;
}

/** Epoch seconds. */
export const seconds = (ms: number) => Math.trunc(ms / 1000);

export function createTombstones({ get }: Access, now: () => number) {
  const values = () => ({ now: seconds(now()) });
  const isLive = ({ erasing, expires = 0 }: TombstoneItem) => erasing !== undefined || expires > seconds(now());

  async function has(hash: string): Promise<boolean> {
    const tombstone = await get<TombstoneItem>(tombstoneKey(hash));
    return tombstone !== undefined && isLive(tombstone);
  }

  return {
    /** Part of a transaction: refused where there is a tombstone of this hash (`erasedHash`). */
    checkNone: (hash: string): Write => ({
      kind: 'check',
      key: tombstoneKey(hash),
      condition: 'attribute_not_exists(pk) OR expires <= :now',
      values: values(),
    }),
    /** The same: refused while the user is being erased. */
    checkNotErasing: (id: string): Write => ({
      kind: 'check',
      key: tombstoneKey(erasedHash(id)),
      condition: 'attribute_not_exists(erasing)',
    }),
    /**
     * The same, and removes the tombstone. Those of the user's threads lose their meaning with it, as they name it.
     */
    clear: (id: string): Write => ({
      kind: 'delete',
      key: tombstoneKey(erasedHash(id)),
      condition: 'attribute_not_exists(erasing)',
    }),
    /** Whether the user whom a thread's tombstone names is still erased. */
    async ownerErased(tombstone: TombstoneItem): Promise<boolean> {
      return tombstone.owner_hash !== undefined && (await has(tombstone.owner_hash));
    },
  };
}

export type Tombstones = ReturnType<typeof createTombstones>;
