import { createAlexaApiClient } from '../../lambda/amazon/api-client';
import { createTokenSource } from '../../lambda/amazon/login-with-amazon';
import { createProactiveEvents, type ProactiveEvents } from '../../lambda/amazon/proactive-events';
import { createInbox } from '../../lambda/conversation/inbox';
import type { Sender } from '../../lambda/conversation/message';
import type { DueNotification, Store } from '../../lambda/conversation/ports/store';
import { createNotifier, type NotifierOptions } from '../../lambda/notifications/notifier';
import { openSqlite } from '../../lambda/store/sqlite';
import {
  NO_TELEMETRY,
  type NotificationOutcome,
  type NotificationProgress,
  type Telemetry,
} from '../../lambda/telemetry/telemetry';
import { type Amazon, startAmazon } from '../../simulator/amazon';
import { botMessage } from '../support/talk';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const ROSA: Sender = { kind: 'agent', id: '7', name: 'Rosa' };
export const SECRET = 'a secret of at least 32 characters';
const CREDENTIALS = { clientId: 'amzn1.application-oa2-client.1', clientSecret: 'a+b/c&d=e' };

/** The Alexa id of one of our users. */
export const idOf = (user: string) => `amzn1.ask.account.${user.toUpperCase()}`;

/** A notifier that has not come to an end by then does not come to one: what was seen until then tells why. */
const LONGEST_PASS_MS = 8000;

export interface SceneOptions extends Partial<Omit<NotifierOptions, 'store' | 'skills'>> {
  /** Default: in memory. */
  readonly path?: string;
  readonly amazon?: Amazon;
  readonly wrapClient?: (client: ProactiveEvents) => ProactiveEvents;
  readonly wrapStore?: (store: Store) => Store;
  /** What the skill believes its secret to be. */
  readonly clientSecret?: string;
}

/** A store, a notifier and the simulated Amazon, with a clock that a test moves. */
export async function setScene(options: SceneOptions = {}) {
  const { path = ':memory:', wrapClient = (client) => client, wrapStore = (store) => store, ...rest } = options;
  const clock = { now: 1_800_000_000_000 };
  const now = rest.now ?? (() => clock.now);
  const amazon = rest.amazon ?? (await startAmazon({ ...CREDENTIALS, now }));
  const real = openSqlite(path, { secret: SECRET, now });
  const outcomes: NotificationOutcome[] = [];
  const errors: string[] = [];
  const progress: NotificationProgress[] = [];
  const telemetry: Telemetry = {
    ...NO_TELEMETRY,
    notification: ({ outcome }) => outcomes.push(outcome),
    notificationProgress: (told) => progress.push(told),
    error: (error) => errors.push((error as { code?: string; message: string }).code ?? String(error)),
  };
  const credentials = { ...CREDENTIALS, ...(rest.clientSecret !== undefined && { clientSecret: rest.clientSecret }) };
  const random = () => 0;
  const tokens = createTokenSource({ url: amazon.lwaUrl, ...credentials, telemetry, now, random });
  const apiClient = createAlexaApiClient({ baseUrl: amazon.apiUrl, timeoutMs: 5000 });
  const client = wrapClient(createProactiveEvents({ apiClient, tokens, stage: 'live', now }));
  const inbox = createInbox({ store: real, platform: 'botdistrikt', onError() {}, notifications: true, now });

  /** Ends a pass where there is nothing left to do: nothing is due, or nothing may be sent. */
  let endPass = () => {};
  let looked = false;
  const watched: Store = {
    ...real,
    async claimNotifications(claim) {
      looked = true;
      const due = await real.claimNotifications(claim);
      if (due.length === 0) endPass();
      return due;
    },
    async pendingNotifications() {
      if (!looked) endPass();
      looked = false;
      return real.pendingNotifications();
    },
  };
  const notifier = createNotifier({
    store: wrapStore(watched),
    skills: [{ client, name: 'Bluebell Dental', telemetry: rest.telemetry ?? telemetry, owns: () => true }],
    paceMs: 0,
    telemetry,
    progressMs: 0,
    idleMs: 5,
    now,
    random,
    ...rest,
  });

  return {
    clock,
    store: real,
    amazon,
    notifier,
    inbox,
    client,
    outcomes,
    errors,
    progress,
    /** Makes users known, who allow notifications and have said so. */
    async users(...names: readonly string[]): Promise<void> {
      for (const name of names) {
        amazon.events.permit(idOf(name));
        await real.subscribe(name, { userId: idOf(name), locale: 'en-US' }, { subscribed: true, at: now() });
      }
    },
    /** Something comes for a user by webhook. */
    async bring(user: string, text: string, from: Sender = { kind: 'broadcast' }): Promise<void> {
      const message = { ...botMessage(text), id: `${user} ${from.name} ${text}`, from, sentAt: now() };
      await inbox.receive([{ kind: 'message', to: { key: user }, message }]);
    },
    /** Lets the notifier do all there is to do at this moment. */
    async pass(): Promise<void> {
      const stop = new AbortController();
      looked = true;
      endPass = () => stop.abort();
      const end = setTimeout(endPass, LONGEST_PASS_MS);
      await notifier.run(stop.signal);
      clearTimeout(end);
    },
    /** What a user is told on "read my notifications". */
    told: (user: string) => amazon.events.read(idOf(user)),
    /** Takes what is due as another process would that then dies. */
    claim: (leaseMs = MINUTE, limit = 100): Promise<readonly DueNotification[]> =>
      real.claimNotifications({ now: now(), limit, leaseMs, paceMs: 0 }),
    async close(): Promise<void> {
      await Promise.all([tokens.close(), apiClient.close()]);
      await real.close();
      if (!rest.amazon) await amazon.close();
    },
  };
}

export type Scene = Awaited<ReturnType<typeof setScene>>;
