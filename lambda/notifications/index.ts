import { setTimeout as delay } from 'node:timers/promises';
import { createAlexaApiClient } from '../amazon/api-client';
import { createTokenSource } from '../amazon/login-with-amazon';
import { createProactiveEvents } from '../amazon/proactive-events';
import { createNotifier, type Notifier, type NotifierOptions } from './notifier';

const API_TIMEOUT_MS = 5000;
/** How long what is on its way may take once the process is to stop. */
const SETTLE_MS = 3000;

export interface NotificationsOptions extends Omit<NotifierOptions, 'client'> {
  /** ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET: the skill messaging credentials. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stage: 'live' | 'development';
  /** ALEXA_LWA_URL and ALEXA_API_URL: take the place of Amazon's hosts. */
  readonly lwaUrl?: string;
  readonly apiUrl?: string;
}

export interface Notifications extends Pick<Notifier, 'wake'> {
  /** Runs until `close`. */
  start(): void;
  /** Sends what is due, for at most so many milliseconds, and ends when that is done: `Notifier.drain`. */
  drain(ms: number): Promise<void>;
  /** Starts no more, lets what is on its way end for a moment, then lets go of connections. Safe to repeat. */
  close(): Promise<void>;
}

/** A notifier with its own connections to Amazon. Nothing runs before it is told to. */
export function createNotifications(options: NotificationsOptions): Notifications {
  const { telemetry, now, random } = options;
  const { clientId, clientSecret, stage, lwaUrl, apiUrl } = options;
  const tokens = createTokenSource({ url: lwaUrl, clientId, clientSecret, telemetry, now, random });
  const apiClient = createAlexaApiClient({ baseUrl: apiUrl, timeoutMs: API_TIMEOUT_MS });
  const notifier = createNotifier({ ...options, client: createProactiveEvents({ apiClient, tokens, stage, now }) });
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
      await Promise.all([apiClient.close(), tokens.close()]);
      await running;
    },
  };
}
