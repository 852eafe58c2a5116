import { setTimeout as delay } from 'node:timers/promises';
import { createCapture, secretsOf } from './app/capture';
import type { Config } from './app/config';
import { serveSkill } from './app/served-skill';
import { checkSkills } from './app/skills';
import { createUnmatchedNotes } from './app/unmatched';
import { createUsage } from './app/usage';
import { type Business, NO_BUSINESS } from './business/words';
import { once } from './conversation/answers/once';
import type { Store } from './conversation/ports/store';
import type { Notifications } from './notifications';
import type { QueuedWords } from './notifications/queued-words';
import type { Skill } from './skill/dispatch';
import { noteAfterMsOf, openStoreAt, pollMsOf } from './store/open';
import { fanOut, type Telemetry } from './telemetry/telemetry';
import type { Webhooks } from './webhooks/webhooks';

/**
 * What Aloud can do, whatever brings it its requests: for each skill of the process, on one store. Each is
 * made when it is first asked for, and what it is made of is loaded only then: of three Lambda functions each does one.
 */
export interface App {
  /** The application ids of all skills: requests for others are to be refused. */
  readonly skillIds: readonly string[];
  /** All skills as one. */
  skill(): Skill;
  webhooks(): Webhooks;
  /** For all skills that have their messaging credentials; `undefined` where none has. */
  notifications(): Notifications | undefined;
  /** Passes on what users were promised to be passed on. */
  queuedWords(): QueuedWords;
  /** Deletes what is too old. To be called now and then. */
  sweep(): Promise<void>;
  /** Looks whether an operator captures what vendors send. To be called now and then: it seldom does anything. Never rejects. */
  lookAround(): Promise<void>;
  /** Writes what was counted of how the skills are used, kept of what matched no option, and captured. Never rejects. */
  flush(): Promise<void>;
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
  /** Default: what the settings name. Who gives one closes it. */
  readonly store?: Store;
  /** What the business of each skill says of itself, by the skill's name. Default: nothing, and the words of Aloud serve. */
  readonly businessOf?: (skill: string) => Business;
}

/**
 * Puts the parts together.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID when two skills cannot be told apart
 */
export function createApp({ config, runsOn, businessOf = () => NO_BUSINESS, ...options }: AppOptions): App {
  checkSkills(config.skills);
  const store = options.store ?? openStoreAt(config.store, { secret: config.secret, days: config.inboxDays });
  const [only, ...others] = config.skills;
  const usage = createUsage({ store, ...(others.length === 0 && { skill: only.name }) });
  const unmatched = createUnmatchedNotes(store);
  const telemetry = fanOut([options.telemetry, usage.telemetry]);
  const capture = createCapture({ store, secrets: secretsOf(config) });
  let notifier: Notifications | undefined;
  let words: QueuedWords | undefined;
  const shared = {
    ...{ store, telemetry, recorderOf: capture.recorderOf, runsOn, businessOf, unmatched },
    pollMs: pollMsOf(config.store),
    noteAfterMs: noteAfterMsOf(config.store),
    onNotification: (at: number) => notifier?.wake(at),
  };
  const skills = config.skills.map((skill) => serveSkill(skill, shared));
  const flush = async () => void (await Promise.all([usage.flush(), unmatched.flush(), capture.settled()]));
  const settled = () => Promise.all(skills.map((skill) => skill.settled()));

  return {
    skillIds: config.skills.flatMap(({ skillIds }) => skillIds),
    skill: once(() => {
      const { routeRequests } = require('./app/router') as typeof import('./app/router');
      return routeRequests(
        new Map(skills.flatMap((served) => served.config.skillIds.map((id) => [id, served.skill()] as const))),
      );
    }),
    webhooks: once(() => {
      const { createWebhooks } = require('./webhooks/webhooks') as typeof import('./webhooks/webhooks');
      return createWebhooks(
        skills.map((skill) => skill.webhook()),
        telemetry,
      );
    }),
    notifications: once(() => {
      const { assembleNotifications } = require('./app/notifications') as typeof import('./app/notifications');
      notifier = assembleNotifications({ config, store, telemetry, skills });
      return notifier;
    }),
    queuedWords: once(() => {
      const { assembleQueuedWords } = require('./app/queued-words') as typeof import('./app/queued-words');
      words = assembleQueuedWords({ config, store, telemetry, skills });
      return words;
    }),
    async sweep() {
      await Promise.all(skills.map(({ inbox }) => inbox.sweep()));
    },
    flush,
    lookAround: () => capture.look(),
    ready: () => store.ready(),
    async close() {
      const ended = Promise.all([words?.close(), settled()]);
      await Promise.race([ended, delay(SETTLE_MS, undefined, { ref: false })]);
      await Promise.all([notifier?.close(), ...skills.map((skill) => skill.close())]);
      await ended;
      await flush();
      if (!options.store) await store.close();
    },
  };
}
