import type { KeptUnmatched, Unmatched } from '../../conversation/ports/usage-store';
import type { Seal } from '../seal';
import { expiryOf, sealUnmatched, unmatchedId, unsealAll } from '../unmatched';
import type { Access } from './access';
import { chunksOf } from './expressions';
import { unmatchedKey, unmatchedPartition } from './keys';
import { seconds } from './tombstones';

interface UnmatchedItem {
  readonly sealed: Uint8Array;
  readonly expires: number;
}

/** So many are written side by side. */
const AT_ONCE = 25;

/** What was said and matched no option, one sealed item each, under ids that tell nothing. */
export function createUnmatched(
  { update, query }: Pick<Access, 'update' | 'query'>,
  { seal, now }: { readonly seal: Seal; readonly now: () => number },
) {
  return {
    async keep(skill: string, all: readonly Unmatched[], days: number): Promise<void> {
      const expires = seconds(expiryOf(now(), days));
      for (const some of chunksOf(all, AT_ONCE)) {
        await Promise.all(
          some.map((unmatched) =>
            update({
              key: unmatchedKey(skill, unmatchedId()),
              set: 'SET sealed = :sealed, expires = :expires',
              values: { sealed: sealUnmatched(seal, skill, unmatched), expires },
            }),
          ),
        );
      }
    },
    async all(skill: string): Promise<KeptUnmatched> {
      const items = await query<UnmatchedItem>({ partition: unmatchedPartition(skill) });
      // DynamoDB deletes some days late.
      const kept = items.filter(({ expires }) => expires > seconds(now()));
      return unsealAll(
        seal,
        skill,
        kept.map(({ sealed }) => sealed),
      );
    },
  };
}
