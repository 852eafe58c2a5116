import { setTimeout as delay } from 'node:timers/promises';
import { createAlexaApiClient } from '../amazon/api-client';
import { type AmazonClock, createAmazonClock } from '../amazon/clock';
import { createTokenSource } from '../amazon/login-with-amazon';
import { createProactiveEvents } from '../amazon/proactive-events';
import { createNotifier, type Notifier, type NotifierOptions } from './notifier';
import type { NotifyingSkill } from './notifying-skills';

const API_TIMEOUT_MS = 5000;
/** How long what is on its way may take once the process is to stop. */
const SETTLE_MS = 3000;

/** A skill whose users are told, with what proves to Amazon that it may tell them. */
export interface NotificationSkill extends Omit<NotifyingSkill, 'client'> {
  /** ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET: the skill messaging credentials. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stage: 'live' | 'development';
  /** ALEXA_LWA_URL and ALEXA_API_URL: take the place of Amazon's hosts. */
  readonly lwaUrl?: string;
  readonly apiUrl?: string;
}

export interface NotificationsOptions extends Omit<NotifierOptions, 'skills' | 'clock'> {
  readonly skills: readonly NotificationSkill[];
}

export interface Notifications extends Pick<Notifier, 'wake'> {
  /** Runs until `close`. */
  start(): void;
  /** Sends what is due, for at most so many milliseconds, and ends when that is done: `Notifier.drain`. */
  drain(ms: number): Promise<void>;
  /** Starts no more, lets what is on its way end for a moment, then lets go of connections. Safe to repeat. */
  close(): Promise<void>;
}

/** A notifier with its own connections to Amazon, for each skill. Nothing runs before it is told to. */
export function createNotifications(options: NotificationsOptions): Notifications {
  const clock = createAmazonClock(options.now);
  const skills = options.skills.map((skill) => connect(skill, clock, options.random));
  const notifier = createNotifier({
    ...options,
    skills,
    now: clock.now,
    clock: {
      isKnown: clock.isKnown,
      async learn() {
        for (const { tokens } of skills) if (!clock.isKnown()) await tokens.get();
      },
    },
  });
  const stop = new AbortController();
  let running: Promise<void> | undefined;

  return {
    wake: notifier.wake,
    drain: (ms) => notifier.drain(ms, stop.signal),
    start() {
      running ??= notifier.run(stop.signal);
    },
    async close() {
      stop.abort();
      await Promise.race([running, delay(SETTLE_MS, undefined, { ref: false })]);
      await Promise.all(skills.map((skill) => skill.close()));
      await running;
    },
  };
}

function connect(skill: NotificationSkill, { now, heard }: AmazonClock, random: NotificationsOptions['random']) {
  const { clientId, clientSecret, stage, lwaUrl, apiUrl, telemetry } = skill;
  const tokens = createTokenSource({ url: lwaUrl, clientId, clientSecret, telemetry, onDate: heard, now, random });
  const apiClient = createAlexaApiClient({ baseUrl: apiUrl, timeoutMs: API_TIMEOUT_MS, onDate: heard });
  return {
    ...skill,
    tokens,
    client: createProactiveEvents({ apiClient, tokens, stage, now }),
    close: () => Promise.all([apiClient.close(), tokens.close()]),
  };
}
