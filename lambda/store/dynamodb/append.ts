import { type Arrival, type Delivery, PARKED_MS } from '../../conversation/ports/store';
import type { Access, Write } from './access';
import { askWrite, type NotificationItem } from './asking';
import { type Packed, pack, sizeOf } from './codec';
import type { InboxReader } from './inbox';
import { erasedHash, parkedKey, seenKey } from './keys';
import type { Threads } from './threads';
import { seconds, type TombstoneItem, type Tombstones } from './tombstones';

/** With two items each, and what goes with them, they fit one transaction of a hundred items and four megabytes. */
const MOST_TOGETHER = 40;
const LARGEST_TOGETHER_BYTES = 2 * 1024 * 1024;
/** More would only be in each other's way. */
const MOST_AT_ONCE = 10;
/** Each further try has another reason than the one before: an owner who has just come, or gone. */
const MOST_TRIES = 10;

interface Entry {
  readonly index: number;
  readonly arrival: Arrival;
  readonly ref: string;
  readonly body: Packed;
}

export interface AppendDeps {
  readonly access: Access;
  readonly inbox: InboxReader;
  readonly threads: Threads;
  readonly tombstones: Tombstones;
  readonly nextRef: () => string;
  readonly now: () => number;
  readonly keepMs: number;
}

/**
 * What arrives together for one address is written in one transaction: that it was seen, what it is, and that the user
 * has more to hear. Nothing is read before where a user is named: the conditions of the transaction tell what is so.
 * A write whose answer was lost may come again as `repeated`: its notification was in the same transaction.
 */
export function createAppend({ access, inbox, threads, tombstones, nextRef, now, keepMs }: AppendDeps) {
  const { transact } = access;

  const putSeen = ({ arrival }: Entry): Write => ({
    kind: 'put',
    item: { ...seenKey(arrival.id), expires: seconds(now() + keepMs) },
    condition: 'attribute_not_exists(pk) OR expires <= :now',
    values: { now: seconds(now()) },
  });

  /**
   * Writes entries with what goes before them, without those that were seen before. The refusals of `first`, if any.
   */
  async function write(
    entries: readonly Entry[],
    first: () => readonly Write[],
    put: (entry: Entry) => Write,
    tell: (entry: Entry, delivery: Delivery) => void,
  ) {
    let left = entries;
    for (;;) {
      const before = first();
      const refused = await transact([...before, ...left.flatMap((entry) => [putSeen(entry), put(entry)])]);
      if (!refused) return { written: left, left: [], refused: undefined };
      const isRepeated = (_: Entry, index: number) => refused[before.length + 2 * index] !== undefined;
      const repeated = left.filter(isRepeated);
      for (const entry of repeated) tell(entry, { outcome: 'repeated' });
      left = left.filter((entry) => !repeated.includes(entry));
      const others = refused.slice(0, before.length);
      if (left.length === 0) return { written: [], left, refused: undefined };
      if (others.some((refusal) => refusal)) return { written: [], left, refused: others };
    }
  }

  /** Puts entries into a user's inbox; those that are left name no user we know. */
  async function store(key: string, entries: readonly Entry[], tell: Tell): Promise<readonly Entry[]> {
    let left = entries;
    let known: NotificationItem | undefined;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const first = () => [askWrite(key, askingOf(left), known)];
      const put = ({ ref, body }: Entry) => inbox.put(key, ref, body);
      const result = await write(left, first, put, tell);
      for (const entry of result.written) tell(entry, { outcome: 'stored', key });
      left = result.left;
      if (!result.refused) return left;
      known = result.refused[0]?.item as NotificationItem | undefined;
      if (!known) return left;
    }
    throw new Error('the notification of a user kept changing');
  }

  /** Keeps entries until their thread has an owner. */
  async function park(thread: string, entries: readonly Entry[], absent: readonly string[], tell: Tell) {
    const first = () => [threads.countParked(thread, entries.length), ...absent.map(tombstones.checkNone)];
    const put = ({ ref, body }: Entry): Write => ({
      kind: 'put',
      item: { ...parkedKey(thread, ref), body, expires: seconds(now() + PARKED_MS) },
    });
    const result = await write(entries, first, put, tell);
    for (const entry of result.written) tell(entry, { outcome: 'parked' });
    return result;
  }

  async function ownerOf(names: readonly string[]): Promise<string | undefined> {
    for (const name of names) {
      const owner = await threads.owner(name);
      if (owner !== undefined) return owner;
    }
    return undefined;
  }

  async function deliver({ key, thread, also = [] }: Arrival['to'], entries: readonly Entry[], tell: Tell) {
    const giveUp = () => {
      for (const entry of left) tell(entry, { outcome: 'unknown' });
    };
    let left = key === undefined ? entries : await store(key, entries, tell);
    if (left.length === 0) return;
    if (thread === undefined) return giveUp();
    let gone: string | undefined;
    let absent = [erasedHash(thread)];
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const owner = await ownerOf([thread, ...also]);
      // Its owner is just being erased.
      if (owner !== undefined && owner === gone) return giveUp();
      if (owner !== undefined) {
        left = await store(owner, left, tell);
        if (left.length === 0) return;
        gone = owner;
        continue;
      }
      // Who is named and unknown is not ours: no owner will come.
      if (key !== undefined) return giveUp();
      const parked = await park(thread, left, absent, tell);
      left = parked.left;
      if (!parked.refused) return;
      const [, ofThread] = parked.refused;
      if (ofThread) {
        const tombstone = (ofThread.item ?? {}) as TombstoneItem;
        if (await tombstones.ownerErased(tombstone)) return giveUp();
        // Its owner is back, without the thread: it has no owner, for as long as they stay.
        absent = [String(tombstone.owner_hash)];
      }
    }
    throw new Error('the owner of a thread kept changing');
  }

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

type Tell = (entry: Entry, delivery: Delivery) => void;

function askingOf(entries: readonly Entry[]) {
  const times = entries.flatMap(({ arrival }) =>
    arrival.notificationAt === undefined ? [] : [arrival.notificationAt],
  );
  return { arrived: entries.length, asks: times.length, at: Math.trunc(Math.min(...times)) };
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
