import { randomInt, randomUUID } from 'node:crypto';
import { type Conversation, NEW_CONVERSATION } from '../../conversation/conversation';
import type {
  ChannelIdentity,
  OpenedUser,
  SaveOptions,
  Standing,
  StoredUser,
  Subscription,
} from '../../conversation/ports/store';
import { fromStored, toStored } from '../../conversation/stored-conversation';
import type { Seal } from '../seal';
import { type Access, type Attributes, chunksOf, type Item, TRANSACTION_SIZE, type Write } from './access';
import { askForWaiting, MUTED, mutedWrite, type NotificationItem, PUT_OFF } from './asking';
import { pack, unpack } from './codec';
import type { Eraser } from './erase';
import type { InboxReader } from './inbox';
import { erasedHash, inboxKey, nameOf, notificationKey, speakerKey, userKey, userPartition } from './keys';
import type { Tombstones } from './tombstones';
import type { UserItem } from './user-item';

/** A user who was erased and comes back begins with no number that something from before still holds. */
const MAX_FIRST_NUMBER = 2 ** 31;
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
  const { get, update, transact, deleteAll } = access;
  const read = (key: string) => get<UserItem>(userKey(key));

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
    const number = randomInt(MAX_FIRST_NUMBER);
    const user: UserItem = {
      user_id: seal.seal(userId, key),
      user_locale: locale,
      api_endpoint: apiEndpoint,
      account,
      doc: pack(toStored(NEW_CONVERSATION)),
      version: randomInt(MAX_FIRST_NUMBER),
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

  async function move(key: string, { locale, apiEndpoint }: ChannelIdentity) {
    return update<UserItem>({
      key: userKey(key),
      set: `SET user_locale = :locale${apiEndpoint === undefined ? ' REMOVE api_endpoint' : ', api_endpoint = :endpoint'}`,
      condition: 'attribute_exists(pk)',
      values: { locale, ...(apiEndpoint !== undefined && { endpoint: apiEndpoint }) },
      returning: true,
    });
  }

  async function write(
    key: string,
    conversation: Conversation,
    version: number,
    { taken = [], activeUntil }: SaveOptions,
  ): Promise<boolean> {
    const savedBy = randomUUID();
    const change = {
      key: userKey(key),
      set: `SET doc = :doc, version = :next, saved_by = :by${activeUntil === undefined ? '' : ', active_until = :until'}`,
      condition: 'version = :version',
      values: {
        doc: pack(toStored(conversation)),
        next: version + 1,
        by: savedBy,
        version,
        ...(activeUntil !== undefined && { until: activeUntil }),
      },
    };
    // Refused by what we have written ourselves: the answer to an earlier try was lost.
    const isOurs = (item: Item<Attributes> | Item<UserItem> | undefined) => item?.saved_by === savedBy;
    if (taken.length === 0) {
      const { refused, item } = await update<UserItem>(change);
      return !refused || isOurs(item);
    }
    const [first = [], ...rest] = chunksOf([...new Set(taken)], TRANSACTION_SIZE - 2);
    const refused = await transact([
      { kind: 'update', ...change },
      // The user has come to hear what waits: what comes from now on is worth a notification at once.
      { kind: 'update', key: notificationKey(key), set: 'REMOVE sent_at', condition: 'attribute_exists(pk)' },
      ...first.map((ref): Write => ({ kind: 'delete', key: inboxKey(key, ref) })),
    ]);
    if (refused && !isOurs(refused[0]?.item)) return false;
    // Only "delete all" takes more than a transaction holds. What a dying process leaves is deleted the next time.
    await deleteAll(rest.flat().map((ref) => inboxKey(key, ref)));
    return true;
  }

  /** The user has left, who might have been here until then: a notification that was put off for that is due now. */
  async function left(key: string, until: number): Promise<void> {
    await update({
      key: notificationKey(key),
      set: 'SET due_at = :now REMOVE lease',
      condition: 'lease = :off AND due_at <= :until',
      values: { now: Math.trunc(now()), off: PUT_OFF, until },
    });
  }

  /** Who takes notifications from now on is told of what waits already, and so are the speakers of an account. */
  async function tellOfWaiting(account: string): Promise<void> {
    const speakers = await access.query({ partition: userPartition(account), between: ['S#', 'S#~'], keysOnly: true });
    for (const key of [account, ...speakers.map(nameOf)]) {
      if ((await inbox.unread(key, 1)).length > 0) await askForWaiting(access, key, now());
    }
  }

  function toIdentity(key: string, { user_id, user_locale, api_endpoint, account }: UserItem): ChannelIdentity {
    const identity = { userId: seal.open(user_id, key), locale: user_locale, apiEndpoint: api_endpoint };
    return account === undefined ? identity : { ...identity, account };
  }

  return {
    async open(key: string, identity: ChannelIdentity, limit: number): Promise<OpenedUser> {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const { user: known, unread, mark } = await inbox.look(key, limit);
        if (known && isAt(known, identity)) return { ...toUser(key, known), unread, mark };
        if (known) {
          const { refused, item } = await move(key, identity);
          if (!refused && item) return { ...toUser(key, item), unread, mark };
        } else if (await create(key, identity, tombstones.clear(key))) {
          await eraser.finish(key);
        }
      }
      throw new Error('the user kept being erased');
    },

    async find(key: string): Promise<StoredUser | undefined> {
      const item = await read(key);
      return item && toUser(key, item);
    },

    async identity(key: string): Promise<ChannelIdentity | undefined> {
      const item = await read(key);
      return item && toIdentity(key, item);
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

    async save(key: string, conversation: Conversation, version: number, options: SaveOptions): Promise<boolean> {
      const before = options.activeUntil === 0 ? await get<UserItem>(userKey(key), 'pk, active_until') : undefined;
      const isSaved = await write(key, conversation, version, options);
      if (isSaved && before) await left(key, before.active_until ?? 0);
      return isSaved;
    },

    async subscribe(key: string, identity: ChannelIdentity, subscription: Subscription): Promise<void> {
      const { subscribed, at } = subscription;
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const user = await read(key);
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
    },
  };
}

export type Users = ReturnType<typeof createUsers>;

function speakerOf(account: string, key: string): Write {
  return { kind: 'put', item: speakerKey(account, key) };
}

function isAt({ user_locale, api_endpoint }: UserItem, { locale, apiEndpoint }: ChannelIdentity): boolean {
  return user_locale === locale && api_endpoint === apiEndpoint;
}

function toUser(key: string, item: UserItem): StoredUser {
  const conversation = fromStored(unpack(item.doc));
  return { key, conversation, version: item.version, subscription: toSubscription(item) };
}

function toSubscription({ subscribed, subscribed_at: at = 0 }: UserItem): Subscription | undefined {
  return subscribed === undefined ? undefined : { subscribed, at };
}
