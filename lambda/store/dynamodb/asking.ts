import { createHash } from 'node:crypto';
import { dueAfterAsk } from '../notification-policy';
import type { Access } from './access';
import { notificationKey } from './keys';
import type { Write } from './writes';

/** One user's notification, as their item holds it: the policy's state, and the count of arrivals. */
export interface NotificationItem {
  /** Counts what was put into the inbox: waiting turns poll it. */
  readonly arrived: number;
  readonly asks: number;
  readonly claimed_asks: number;
  /** The number of the notification that is sent next. */
  readonly notice: number;
  readonly attempts: number;
  readonly sent_at?: number;
  readonly lease?: string;
  readonly due_at?: number;
  readonly due_shard?: string;
  /** Something of the user's words is queued: whatever comes may free it. */
  readonly queued?: true;
  /** The user takes none: the shard that asks go to then, which no notifier reads. */
  readonly muted?: string;
}

const MOST_TRIES = 10;

export const MUTED = 'muted';
export const DEAD_LETTERS = 'dead';
export const ERASING = 'erasing';

/** So many writes a second may go to one part of an index. */
const SHARD_COUNT = 8;
export const SHARDS: readonly string[] = Array.from({ length: SHARD_COUNT }, (_, index) => `due-${index}`);

export function shardOf(key: string): string {
  const [byte = 0] = createHash('sha256').update(key).digest();
  return SHARDS[byte % SHARD_COUNT] as string;
}

/** What is put into an inbox in one go. */
export interface Asking {
  readonly arrived: number;
  /** How many of them ask for a notification, and when the first wants it. */
  readonly asks: number;
  readonly at: number;
}

/**
 * The part of a transaction that counts arrivals and asks for a notification. Refused for an unknown user, and where a
 * notification is due later already: then, with `known`, the item as it was, it brings that forward.
 *
 * A user who takes no notifications gets a due time as well, but in a shard that no notifier reads: so nothing has to
 * be read before.
 */
export function askWrite(key: string, { arrived, asks, at }: Asking, known?: NotificationItem): Write {
  const write = { kind: 'update', key: notificationKey(key) } as const;
  const add = 'ADD arrived :arrived, asks :asks';
  if (asks === 0) {
    return { ...write, set: 'ADD arrived :arrived', condition: 'attribute_exists(pk)', values: { arrived } };
  }
  if (known?.due_at === undefined || known.lease !== undefined || known.due_at <= at) {
    return {
      ...write,
      set: `SET due_at = if_not_exists(due_at, :at), due_shard = if_not_exists(muted, :shard) ${add}`,
      condition: 'attribute_exists(pk) AND (attribute_not_exists(due_at) OR due_at <= :at OR attribute_exists(lease))',
      values: { arrived, asks, at, shard: shardOf(key) },
    };
  }
  const { due_at: old, sent_at: sent } = known;
  return {
    ...write,
    set: `SET due_at = :due ${add}`,
    condition: `due_at = :old AND attribute_not_exists(lease) AND ${sent === undefined ? 'attribute_not_exists(sent_at)' : 'sent_at = :sent'}`,
    values: {
      arrived,
      asks,
      old,
      due: dueAfterAsk({ dueAt: old, sentAt: sent }, at),
      ...(sent !== undefined && { sent }),
    },
  };
}

/** Asks for a notification of what waits already. Without effect for an unknown user. */
export async function askForWaiting({ transact }: Access, key: string, at: number): Promise<void> {
  let known: NotificationItem | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const refused = await transact([askWrite(key, { arrived: 0, asks: 1, at: Math.trunc(at) }, known)]);
    known = refused?.[0]?.item as NotificationItem | undefined;
    if (!known) return;
  }
  throw new Error('the notification kept changing');
}

/**
 * The part of a transaction that says whether the user takes notifications. Refused where `known`, the item as it was,
 * is out of date. What was asked for while they took none is forgotten when they take them again.
 */
export function mutedWrite(key: string, isMuted: boolean, known: NotificationItem | undefined): Write {
  const write = { key: notificationKey(key) };
  const values = { muted: MUTED };
  if (isMuted)
    return { ...write, kind: 'update', set: 'SET muted = :muted', condition: 'attribute_exists(pk)', values };
  if (known?.muted === undefined) {
    return { ...write, kind: 'check', condition: 'attribute_exists(pk) AND attribute_not_exists(muted)' };
  }
  if (known.due_shard === MUTED) {
    const set = 'REMOVE muted, due_at, due_shard, lease';
    return { ...write, kind: 'update', set, condition: 'due_shard = :muted', values };
  }
  return {
    ...write,
    kind: 'update',
    set: 'REMOVE muted',
    condition: 'attribute_exists(muted) AND (attribute_not_exists(due_shard) OR due_shard <> :muted)',
    values,
  };
}
