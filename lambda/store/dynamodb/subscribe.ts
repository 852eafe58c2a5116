import type { ChannelIdentity, Subscription } from '../../conversation/ports/store';
import type { Access } from './access';
import { askForWaiting, mutedWrite, type NotificationItem } from './asking';
import type { InboxReader } from './inbox';
import { erasedHash, nameOf, notificationKey, userKey, userPartition } from './keys';
import type { Tombstones } from './tombstones';
import type { UserCreation } from './user-creation';
import { isAt, type UserItem } from './user-item';

const MOST_TRIES = 10;

export interface SubscribeDeps {
  readonly access: Access;
  readonly inbox: InboxReader;
  readonly tombstones: Tombstones;
  readonly creation: UserCreation;
  readonly now: () => number;
}

/** Sets whether users take notifications. */
export function createSubscribe({ access, inbox, tombstones, creation: { create, move }, now }: SubscribeDeps) {
  const { get, transact } = access;

  /** Who takes notifications from now on is told of what waits already, and so are the speakers of an account. */
  async function tellOfWaiting(account: string): Promise<void> {
    const speakers = await access.query({ partition: userPartition(account), between: ['S#', 'S#~'], keysOnly: true });
    for (const key of [account, ...speakers.map(nameOf)]) {
      if ((await inbox.unread(key, 1)).length > 0) await askForWaiting(access, key, now());
    }
  }

  return async function subscribe(key: string, identity: ChannelIdentity, subscription: Subscription): Promise<void> {
    const { subscribed, at } = subscription;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const user = await get<UserItem>(userKey(key));
      if (!user) {
        if (await create(key, identity, tombstones.checkNone(erasedHash(key)), subscription)) return;
        continue;
      }
      if ((user.subscribed_at ?? 0) > at) {
        if (!isAt(user, identity)) await move(key, identity);
        return;
      }
      const known = await get<NotificationItem>(notificationKey(key));
      const { locale, apiEndpoint } = identity;
      const refused = await transact([
        {
          kind: 'update',
          key: userKey(key),
          set: `SET subscribed = :subscribed, subscribed_at = :at, user_locale = :locale${apiEndpoint === undefined ? ' REMOVE api_endpoint' : ', api_endpoint = :endpoint'}`,
          condition: 'attribute_exists(pk) AND (attribute_not_exists(subscribed_at) OR subscribed_at <= :at)',
          values: { subscribed, at, locale, ...(apiEndpoint !== undefined && { endpoint: apiEndpoint }) },
        },
        mutedWrite(key, !subscribed, known),
      ]);
      if (refused) continue;
      if (subscribed && user.subscribed !== true) await tellOfWaiting(key);
      return;
    }
    throw new Error('the subscription kept changing');
  };
}
