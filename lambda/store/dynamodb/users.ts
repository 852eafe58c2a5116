import type { ChannelIdentity, OpenedUser, Standing, StoredUser, Subscription } from '../../conversation/ports/store';
import { fromStored } from '../../conversation/stored-conversation';
import type { Seal } from '../seal';
import type { Access } from './access';
import { unpack } from './codec';
import type { Eraser } from './erase';
import type { InboxReader } from './inbox';
import { userKey } from './keys';
import { createSave } from './save';
import { createSubscribe } from './subscribe';
import type { Tombstones } from './tombstones';
import { createUntold } from './untold';
import { createUserCreation } from './user-creation';
import { isAt, type UserItem } from './user-item';

const MOST_TRIES = 10;

export interface UserDeps {
  readonly access: Access;
  readonly inbox: InboxReader;
  readonly tombstones: Tombstones;
  readonly eraser: Eraser;
  readonly seal: Seal;
  readonly now: () => number;
}

export function createUsers({ access, inbox, tombstones, eraser, seal, now }: UserDeps) {
  const read = (key: string) => access.get<UserItem>(userKey(key));
  const untold = createUntold();
  const creation = createUserCreation({ access, tombstones, eraser, seal });

  function toIdentity(key: string, { user_id, user_locale, api_endpoint, account }: UserItem): ChannelIdentity {
    const identity = { userId: seal.open(user_id, key), locale: user_locale, apiEndpoint: api_endpoint };
    return account === undefined ? identity : { ...identity, account };
  }

  return {
    async open(key: string, identity: ChannelIdentity, limit: number): Promise<OpenedUser> {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const { user: known, wasTold, ...found } = await inbox.look(key, limit);
        if (known && isAt(known, identity)) {
          untold.opened(key, known.version, wasTold);
          return { ...toUser(key, known), ...found };
        }
        if (known) {
          const { refused, item } = await creation.move(key, identity);
          if (!refused && item) return { ...toUser(key, item), ...found };
        } else if (await creation.create(key, identity, tombstones.clear(key))) {
          await eraser.finish(key);
        }
      }
      throw new Error('the user kept being erased');
    },

    async find(key: string): Promise<StoredUser | undefined> {
      const item = await read(key);
      return item && toUser(key, item);
    },

    async standing(key: string): Promise<Standing | undefined> {
      const item = await read(key);
      if (!item) return undefined;
      return {
        identity: toIdentity(key, item),
        conversation: fromStored(unpack(item.doc)),
        subscription: toSubscription(item),
        activeUntil: item.active_until ?? 0,
      };
    },

    save: createSave(access, untold, now),
    subscribe: createSubscribe({ access, inbox, tombstones, creation, now }),
  };
}

export type Users = ReturnType<typeof createUsers>;

function toUser(key: string, item: UserItem): StoredUser {
  const conversation = fromStored(unpack(item.doc));
  return { key, conversation, version: item.version, subscription: toSubscription(item) };
}

function toSubscription({ subscribed, subscribed_at: at = 0 }: UserItem): Subscription | undefined {
  return subscribed === undefined ? undefined : { subscribed, at };
}
