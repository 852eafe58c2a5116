import type { PlatformEvent } from './ports/platform';
import type { Signal } from './ports/signal';
import type { Arrival, Delivery, InboxItem, Store, Unread } from './ports/store';

/** More wait for the next turn. */
export const READ_AT_ONCE = 30;
/** Milliseconds between two looks whether another process has received something for anybody who waits. */
const POLL_MS = 150;
/** Where a look is dear, the next comes when this share of the wait has passed again, and after so many milliseconds at most. */
const POLL_SHARE = 0.25;
const MOST_POLL_MS = 1000;
/** A timer cannot be set for longer than some days. */
const LONGEST_WAIT_MS = 60_000;
const SWEEP_EVERY_MS = 10 * 60_000;
/** What people write together is announced together; the bot may be answering a turn that is still waiting. */
const NOTIFICATION_AFTER_MS = { agent: 5000, broadcast: 5000, bot: 6000 } as const;

/** What comes for users, from webhooks and from sends that came back late; and the waiters that it wakes. */
export interface Inbox {
  /** Puts what a webhook tells on disk, then wakes who waits for it. */
  receive(events: readonly PlatformEvent[]): Promise<readonly Delivery['outcome'][]>;
  /** The webhook that told these was answered well, just now. Never rejects. */
  answered(events: readonly PlatformEvent[]): Promise<void>;
  /** What is there for a user, oldest first; with `since` only what came after that mark. */
  unread(key: string, since?: string): Promise<readonly Unread[]>;
  /** Hands over what came for a thread before anybody knew whose it is. */
  link(thread: string, key: string): Promise<void>;
  /** Deletes what is too old, if that was not done just now. */
  sweep(): Promise<void>;
  /**
   * Waits for what comes for one user. It must be closed again.
   *
   * @param word of the user as they were opened: what has come since wakes, and nothing else. Absent: the first look does
   * @param fromMs where looks are dear, none is worth it before, unless something is expected
   */
  listen(key: string, word?: string, fromMs?: number): Waiter;
}

export interface Waiter {
  /** Resolves when something may have come since the last call, or at the latest after `ms`, or with the signal. */
  wait(ms: number, signal: Signal): Promise<void>;
  /** Told, without a wait, whenever something may have come: the last that was given, until none is. A wait hears of it as well. */
  onComing(listener: (() => void) | undefined): void;
  /** Something is on its way now. */
  expect(): void;
  /** Ends a wait, too. Safe to repeat. */
  close(): void;
}

export interface InboxOptions {
  readonly store: Store;
  /** Keeps the ids of one platform apart from another's. */
  readonly platform: string;
  /**
   * How often it is looked whether another process has received something, in milliseconds, where a look is dear: at first, and
   * the longer somebody waits the more seldom. Default: every 150 ms.
   */
  readonly pollMs?: number;
  /** Told of errors that nobody who waits need hear about. */
  readonly onError: (error: unknown, where: string) => void;
  /** Whether users are told by notifications of what comes while they are away. */
  readonly notifications?: boolean;
  /** Told when a notification has become due, at which time (epoch milliseconds). */
  readonly onNotification?: (at: number) => void;
  readonly now?: () => number;
}

export function createInbox({
  store,
  platform,
  pollMs,
  onError,
  notifications = false,
  onNotification,
  now = Date.now,
}: InboxOptions): Inbox {
  const waiting = new Map<string, Waiters>();
  let sweptAt = Number.NEGATIVE_INFINITY;
  let watch: NodeJS.Timeout | undefined;
  let looking = false;

  /** One look for all who wait. A store that fails wakes everybody: they look, and hear of it. */
  async function lookAround(): Promise<void> {
    if (looking) return;
    const at = performance.now();
    const all = [...waiting].filter(([, waiters]) => isDue(waiters, at, pollMs));
    if (all.length === 0) return;
    looking = true;
    const words = await store.changes(all.map(([key]) => key)).catch(() => []);
    looking = false;
    for (const [index, [, waiters]] of all.entries()) {
      waiters.lookedAt = at;
      if (words[index] === undefined || words[index] !== waiters.seen) wakeAll(waiters);
      waiters.seen = words[index];
    }
  }

  async function sweepNowAndThen(): Promise<void> {
    // A clock may be set back.
    if (Math.abs(now() - sweptAt) < SWEEP_EVERY_MS) return;
    sweptAt = now();
    await store.sweep().catch((error: unknown) => onError(error, 'sweep'));
  }

  return {
    async receive(events) {
      const at = now();
      const arrivals = events.map((event) => toArrival(event, platform, notifications ? at : undefined));
      const deliveries = await store.append(arrivals, at);
      for (const [index, delivery] of deliveries.entries()) {
        if (delivery.outcome !== 'stored') continue;
        wakeAll(waiting.get(delivery.key));
        const notificationAt = arrivals[index]?.notificationAt;
        if (notificationAt !== undefined) onNotification?.(notificationAt);
      }
      await sweepNowAndThen();
      return deliveries.map(({ outcome }) => outcome);
    },
    async answered(events) {
      const arrivals = events
        .filter(({ byContent }) => byContent)
        .map((event) => toArrival(event, platform, undefined));
      await store.answered(arrivals, now()).catch((error: unknown) => onError(error, 'webhook'));
    },
    sweep: sweepNowAndThen,
    unread: async (key, since) => notFromTheFuture(await store.unread(key, READ_AT_ONCE, since), now()),
    async link(thread, key) {
      await store.link(scoped(platform, thread), key);
      wakeAll(waiting.get(key));
    },
    listen(key, word, fromMs = 0) {
      const waiter = createWaiter();
      const at = performance.now();
      const waiters = waiting.get(key) ?? { wakeUps: new Set(), seen: word, since: at, lookedAt: at + fromMs };
      // What one of them knows the other may not.
      if (word !== undefined && word !== waiters.seen) waiters.seen = undefined;
      waiting.set(key, waiters);
      waiters.wakeUps.add(waiter.wakeUp);
      watch ??= setInterval(lookAround, pollMs ?? POLL_MS);
      return {
        wait: waiter.wait,
        onComing: waiter.onComing,
        expect: () => expectNow(waiters),
        close() {
          waiters.wakeUps.delete(waiter.wakeUp);
          waiter.onComing(undefined);
          waiter.wakeUp();
          if (waiters.wakeUps.size === 0 && waiting.get(key) === waiters) waiting.delete(key);
          if (waiting.size > 0) return;
          clearInterval(watch);
          watch = undefined;
        },
      };
    },
  };
}

/** How far a vendor's clock may be ahead of ours, in milliseconds. */
const AHEAD_MS = 5 * 60_000;

/**
 * The same items, none later than now: where a vendor gives no time, it is that of the process which took it, and its clock may
 * have been wrong. Nobody reads with such a clock, as Alexa's requests are refused by it.
 */
export function notFromTheFuture(items: readonly Unread[], now: number): readonly Unread[] {
  const isAhead = (at: number) => at > now + AHEAD_MS;
  return items.map((unread) => {
    const { ref, item } = unread;
    if (item.kind === 'closed') return isAhead(item.at) ? { ref, item: { ...item, at: now } } : unread;
    const { message } = item;
    return isAhead(message.sentAt) ? { ref, item: { ...item, message: { ...message, sentAt: now } } } : unread;
  });
}

const NO_REFS: ReadonlySet<string> = new Set();

/** The items' refs. */
export function refsOf(items: readonly Unread[]): ReadonlySet<string> {
  return items.length === 0 ? NO_REFS : new Set(items.map(({ ref }) => ref));
}

/** One user's turns that wait, and the store's last word on whether something has come for them. */
interface Waiters {
  readonly wakeUps: Set<() => void>;
  seen: string | undefined;
  /** Since when nothing has come, and when was looked last, as `performance.now()` counts. */
  since: number;
  lookedAt: number;
}

/** Whether it is time to look for them, of all the times at which somebody is looked for. */
function isDue({ since, lookedAt }: Waiters, at: number, pollMs: number | undefined): boolean {
  if (pollMs === undefined) return true;
  const wait = Math.min(Math.max(pollMs, (lookedAt - since) * POLL_SHARE), MOST_POLL_MS);
  return at - lookedAt >= wait - pollMs / 2;
}

function expectNow(waiters: Waiters): void {
  waiters.since = performance.now();
  waiters.lookedAt = Math.min(waiters.lookedAt, waiters.since);
}

/** More may follow at once. */
function wakeAll(waiters: Waiters | undefined): void {
  if (!waiters) return;
  expectNow(waiters);
  for (const wakeUp of waiters.wakeUps) wakeUp();
}

function createWaiter(): Pick<Waiter, 'wait' | 'onComing'> & { wakeUp(): void } {
  let isAwake = false;
  let wake = () => {};
  let tell: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    wakeUp() {
      isAwake = true;
      wake();
      tell?.();
    },
    onComing(listener) {
      tell = listener;
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          wake = () => {};
          isAwake = false;
          resolve();
        };
        if (isAwake || signal.aborted) return end();
        wake = end;
        timer = setTimeout(end, Math.min(ms, LONGEST_WAIT_MS));
        signal.addEventListener('abort', end);
      }),
  };
}

function toArrival(event: PlatformEvent, platform: string, now: number | undefined): Arrival {
  const { key, thread, also } = event.to;
  const to = {
    key,
    ...(thread !== undefined && { thread: scoped(platform, thread) }),
    ...(also && { also: also.map((name) => scoped(platform, name)) }),
  };
  const id = scoped(platform, event.kind === 'message' ? event.message.id : event.id);
  const item: InboxItem =
    event.kind === 'message'
      ? { kind: 'message', message: event.message }
      : { kind: 'closed', at: event.at, ...(!also && { thread }) };
  const arrival = { id, to, item, ...(event.byContent && { byContent: true as const }) };
  if (now === undefined || event.kind !== 'message') return arrival;
  return { ...arrival, notificationAt: now + NOTIFICATION_AFTER_MS[event.message.from.kind] };
}

function scoped(platform: string, id: string): string {
  return `${platform}:${id}`;
}
