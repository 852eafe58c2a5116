import type { Database } from 'libsql';
import type { KeptUnmatched, Unmatched } from '../../conversation/ports/usage-store';
import type { Seal } from '../seal';
import { sealUnmatched, unmatchedId, unsealAll } from '../unmatched';

/** What was said and matched no option, one sealed row each, under ids that tell nothing. */
export function createUnmatchedTable(db: Database, seal: Seal) {
  const insert = db.prepare('INSERT INTO unmatched (id, skill, expires_at, sealed) VALUES (?, ?, ?, ?)');
  const select = db.prepare('SELECT sealed FROM unmatched WHERE skill = ? AND expires_at > ?');
  return {
    keep(skill: string, all: readonly Unmatched[], expiresAt: number): void {
      for (const unmatched of all) insert.run(unmatchedId(), skill, expiresAt, sealUnmatched(seal, skill, unmatched));
    },
    all(skill: string, now: number): KeptUnmatched {
      const rows = select.all(skill, Math.trunc(now)) as readonly { readonly sealed: ArrayBuffer }[];
      // libsql gives the bytes of one row as a Buffer, those of all rows so.
      return unsealAll(
        seal,
        skill,
        rows.map(({ sealed }) => new Uint8Array(sealed)),
      );
    },
  };
}

export type UnmatchedTable = ReturnType<typeof createUnmatchedTable>;
