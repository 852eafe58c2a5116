import type { Access } from './access';
import { erasedHash, type Key, nameOf, ownerKey, threadPartition, tombstoneKey, userPartition } from './keys';
import type { Write } from './writes';

/** The tombstone of an erase that is not over. */
export interface ErasingItem {
  readonly erasing?: string;
  readonly erased_user?: string;
}

export interface PurgeDeps {
  readonly access: Access;
  /** Epoch seconds: until when tombstones stay. */
  readonly expires: () => number;
  readonly eraseUser: (key: string) => Promise<void>;
}

/** Deletes what is left of a user whose erase has begun. */
export function createPurge({ access: { get, query, transact, deleteAll }, expires, eraseUser }: PurgeDeps) {
  /** `false`: another process was faster. */
  async function purge(key: string, guard: Guard): Promise<boolean> {
    const items = await query({ partition: userPartition(key), keysOnly: true });
    if (!(await holds(guard))) return false;
    await deleteAll(items.filter(isArrival));
    for (const item of items) {
      const isThere =
        (!item.sk.startsWith('S#') || (await eraseSpeaker(item, guard))) &&
        (!item.sk.startsWith('R#') || (await eraseThread(item, nameOf(item), key, guard)));
      if (!isThere) return false;
    }
    return true;
  }

  async function eraseSpeaker(item: Key, guard: Guard): Promise<boolean> {
    await eraseUser(nameOf(item));
    return deleteGuarded([item], guard);
  }

  /** A thread that has become another user's stays theirs. */
  async function eraseThread(item: Key, thread: string, key: string, guard: Guard): Promise<boolean> {
    const [owner, ...parked] = await query<{ readonly owner_key?: string }>({ partition: threadPartition(thread) });
    if (owner?.sk !== 'O' || owner.owner_key !== key) return deleteGuarded([item], guard);
    await deleteAll(parked);
    const refused = await transact([
      guard,
      { kind: 'delete', key: keyOf(item) },
      {
        kind: 'delete',
        key: ownerKey(thread),
        condition: 'owner_key = :key',
        values: { key },
      },
      {
        kind: 'put',
        item: { ...tombstoneKey(erasedHash(thread)), owner_hash: erasedHash(key), expires: expires() },
      },
    ]);
    // Refused by the thread itself: it has become another user's meanwhile, and is looked at again.
    return !refused;
  }

  async function deleteGuarded(items: readonly Key[], guard: Guard): Promise<boolean> {
    return !(await transact([guard, ...items.map((item) => ({ kind: 'delete', key: keyOf(item) }) as const)]));
  }

  /** Whether the erase is not over yet. */
  async function holds({ key, values: { erasing } }: Guard): Promise<boolean> {
    const tombstone = await get<ErasingItem>(key);
    return tombstone?.erasing === erasing;
  }

  return purge;
}

/** Part of a transaction: refused when the erase that it belongs to is over. */
export type Guard = Extract<Write, { kind: 'check' }> & { readonly values: { readonly erasing: string } };

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });
/** Named by when and by whom it was made. */
const isArrival = ({ sk }: Key) => /^[IX]#/.test(sk);

/** The guard of an erase. */
export function guardOf(key: string, erasing: string): Guard {
  return {
    kind: 'check',
    key: tombstoneKey(erasedHash(key)),
    condition: 'erasing = :erasing',
    values: { erasing },
  };
}
