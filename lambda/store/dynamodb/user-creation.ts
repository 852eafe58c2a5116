import { randomInt } from 'node:crypto';
import { NEW_CONVERSATION } from '../../conversation/conversation';
import type { ChannelIdentity, Subscription } from '../../conversation/ports/store';
import { toStored } from '../../conversation/stored-conversation';
import { firstNumber } from '../notification-policy';
import type { Seal } from '../seal';
import type { Access } from './access';
import { MUTED } from './asking';
import { pack } from './codec';
import type { Eraser } from './erase';
import { notificationKey, speakerKey, userKey } from './keys';
import type { Tombstones } from './tombstones';
import type { UserItem } from './user-item';
import type { Updated, Write } from './writes';

/** A user who was erased and comes back begins with no version that a turn from before still holds. */
const MAX_FIRST_VERSION = 2 ** 31;

export interface UserCreationDeps {
  readonly access: Access;
  readonly tombstones: Tombstones;
  readonly eraser: Eraser;
  readonly seal: Seal;
}

/** Makes users known, and notes where they are. */
export function createUserCreation({ access: { transact, update }, tombstones, eraser, seal }: UserCreationDeps) {
  /**
   * Makes a user known, or does nothing where they are. An erase that is still going on is finished before: what is
   * left of the user must not come back with them.
   *
   * @param tombstone what the transaction does with the tombstone of an erased user; that may refuse it
   * @returns whether the tombstone was in the way
   */
  async function create(
    key: string,
    identity: ChannelIdentity,
    tombstone: Write,
    subscription?: Subscription,
  ): Promise<boolean> {
    const { userId, locale, apiEndpoint, account } = identity;
    const speaksFor = account === key ? undefined : account;
    const number = firstNumber();
    const user: UserItem = {
      user_id: seal.seal(userId, key),
      user_locale: locale,
      api_endpoint: apiEndpoint,
      account,
      doc: pack(toStored(NEW_CONVERSATION)),
      version: randomInt(MAX_FIRST_VERSION),
      subscribed: subscription?.subscribed,
      subscribed_at: subscription?.at,
    };
    const notificationState = { arrived: number, asks: 0, claimed_asks: 0, notice: number, attempts: 0 };
    const muted = subscription?.subscribed === false ? { muted: MUTED } : {};
    const isNew = 'attribute_not_exists(pk)';
    const refused = await transact([
      tombstone,
      { kind: 'put', item: { ...userKey(key), ...user }, condition: isNew },
      { kind: 'put', item: { ...notificationKey(key), ...notificationState, ...muted }, condition: isNew },
      ...(speaksFor === undefined ? [] : [speakerOf(speaksFor, key), tombstones.checkNotErasing(speaksFor)]),
    ]);
    if (refused?.[4]) await eraser.finish(speaksFor ?? key);
    return refused?.[0] !== undefined;
  }

  async function move(key: string, { locale, apiEndpoint }: ChannelIdentity): Promise<Updated<UserItem>> {
    return update<UserItem>({
      key: userKey(key),
      set: `SET user_locale = :locale${apiEndpoint === undefined ? ' REMOVE api_endpoint' : ', api_endpoint = :endpoint'}`,
      condition: 'attribute_exists(pk)',
      values: { locale, ...(apiEndpoint !== undefined && { endpoint: apiEndpoint }) },
      returning: true,
    });
  }

  return { create, move };
}

export type UserCreation = ReturnType<typeof createUserCreation>;

function speakerOf(account: string, key: string): Write {
  return { kind: 'put', item: speakerKey(account, key) };
}
