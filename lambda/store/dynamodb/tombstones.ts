import type { Access, Write } from './access';
import { traceKey, traceOf } from './keys';

/**
 * What is kept of an erased user or thread. A user's trace is `erasing` until the last of their items is gone; till then
 * it does not expire, names the user, and stands in the index, so that an erase whose process died is finished later.
 */
export interface TraceItem {
  readonly owner_hash?: string;
  readonly erasing?: string;
  readonly expires?: number;
}

/** Epoch seconds. */
export const seconds = (ms: number) => Math.trunc(ms / 1000);

export function createTraces({ get }: Access, now: () => number) {
  const values = () => ({ now: seconds(now()) });
  const isLive = ({ erasing, expires = 0 }: TraceItem) => erasing !== undefined || expires > seconds(now());

  async function has(hash: string): Promise<boolean> {
    const trace = await get<TraceItem>(traceKey(hash));
    return trace !== undefined && isLive(trace);
  }

  return {
    /** Part of a transaction: refused where there is a trace of this hash (`traceOf`). */
    checkNone: (hash: string): Write => ({
      kind: 'check',
      key: traceKey(hash),
      condition: 'attribute_not_exists(pk) OR expires <= :now',
      values: values(),
    }),
    /** The same: refused while the user is being erased. */
    checkNotErasing: (id: string): Write => ({
      kind: 'check',
      key: traceKey(traceOf(id)),
      condition: 'attribute_not_exists(erasing)',
    }),
    /**
     * The same, and the user is nobody's past any more. Traces of their threads lose their meaning with it, as they name
     * the trace of the user.
     */
    clear: (id: string): Write => ({
      kind: 'delete',
      key: traceKey(traceOf(id)),
      condition: 'attribute_not_exists(erasing)',
    }),
    /** Whose trace a thread's trace hangs on, as long as that user stays away. */
    async ownerAway(trace: TraceItem): Promise<boolean> {
      return trace.owner_hash !== undefined && (await has(trace.owner_hash));
    },
  };
}

export type Traces = ReturnType<typeof createTraces>;
