import { type Business, type BusinessWords, mainLocaleOf } from '../business/words';
import type { Recorder } from '../capture/recorder';
import { DEFAULT_SKILL } from '../config/config';
import { once } from '../conversation/answers/once';
import { createBackgroundCalls, NO_BACKGROUND_CALLS } from '../conversation/background-calls';
import type { DueWords } from '../conversation/due-words';
import { createInbox, type Inbox } from '../conversation/inbox';
import type { ChannelIdentity, Store } from '../conversation/ports/store';
import type { Skill } from '../skill/dispatch';
import { isUserOf } from '../skill/user';
import { type Telemetry, telemetryOf } from '../telemetry/telemetry';
import type { Webhook } from '../webhooks/webhooks';
import type { SkillConfig } from './config';
import type { UnmatchedNotes } from './unmatched';

/** What the skills of a process share. */
export interface Shared {
  readonly store: Store;
  /** Of the process: each skill reports under its name. */
  readonly telemetry: Telemetry;
  /** By the name of the skill. */
  readonly recorderOf: (skill: string) => Recorder;
  readonly runsOn: boolean;
  /** By the name of the skill. */
  readonly businessOf: (skill: string) => Business;
  /** How often it is looked for what other processes have received, in milliseconds. */
  readonly pollMs?: number;
  /** When a turn that waits notes what its request acknowledges, in milliseconds. */
  readonly noteAfterMs?: number;
  readonly unmatched: UnmatchedNotes;
  /** Told when a notification has become due. */
  readonly onNotification: (at: number) => void;
}

/** One skill of the process, with all that it does not share. What it is made of is loaded when it is first asked for. */
export interface ServedSkill {
  readonly config: SkillConfig;
  readonly telemetry: Telemetry;
  readonly inbox: Inbox;
  /** Who is said to write, where it is not one agent. */
  readonly businessName?: string;
  skill(): Skill;
  webhook(): Webhook;
  /** Passes on what is due of its users' queued words. */
  passOnDue(words: DueWords): Promise<void>;
  /** Whether a user is of this skill: our key of an account is made of the skill's id. */
  owns(key: string, identity: ChannelIdentity): boolean;
  /** Resolves when nothing that outlived its turn runs any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export function serveSkill(config: SkillConfig, shared: Shared): ServedSkill {
  const { store, runsOn, pollMs, noteAfterMs, onNotification } = shared;
  const recorder = shared.recorderOf(config.name);
  const business = named(shared.businessOf(config.name), config.businessName);
  const telemetry = telemetryOf(shared.telemetry, config.name);
  const onError = telemetry.error;
  const platform = config.platform.definition.create(config.platform.values, {
    name: config.platform.name,
    telemetry,
    recorder,
  });
  const notifications = config.notifier === 'elsewhere' || canNotify(config);
  const inbox = createInbox({ store, platform: scopeOf(config), pollMs, onError, notifications, onNotification });
  const background = runsOn ? createBackgroundCalls(onError) : NO_BACKGROUND_CALLS;
  const passOn = once(() => {
    const { createPassOnDue } = require('../conversation/due-words') as typeof import('../conversation/due-words');
    const { voiceFor } = require('../speech/voice') as typeof import('../speech/voice');
    return createPassOnDue({ platform, store, inbox, background, voiceFor, quietMs: config.quietMs, onError });
  });
  const closing: (() => Promise<void>)[] = [() => platform.close()];
  return {
    config,
    telemetry,
    inbox,
    businessName: business(mainLocaleOf(business)).name,
    skill: once(() => {
      const { assembleSkill } = require('./skill') as typeof import('./skill');
      const made = assembleSkill({
        ...{ config, telemetry, store, platform, inbox, background, notifications, noteAfterMs, business },
        onUnmatched: shared.unmatched.of(config.name, config.unmatchedDays),
      });
      closing.push(made.close);
      return made.skill;
    }),
    webhook: once(() => {
      const { createWebhook } = require('../webhooks/webhooks') as typeof import('../webhooks/webhooks');
      return createWebhook({ secret: config.secret, platform, inbox, telemetry, recorder });
    }),
    passOnDue: (words) => passOn()(words),
    owns: (key, identity) => isUserOf(config, key, identity),
    settled: () => background.settled(),
    async close() {
      await Promise.all(closing.map((close) => close()));
    },
  };
}

/** Whether notifications are sent from here: the skill has its messaging credentials. */
export function canNotify<C extends SkillConfig>(
  config: C,
): config is C & { readonly alexaClientId: string; readonly alexaClientSecret: string } {
  const { notifier, alexaClientId, alexaClientSecret } = config;
  return notifier === undefined && alexaClientId !== undefined && alexaClientSecret !== undefined;
}

/** The business's file says its name; the setting is what there was before such files. */
function named(business: Business, name: string | undefined): Business {
  if (name === undefined) return business;
  // Of each locale the business has the same words each time.
  const made = new Map<BusinessWords, BusinessWords>();
  const withName = (locale: string) => {
    const words = business(locale);
    const known = made.get(words) ?? { name, ...words };
    made.set(words, known);
    return known;
  };
  return Object.assign(withName, { ...(business.locales && { locales: business.locales }) });
}

/** Keeps what platforms number apart in the store: two skills may have accounts with the same vendor. */
function scopeOf({ name, platform }: SkillConfig): string {
  return name === DEFAULT_SKILL ? platform.name : `${name}/${platform.name}`;
}
