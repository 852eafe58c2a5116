import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createInbox } from '../lambda/conversation/inbox';
import { createNotifications } from '../lambda/notifications';
import { PLATFORMS } from '../lambda/platforms';
import { webhookEndpoint } from '../lambda/server/webhook-endpoint';
import { openStoreAt } from '../lambda/store/open';
import { createLogger, logTelemetry } from '../lambda/telemetry/log';
import { createMetrics } from '../lambda/telemetry/metrics';
import { fanOut } from '../lambda/telemetry/telemetry';
import { createWebhook, createWebhooks } from '../lambda/webhooks/webhooks';
import { startAmazon } from '../simulator/amazon';

export const SECRET = 'a secret for the benchmark, 32 characters';
const CREDENTIALS = { clientId: 'amzn1.application-oa2-client.bench', clientSecret: 'a+b/c&d=e f%' };

/** Most users take notifications; of a few Aloud knows that they do not, of as many only Amazon does. */
export const kindOf = (user: number) => (user % 50 === 24 ? 'declined' : user % 50 === 49 ? 'revoked' : 'takes');
export const keyOf = (user: number) => `user${String(user).padStart(28, '0')}`;
export const alexaIdOf = (user: number) => `amzn1.ask.account.${String(user).padStart(120, 'A')}`;

export interface AmazonOptions {
  readonly users: number;
  /** Milliseconds from a request to its answer. */
  readonly answerMs: number;
  /** One answer in so many is lost on its way, though the notification is accepted; 0: none. */
  readonly loseOneIn: number;
}

/** What Amazon has seen. */
export interface AmazonReport {
  /** Users by how often they were told something: `{ 1: 80000 }`. */
  readonly told: Readonly<Record<number, number>>;
  /** Users who were told something though they must not be. */
  readonly wrongly: number;
  readonly answers: Readonly<Record<number, number>>;
  readonly violations: number;
  /** Notifications in each second since the first. */
  readonly perSecond: readonly number[];
}

export interface OursOptions {
  /** As in ALOUD_STORE. */
  readonly location: string;
  readonly port: number;
  readonly paceMs: number;
  readonly leaseMs?: number;
  readonly lwaUrl: string;
  readonly apiUrl: string;
}

/** Amazon, in a process of its own. */
export async function serveAmazon({ users, answerMs, loseOneIn }: AmazonOptions) {
  const amazon = await startAmazon(CREDENTIALS);
  const { events, apiUrl, lwaUrl } = amazon;
  const told = new Uint8Array(users);
  const perSecond: number[] = [];
  let first: number | undefined;
  for (let user = 0; user < users; user++) events.permit(alexaIdOf(user), kindOf(user) !== 'revoked');
  events.behaviour.delayMs = answerMs;
  let accepted = 0;
  events.onNotification(({ userId }) => {
    const user = Number(/\d+$/.exec(userId)?.[0]);
    told[user] = (told[user] ?? 0) + 1;
    first ??= performance.now();
    const second = Math.floor((performance.now() - first) / 1000);
    while (perSecond.length <= second) perSecond.push(0);
    perSecond[second] = (perSecond[second] ?? 0) + 1;
    accepted++;
    if (loseOneIn > 0 && accepted % loseOneIn === 0) events.behaviour.faults.push('reset');
  });
  return {
    served: { apiUrl, lwaUrl },
    answers: {
      told: () => accepted,
      report(): AmazonReport {
        const times: Record<number, number> = {};
        let wrongly = 0;
        for (const [user, count] of told.entries()) {
          times[count] = (times[count] ?? 0) + 1;
          if (count > 0 && kindOf(user) !== 'takes') wrongly++;
        }
        const { answers, violations } = events;
        return { told: times, wrongly, answers: Object.fromEntries(answers), violations: violations.length, perSecond };
      },
    },
  };
}

/** Aloud as far as a broadcast meets it: the webhook, the inbox on disk, the notifier. */
export async function serveOurs({ location, port, paceMs, leaseMs, lwaUrl, apiUrl }: OursOptions) {
  const metrics = createMetrics();
  const telemetry = fanOut([logTelemetry(createLogger('info')), metrics.telemetry]);
  const store = openStoreAt(location, { secret: SECRET });
  const platform = PLATFORMS.botdistrikt.create(
    { webchatAppId: '1234', domain: 'https://bench.example', baseUrl: 'http://127.0.0.1:9' },
    { name: 'botdistrikt', telemetry },
  );
  const notifications = createNotifications({
    skills: [
      { ...CREDENTIALS, ...{ telemetry, lwaUrl, apiUrl }, stage: 'live', name: 'Bluebell Dental', owns: () => true },
    ],
    ...{ store, telemetry, paceMs, leaseMs },
    progressMs: 5000,
  });
  const inbox = createInbox({
    store,
    platform: platform.name,
    onError: telemetry.error,
    notifications: true,
    onNotification: notifications.wake,
  });
  const webhook = createWebhook({ secret: SECRET, platform, inbox, telemetry });
  const server = createServer(express().use('/webhooks', webhookEndpoint(createWebhooks([webhook], telemetry))));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  notifications.start();
  const address = server.address() as AddressInfo;
  return {
    served: { port: address.port, webhookUrl: `http://127.0.0.1:${address.port}${webhook.path}` },
    answers: {
      async state() {
        const pending = /^aloud_notifications_pending (\d+)$/m.exec(await metrics.registry.metrics())?.[1];
        return { rss: process.memoryUsage.rss(), pending: Number(pending ?? 0) };
      },
    },
  };
}

export const ROLES = { amazon: serveAmazon, ours: serveOurs };
