import { setTimeout as delay } from 'node:timers/promises';
import type { Skill } from 'ask-sdk-core';
import type { Config, PlatformConfig } from './config';
import { createInbox } from './conversation/inbox';
import { createLinger, NO_LINGER } from './conversation/linger';
import { createSessionEnd } from './conversation/session-end';
import { createTurn } from './conversation/turn';
import { createNotifications, type Notifications } from './notifications';
import { PLATFORMS } from './platforms';
import type { Platform } from './platforms/platform';
import { createAlexaApiClient } from './skill/api-client';
import { createProgress } from './skill/progress';
import { createSkill } from './skill/skill';
import { progressSsml } from './speech/progress';
import { render } from './speech/render';
import { voice } from './speech/voice';
import { openStoreAt, pollMsOf } from './store/open';
import type { Store } from './store/store';
import type { Telemetry } from './telemetry';
import { createWebhooks, type Webhooks } from './webhooks';

/** A running skill, whatever brings it its requests. */
export interface App {
  readonly skill: Skill;
  readonly webhooks: Webhooks;
  /** Deletes what is too old. To be called now and then. */
  sweep(): Promise<void>;
  /** Absent without the skill's messaging credentials. */
  readonly notifications?: Notifications;
  /** Does once, now, what the first bot text would otherwise have to wait for: loading parsers takes tens of milliseconds. */
  warmUp(): void;
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

/** Puts the rooms together. */
export function createApp({ config, telemetry, runsOn }: AppOptions): App {
  const store = openStore(config);
  const platform = createPlatform(config.platform, telemetry);
  const onError = telemetry.error;
  const notifications = createNotifier(config, store, telemetry);
  const inbox = createInbox({
    store,
    platform: platform.name,
    pollMs: pollMsOf(config.store),
    onError,
    notices: notifications !== undefined,
    onNotice: (at) => notifications?.wake(at),
  });
  const linger = runsOn ? createLinger(onError) : NO_LINGER;
  const turn = createTurn({
    platform,
    store,
    inbox,
    linger,
    voice,
    quietMs: config.quietMs,
    notices: notifications !== undefined,
    onError,
  });
  const apiClient = createAlexaApiClient({ baseUrl: config.alexaApiUrl });
  const skill = createSkill({
    secret: config.secret,
    turnBudgetMs: config.turnBudgetMs,
    turn,
    sessionEnded: createSessionEnd(store),
    speakers: config.speakers,
    events: store,
    progressOf: createProgress({ apiClient, speech: progressSsml, telemetry }),
    speak: (reply, locale) => render(reply, { locale, name: config.name }),
    telemetry,
  });
  return {
    skill,
    webhooks: createWebhooks({ secret: config.secret, platform, inbox, telemetry }),
    notifications,
    sweep: inbox.sweep,
    warmUp() {
      const text = '**Hello** &amp; <b>welcome</b>! Shall we?';
      voice.paragraphs({ id: '', from: { kind: 'bot' }, text, choices: [], media: [], cards: [], sentAt: 0 }, 'en-US');
    },
    ready: () => store.ready(),
    async close() {
      await Promise.race([linger.settled(), delay(SETTLE_MS, undefined, { ref: false })]);
      await Promise.all([platform.close(), apiClient.close(), notifications?.close()]);
      await linger.settled();
      await store.close();
    },
  };
}

function createNotifier(config: Config, store: Store, telemetry: Telemetry): Notifications | undefined {
  const { alexaClientId: clientId, alexaClientSecret: clientSecret } = config;
  if (clientId === undefined || clientSecret === undefined) return undefined;
  return createNotifications({
    store,
    clientId,
    clientSecret,
    stage: config.alexaStage,
    lwaUrl: config.alexaLwaUrl,
    apiUrl: config.alexaApiUrl,
    name: config.name,
    paceMs: 1000 / config.noticesPerSecond,
    telemetry,
  });
}

function openStore({ store, secret, inboxDays: days }: Config): Store {
  return openStoreAt(store, { secret, days });
}

function createPlatform({ name, values }: PlatformConfig, telemetry: Telemetry): Platform {
  return PLATFORMS[name].create(values, telemetry);
}
