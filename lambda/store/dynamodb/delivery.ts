import { type Arrival, type Delivery, PARKED_MS } from '../../conversation/ports/store';
import { dueWhenFreed } from '../../conversation/queued-words';
import { markRepetition, type Saying } from '../saying';
import { askWrite, type NotificationItem } from './asking';
import { type Packed, pack } from './codec';
import type { InboxReader } from './inbox';
import { erasedHash, parkedKey, seenKey } from './keys';
import { putSaying, type SayingItem, toSaying } from './sayings';
import type { Threads } from './threads';
import { seconds, type TombstoneItem, type Tombstones } from './tombstones';
import { freeWrite, unlessQueued } from './words';
import type { Write, Writes } from './writes';

/** Each further try has another reason than the one before: an owner who has just come, or gone. */
const MOST_TRIES = 10;

/** An arrival on its way to the table. */
export interface Entry {
  readonly index: number;
  readonly arrival: Arrival;
  readonly ref: string;
  readonly body: Packed;
  /** When the same content came last, where the id is made of nothing else and it has. */
  readonly last?: Saying;
}

/** Told what became of an entry. */
export type Tell = (entry: Entry, delivery: Delivery) => void;

export interface DeliveryDeps {
  readonly transact: Writes['transact'];
  readonly inbox: InboxReader;
  readonly threads: Threads;
  readonly tombstones: Tombstones;
  readonly now: () => number;
  readonly keepMs: number;
}

/**
 * What arrives together for one address is written in one transaction: that it was seen, what it is, and that the user
 * has more to hear. Nothing is read before where a user is named: the conditions of the transaction tell what is so.
 * A write whose answer was lost may come again as `repeated`: its notification was in the same transaction.
 */
export function createDelivery(deps: DeliveryDeps) {
  const { inbox, threads, tombstones, now } = deps;
  const write = createWrite(deps);

  /** Puts entries into a user's inbox; those that are left name no user we know. */
  async function store(key: string, entries: readonly Entry[], tell: Tell): Promise<readonly Entry[]> {
    let left = entries;
    let known: NotificationItem | undefined;
    let isFree = false;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const first = () => {
        const ask = askWrite(key, askingOf(left), known);
        if (!known?.queued) return [unlessQueued(ask)];
        return isFree ? [ask] : [ask, freeWrite(key, dueWhenFreed(now()))];
      };
      const put = ({ ref, body }: Entry) => inbox.put(key, ref, body);
      const result = await write(left, first, put, tell);
      for (const entry of result.written) tell(entry, { outcome: 'stored', key });
      left = result.left;
      if (!result.refused) return left;
      const [ofNotification, ofWords] = result.refused;
      // Nothing is queued any more, or it is due before.
      isFree = ofWords !== undefined;
      if (ofNotification) known = ofNotification.item as NotificationItem | undefined;
      if (!known) return left;
    }
    throw new Error('the notification of a user kept changing');
  }

  /** Keeps entries until their thread has an owner. */
  async function park(thread: string, entries: readonly Entry[], absent: string, tell: Tell) {
    const first = () => [threads.countParked(thread, entries.length), tombstones.checkNone(absent)];
    const put = ({ ref, body }: Entry): Write => ({
      kind: 'put',
      item: { ...parkedKey(thread, ref), body, expires: seconds(now() + PARKED_MS) },
    });
    const result = await write(entries, first, put, tell);
    for (const entry of result.written) tell(entry, { outcome: 'parked' });
    return result;
  }

  /** The owner of the first of these threads that has one. */
  async function ownerOf([name, ...others]: readonly [string, ...string[]]): ReturnType<Threads['owner']> {
    const found = await threads.owner(name);
    const [next, ...rest] = others;
    return found.owner === undefined && next !== undefined ? ownerOf([next, ...rest]) : found;
  }

  return async function deliver(to: Arrival['to'], entries: readonly Entry[], tell: Tell): Promise<void> {
    const { key, thread, also = [] } = to;
    const giveUp = () => {
      for (const entry of left) tell(entry, { outcome: 'unknown' });
    };
    let left = key === undefined ? entries : await store(key, entries, tell);
    if (left.length === 0) return;
    if (thread === undefined) return giveUp();
    let gone: string | undefined;
    let absent = erasedHash(thread);
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const { owner, noteUse } = await ownerOf([thread, ...also]);
      // Its owner is just being erased.
      if (owner !== undefined && owner === gone) return giveUp();
      if (owner !== undefined) {
        left = await store(owner, left, tell);
        await noteUse();
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
        absent = String(tombstone.owner_hash);
      }
    }
    throw new Error('the owner of a thread kept changing');
  };
}

function createWrite({ transact, now, keepMs }: DeliveryDeps) {
  const putSeen = ({ arrival, last }: Entry): Write =>
    arrival.byContent
      ? putSaying(arrival, last)
      : {
          kind: 'put',
          item: { ...seenKey(arrival.id), expires: seconds(now() + keepMs) },
          // Known until DynamoDB has deleted it, by AWS's clock: ours may be wrong.
          condition: 'attribute_not_exists(pk)',
        };

  /**
   * Writes entries with what goes before them, without those that were seen before. The refusals of `first`, if any.
   */
  return async function write(
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
      const seen = new Map(left.map((entry, index) => [entry, refused[before.length + 2 * index]]));
      const repeated = left.filter((entry) => seen.get(entry) && !entry.arrival.byContent);
      for (const entry of repeated) tell(entry, { outcome: 'repeated' });
      left = left
        .filter((entry) => !repeated.includes(entry))
        .map((entry) => (seen.get(entry) ? comeAgain(entry, seen.get(entry)?.item as SayingItem | undefined) : entry));
      const others = refused.slice(0, before.length);
      if (left.length === 0) return { written: [], left, refused: undefined };
      if (others.some((refusal) => refusal)) return { written: [], left, refused: others };
    }
  };
}

/** The same content has come before: it is written after that, and marked where it may be a repetition. */
function comeAgain(entry: Entry, item: SayingItem | undefined): Entry {
  const last = item && toSaying(item);
  return { ...entry, last, body: pack(markRepetition(entry.arrival.item, last)) };
}

function askingOf(entries: readonly Entry[]) {
  const times = entries.flatMap(({ arrival }) =>
    arrival.notificationAt === undefined ? [] : [arrival.notificationAt],
  );
  return { arrived: entries.length, asks: times.length, at: Math.trunc(Math.min(...times)) };
}
