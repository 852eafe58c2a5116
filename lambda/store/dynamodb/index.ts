import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Store, StoreOptions } from '../../conversation/ports/store';
import { AloudError } from '../../errors';
import { createSeal } from '../seal';
import { createAccess } from './access';
import { createAppend } from './append';
import type { NotificationItem } from './asking';
import { createCaptures } from './capture';
import { createClient } from './client';
import { createDelivery } from './delivery';
import { createEraser } from './erase';
import { storeError } from './errors';
import { createInboxReader, wordOf } from './inbox';
import { createRefs, notificationKey, PACE_KEY, userOf } from './keys';
import { createLines } from './lines';
import { createNotifications } from './notifications';
import { createAnswered } from './sayings';
import { createThreads } from './threads';
import { createTombstones } from './tombstones';
import { createUnmatched } from './unmatched';
import { createUsage } from './usage';
import { createUsers } from './users';
import { createWords } from './words';

const DAY_MS = 24 * 60 * 60_000;

export interface DynamoOptions extends StoreOptions {
  /**
   * Closed with the store. Default: one whose region, endpoint and credentials are where the AWS SDK looks for them.
   */
  readonly client?: DynamoDBClient;
  /**
   * How long one request may take, in milliseconds, however often it is tried. Default: 4500, as the user of a turn is
   * answered after eight seconds or not at all.
   */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 4500;

/**
 * The store in one DynamoDB table, for AWS Lambda and for several servers. What two could do at once is a
 * write with a condition (optimistic locking) or a transaction; nothing is ever scanned.
 *
 * @param table its name; `npm run table` makes one
 */
export function openDynamo(
  table: string,
  { secret, days = 7, now = Date.now, timeoutMs = TIMEOUT_MS, ...options }: DynamoOptions,
): Store {
  const keepMs = days * DAY_MS;
  const client = options.client ?? createClient();
  const access = createAccess(client, { table, timeoutMs });
  const nextRef = createRefs(now);
  const tombstones = createTombstones(access);
  const eraser = createEraser({ access, now, keepMs });
  const inbox = createInboxReader(access, { now, keepMs });
  const seal = createSeal(secret);
  const users = createUsers({ access, inbox, tombstones, eraser, seal, now });
  const threads = createThreads({ access, inbox, nextRef, now });
  const deliver = createDelivery({ transact: access.transact, inbox, threads, tombstones, now, keepMs });
  const answered = createAnswered(access);
  const append = createAppend({ deliver, nextRef });
  const notifications = createNotifications({ access, nextRef, now, keepMs });
  const lines = createLines(access, now);
  const words = createWords(access);
  const usage = createUsage(access, now);
  const unmatched = createUnmatched(access, { seal, now });
  const captures = createCaptures(access, nextRef, now);
  const { work, close } = createGate(table, client);

  return {
    open: (key, identity, limit = 0) => work('read a user', () => users.open(key, identity, limit)),
    find: (key) => work('read a user', () => users.find(key)),
    save: (key, conversation, version, saving = {}) =>
      work('save a conversation', () => users.save(key, conversation, version, saving)),
    append: (arrivals) => work('write to an inbox', () => append(arrivals)),
    answered: (arrivals, at) => work('write to an inbox', () => answered(arrivals, at)),
    unread: (key, limit, since) => work('read an inbox', () => inbox.unread(key, limit, since)),
    changes: (keys) =>
      work('read', async () => {
        const items = await access.getAll<Pick<NotificationItem, 'arrived'>>(
          [...new Set(keys)].map(notificationKey),
          'pk, sk, arrived',
        );
        const words = new Map(items.map((item) => [userOf(item), wordOf(item)]));
        return keys.map((key) => words.get(key) ?? '');
      }),
    link: (thread, key) => work('link a thread', () => threads.link(thread, key)),
    // DynamoDB deletes by itself what has expired, some days late at worst; nothing expired is read.
    sweep: () => work('sweep', () => eraser.sweep()),
    subscribe: (key, identity, subscription) =>
      work('write a subscription', () => users.subscribe(key, identity, subscription)),
    standing: (key) => work('read a user', () => users.standing(key)),
    claimNotifications: (claim) => work('claim notifications', () => notifications.claim(claim)),
    settleNotification: (notification, result) =>
      work('settle a notification', () => notifications.settle(notification, result)),
    deadLetters: (limit) => work('read dead letters', () => notifications.deadLetters(limit)),
    nextNotification: () => work('read notifications', () => notifications.next()),
    pendingNotifications: () => work('count notifications', () => notifications.pending()),
    claimWords: (claim) => work('claim queued words', () => words.claim(claim)),
    nextWords: () => work('read queued words', () => words.next()),
    erase: (key) =>
      work('erase a user', async () => {
        await eraser.erase(key);
        await captures.end();
      }),
    beginCapture: (state, expires) => work('begin a capture', () => captures.begin(state, expires)),
    capture: () => work('read a capture', () => captures.state()),
    keepCaptured: (state, entry) => work('keep what was captured', () => captures.keep(state, entry)),
    captured: () => work('read a capture', () => captures.all()),
    endCapture: () => work('end a capture', () => captures.end()),
    takePlace: (request) => work('take a place', () => lines.takePlace(request)),
    count: (scope, counts) => work('count', () => usage.count(scope, counts)),
    counts: (scope) => work('read counts', () => usage.counts(scope)),
    keepUnmatched: (skill, all, days) => work('keep unmatched answers', () => unmatched.keep(skill, all, days)),
    unmatched: (skill) => work('read unmatched answers', () => unmatched.all(skill)),
    ready: () => work('read', async () => void (await access.get(PACE_KEY))),
    close,
  };
}

/** Runs what is asked of the store, and makes coded errors of what goes wrong. Closing waits for what is running. */
function createGate(table: string, client: DynamoDBClient) {
  const running = new Set<Promise<unknown>>();
  let isClosed = false;

  async function attempt<T>(what: string, ask: () => Promise<T>): Promise<T> {
    if (isClosed) throw new AloudError('ALOUD_STORE_UNAVAILABLE', `cannot ${what}: the store is closed`);
    try {
      return await ask();
    } catch (error) {
      const region = await client.config.region().catch(() => undefined);
      throw storeError(what, error, { table, region });
    }
  }

  return {
    work<T>(what: string, ask: () => Promise<T>): Promise<T> {
      const result = attempt(what, ask);
      const ended = result.then(
        () => {},
        () => {},
      );
      running.add(ended);
      void ended.then(() => running.delete(ended));
      return result;
    },
    async close(): Promise<void> {
      isClosed = true;
      await Promise.all(running);
      client.destroy();
    },
  };
}
