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
}

/** Epoch seconds. */
export const seconds = (ms: number) => Math.trunc(ms / 1000);

/** A tombstone tells until DynamoDB has deleted it, by AWS's clock: ours may be wrong. */
export function createTombstones({ get }: Access) {
  return {
    /** Part of a transaction: refused where there is a tombstone of this hash (`erasedHash`). */
    checkNone: (hash: string): Write => ({
      kind: 'check',
      key: tombstoneKey(hash),
      condition: 'attribute_not_exists(pk)',
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
      const { owner_hash: hash } = tombstone;
      return hash !== undefined && (await get(tombstoneKey(hash), 'pk')) !== undefined;
    },
  };
}

export type Tombstones = ReturnType<typeof createTombstones>;
