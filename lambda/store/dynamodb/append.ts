import type { Arrival, Delivery } from '../../conversation/ports/store';
import { pack, sizeOf } from './codec';
import type { createDelivery, Entry, Tell } from './delivery';

/** With two items each, and what goes with them, they fit one transaction of a hundred items and four megabytes. */
const MOST_TOGETHER = 40;
const LARGEST_TOGETHER_BYTES = 2 * 1024 * 1024;
/** More would only be in each other's way. */
const MOST_AT_ONCE = 10;
export interface AppendDeps {
  readonly deliver: ReturnType<typeof createDelivery>;
  readonly nextRef: () => string;
}

/** Many addresses at once, each in the order in which things came for it. */
export function createAppend({ deliver, nextRef }: AppendDeps) {
  return async function append(arrivals: readonly Arrival[]): Promise<readonly Delivery[]> {
    const deliveries: Delivery[] = arrivals.map(() => ({ outcome: 'unknown' }));
    const tell: Tell = ({ index }, delivery) => {
      deliveries[index] = delivery;
    };
    let failure: { readonly thrown: unknown } | undefined;
    const fail = (thrown: unknown) => {
      failure ??= { thrown };
    };
    const entries = arrivals.flatMap((arrival, index): Entry[] => {
      try {
        return [{ index, arrival, ref: nextRef(), body: pack(arrival.item) }];
      } catch (thrown) {
        fail(thrown);
        return [];
      }
    });
    for (const wave of wavesOf(entries)) {
      const groups = groupsOf(wave);
      const workers = Array.from({ length: Math.min(MOST_AT_ONCE, groups.length) }, async () => {
        for (let group = groups.shift(); group; group = groups.shift()) {
          // One address' trouble is not another's. Within one, order counts: what follows waits for its repetition.
          for (const part of partsOf(group)) await deliver(part[0].arrival.to, part, tell);
        }
      });
      for (const result of await Promise.allSettled(workers)) if (result.status === 'rejected') fail(result.reason);
    }
    if (failure) throw failure.thrown;
    return deliveries;
  };
}

/** An id that comes several times in one call is looked at again when its first is settled. */
function wavesOf(entries: readonly Entry[]): Entry[][] {
  const waves: Entry[][] = [];
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const wave = counts.get(entry.arrival.id) ?? 0;
    counts.set(entry.arrival.id, wave + 1);
    waves[wave] = [...(waves[wave] ?? []), entry];
  }
  return waves;
}

function groupsOf(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { key, thread, also } = entry.arrival.to;
    const name = JSON.stringify([key, thread, also]);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return [...groups.values()];
}

type Part = [Entry, ...Entry[]];

/** What fits into one transaction. */
function partsOf(entries: readonly Entry[]): Part[] {
  const parts: Part[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = sizeOf(entry.body);
    const part = parts.at(-1);
    bytes += size;
    if (part && part.length < MOST_TOGETHER && bytes <= LARGEST_TOGETHER_BYTES) {
      part.push(entry);
    } else {
      parts.push([entry]);
      bytes = size;
    }
  }
  return parts;
}
