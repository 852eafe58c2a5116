import { setTimeout as delay } from 'node:timers/promises';
import type { Skill } from 'ask-sdk-core';
import type { Config } from './app/config';
import { createBackgroundCalls, NO_BACKGROUND_CALLS } from './conversation/background-calls';
import { createInbox } from './conversation/inbox';
import type { Platform } from './conversation/ports/platform';
import type { Store } from './conversation/ports/store';
import type { Notifications } from './notifications';
import { PLATFORMS } from './platforms';
import { idleMsOf, openStoreAt, pollMsOf } from './store/open';
import type { Telemetry } from './telemetry/telemetry';
import type { Webhooks } from './webhooks/webhooks';

/**
 * What Aloud can do, whatever brings it its requests. Each of the three is made when it is first asked for, and what it is
 * made of is loaded only then: of three Lambda functions each does one.
 */
export interface App {
  skill(): Skill;
  webhooks(): Webhooks;
  /** `undefined` without the skill's messaging credentials. */
  notifications(): Notifications | undefined;
  /** Deletes what is too old. To be called now and then. */
  sweep(): Promise<void>;
  /** Resolves when requests can be served. */
  ready(): Promise<void>;
  /** Lets go of the database and of connections. Running turns must have ended. */
  close(): Promise<void>;
}

/** How long calls that outlived their turn may take to finish once the process is to stop, in milliseconds. */
const SETTLE_MS = 3000;

export interface AppOptions {
  readonly config: Config;
  readonly telemetry: Telemetry;
  /** Whether the process goes on between requests: AWS Lambda freezes it once a request is answered. */
  readonly runsOn: boolean;
}

/** Puts the deps together. */
export function createApp({ config, telemetry, runsOn }: AppOptions): App {
  const store = openStore(config);
  const platform = createPlatform(config.platform, telemetry);
  const onError = telemetry.error;
  const canNotify = config.alexaClientId !== undefined && config.alexaClientSecret !== undefined;
  let notifier: Notifications | undefined;
  const inbox = createInbox({
    store,
    platform: platform.name,
    pollMs: pollMsOf(config.store),
    onError,
    notifications: canNotify,
    onNotification: (at) => notifier?.wake(at),
  });
  const background = runsOn ? createBackgroundCalls(onError) : NO_BACKGROUND_CALLS;
  const closing: (() => Promise<void>)[] = [() => platform.close()];

  const skill = once(() => {
    const { assembleSkill } = require('./app/skill') as typeof import('./app/skill');
    const made = assembleSkill({ config, telemetry, store, platform, inbox, background, notifications: canNotify });
    closing.push(made.close);
    return made.skill;
  });
  const webhooks = once(() => {
    const { createWebhooks } = require('./webhooks/webhooks') as typeof import('./webhooks/webhooks');
    return createWebhooks({ secret: config.secret, platform, inbox, telemetry });
  });
  const notifications = once(() => {
    notifier = createNotifier(config, store, telemetry);
    if (notifier) closing.push(notifier.close);
    return notifier;
  });
  return {
    skill,
    webhooks,
    notifications,
    sweep: inbox.sweep,
    ready: () => store.ready(),
    async close() {
      await Promise.race([background.settled(), delay(SETTLE_MS, undefined, { ref: false })]);
      await Promise.all(closing.map((close) => close()));
      await background.settled();
      await store.close();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function createNotifier(config: Config, store: Store, telemetry: Telemetry): Notifications | undefined {
  const { alexaClientId: clientId, alexaClientSecret: clientSecret } = config;
  if (clientId === undefined || clientSecret === undefined) return undefined;
  const { createNotifications } = require('./notifications') as typeof import('./notifications');
  return createNotifications({
    store,
    clientId,
    clientSecret,
    stage: config.alexaStage,
    lwaUrl: config.alexaLwaUrl,
    apiUrl: config.alexaApiUrl,
    name: config.name,
    paceMs: 1000 / config.notificationsPerSecond,
    idleMs: idleMsOf(config.store),
    telemetry,
  });
}

function openStore({ store, secret, inboxDays: days }: Config): Store {
  return openStoreAt(store, { secret, days });
}

function createPlatform({ name, values }: Config['platform'], telemetry: Telemetry): Platform {
  return PLATFORMS[name].create(values, telemetry);
}
