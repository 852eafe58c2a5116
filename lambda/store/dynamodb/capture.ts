import { CAPTURE_LIMITS } from '../../conversation/ports/capture-store';
import type { Access } from './access';
import { CAPTURE_KEY, capturedKey } from './keys';

interface StateItem {
  readonly state: string;
  /** Epoch seconds, as DynamoDB's own expiry wants it. */
  readonly expires: number;
}

/** The one capture, in a partition of its own. */
export function createCaptures(
  { get, update, transact, query, deleteAll }: Access,
  nextRef: () => string,
  now: () => number,
) {
  const { pk: partition } = CAPTURE_KEY;
  const isOver = ({ expires }: StateItem) => expires * 1000 <= now();

  async function end(): Promise<void> {
    await deleteAll(await query({ partition, keysOnly: true }));
  }

  return {
    end,
    async begin(state: string, expires: number): Promise<void> {
      await end();
      const values = { state, expires: Math.trunc(expires / 1000) };
      await update({
        key: CAPTURE_KEY,
        set: 'SET #state = :state, expires = :expires',
        names: { '#state': 'state' },
        values,
      });
    },
    async state(): Promise<string | undefined> {
      const item = await get<StateItem>(CAPTURE_KEY);
      return item && !isOver(item) ? item.state : undefined;
    },
    async keep(state: string, entry: string): Promise<void> {
      const item = await get<StateItem>(CAPTURE_KEY);
      if (item?.state !== state || isOver(item)) return;
      // Between the look and the write it may have been ended: then nothing may be left of it.
      await transact([
        {
          kind: 'check',
          key: CAPTURE_KEY,
          condition: 'expires = :expires',
          values: { expires: item.expires },
        },
        { kind: 'put', item: { ...capturedKey(nextRef()), entry, expires: item.expires } },
      ]);
    },
    async all(): Promise<readonly string[]> {
      const items = await query<{ readonly entry?: string }>({ partition });
      const entries = items.flatMap(({ entry }) => entry ?? []).slice(-CAPTURE_LIMITS.entries);
      let size = 0;
      const within = entries.toReversed().filter((entry) => {
        size += entry.length;
        return size <= CAPTURE_LIMITS.chars;
      });
      return within.toReversed();
    },
  };
}
