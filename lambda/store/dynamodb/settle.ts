import type { DueNotification, NotificationResult } from '../../conversation/ports/store';
import { type Settling, settlingOf } from '../notification-policy';
import type { Access } from './access';
import { DEAD_LETTERS, type NotificationItem } from './asking';
import type { Attributes } from './expressions';
import { deadLetterKey, notificationKey } from './keys';
import { seconds } from './tombstones';

export interface SettleDeps {
  readonly access: Access;
  readonly nextRef: () => string;
  readonly now: () => number;
  readonly keepMs: number;
}

/** Tells what became of a notification, in one write where nothing more was asked for meanwhile. */
export function createSettle({ access: { update, transact }, nextRef, now, keepMs }: SettleDeps) {
  /** Ends a lease, with another end where more was asked for while the lease ran. */
  async function release({ key: user, lease }: DueNotification, settling: Settling, dueAgain: number): Promise<void> {
    const key = notificationKey(user);
    const { set, values } = countsOf(settling);
    const { refused, item } = await update<NotificationItem>({
      key,
      set: `${set} REMOVE lease, due_at, due_shard`,
      condition: 'lease = :lease AND asks = claimed_asks',
      values: { ...values, lease },
    });
    if (!refused || item?.lease !== lease) return;
    await update({
      key,
      set: `${set}, due_at = :due REMOVE lease`,
      condition: 'lease = :lease',
      values: { ...values, lease, due: dueAgain },
    });
  }

  async function putOff({ key, lease }: DueNotification, settling: Settling): Promise<void> {
    const { set, values } = countsOf(settling);
    const { lease: off, dueAt: due } = settling;
    await update({
      key: notificationKey(key),
      set: off === undefined ? `${set}, due_at = :due REMOVE lease` : `${set}, lease = :off, due_at = :due`,
      condition: 'lease = :lease',
      values: { ...values, ...(off !== undefined && { off }), due, lease },
    });
  }

  async function giveUp({ key, lease }: DueNotification, settling: Settling, at: number, reason: string) {
    const { set, values } = countsOf(settling);
    const letter = { due_shard: DEAD_LETTERS, due_at: Math.trunc(at), reason, expires: seconds(now() + keepMs) };
    await transact([
      {
        kind: 'update',
        key: notificationKey(key),
        set: `${set} REMOVE lease, due_at, due_shard`,
        condition: 'lease = :lease',
        values: { ...values, lease },
      },
      { kind: 'put', item: { ...deadLetterKey(key, nextRef()), ...letter } },
    ]);
  }

  return async function settle(notification: DueNotification, result: NotificationResult): Promise<void> {
    const settling = settlingOf(result);
    if (result.kind === 'dead') await giveUp(notification, settling, result.at, result.reason);
    else if (settling.dueAgainAt === undefined) await putOff(notification, settling);
    else await release(notification, settling, settling.dueAgainAt);
  };
}

/** The counts that a notification goes on with. */
function countsOf({ counts, attempts, sentAt }: Settling): { readonly set: string; readonly values: Attributes } {
  return {
    set: [
      `SET attempts = ${attempts === 'none' ? '' : 'attempts + '}:attempts`,
      ...(counts ? ['notice = notice + :one'] : []),
      ...(sentAt === undefined ? [] : ['sent_at = :sent']),
    ].join(', '),
    values: {
      attempts: attempts === 'none' ? 0 : attempts.more,
      ...(counts && { one: 1 }),
      ...(sentAt !== undefined && { sent: sentAt }),
    },
  };
}
