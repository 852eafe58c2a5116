import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { startAmazon } from '../simulator/amazon';
import { createPki } from '../simulator/pki';
import {
  CALLBACKS,
  type CallbackSender,
  sign,
  toMessage,
  toWebhook,
} from '../simulator/platforms/voximplant-callbacks';
import { type Child, startChild } from './child';
import { count, machine, quantile, table } from './figures';
import { keyOf } from './servers';
import { openLine, userIdOf } from './traffic';

const SALT = 'a salt for the benchmark';
const API_TOKEN = 'a token for the benchmark';
/** Webhooks come one by one over so many milliseconds. */
const SPREAD_MS = 3000;
/** No user should have to wait for longer. */
const GOAL_MS = 10_000;
const SENDERS: Readonly<Record<string, CallbackSender>> = { 'an agent': { id: 7, name: 'Rosa' }, 'the bot': 'bot' };

/**
 * How long it takes from a webhook until Amazon is told, for users who are not talking to the skill: what is written
 * together is announced together, so most of it is meant. The pace is the default, and far from its end.
 *
 * @throws when a user was told later than the goal
 */
export async function benchNotifications(): Promise<void> {
  const users = Array.from({ length: count('BENCH_USERS', 50) }, (_, user) => `N${user}`);
  const amazon = await startAmazon();
  for (const user of users) amazon.events.permit(userIdOf(user));
  const pki = createPki();
  const ours = await startChild('ours', {
    rootPem: pki.rootPem,
    chainPem: pki.chainPem,
    users,
    environment: {
      ALOUD_PLATFORM: 'voximplant',
      VOXIMPLANT_ACCOUNT: 'bench',
      VOXIMPLANT_REGION: 'eu',
      VOXIMPLANT_API_TOKEN: API_TOKEN,
      VOXIMPLANT_CHANNEL_UUID: randomUUID(),
      VOXIMPLANT_SALT: SALT,
      ...amazon.environment,
    },
  });
  const names = Object.keys(SENDERS);
  const times = names.map((): number[] => []);
  const sent = new Map<string, number>();
  const told = new Promise<void>((resolve) => {
    let left = users.length;
    amazon.events.onNotification(({ userId }) => {
      const index = users.findIndex((user) => userIdOf(user) === userId);
      times[index % names.length]?.push(performance.now() - (sent.get(userId) ?? Number.NaN));
      if (--left === 0) resolve();
    });
  });
  await bring(ours, users, sent);
  await told;
  ours.stop();
  await amazon.close();

  console.log(`notifications: ${machine()}`);
  console.log(`From the webhook to the Proactive Event, seconds; ${users.length} users within ${SPREAD_MS / 1000} s`);
  const rows = names.map((name, index) => [
    name,
    ...[0, 0.5, 1].map((share) => (quantile(times[index] ?? [], share) / 1000).toFixed(2)),
  ]);
  console.log(table([['', 'least', 'median', 'most'], ...rows]));
  if (Math.max(...times.flat()) >= GOAL_MS) throw new Error(`a user was told after ${GOAL_MS / 1000} s`);
}

async function bring(ours: Child, users: readonly string[], sent: Map<string, number>): Promise<void> {
  const line = openLine(String(ours.webhookUrl), 4);
  const senders = Object.values(SENDERS);
  for (const [index, user] of users.entries()) {
    const eventId = randomUUID();
    const { headers, body } = toWebhook(
      toMessage({ text: 'Are you there?' }, randomUUID(), senders[index % senders.length] ?? 'bot', CALLBACKS),
      { clientId: keyOf(user), eventId },
      sign(CALLBACKS, { salt: SALT, apiToken: API_TOKEN }, eventId),
      CALLBACKS,
    );
    sent.set(userIdOf(user), performance.now());
    await line.post({ headers: { 'content-type': 'application/json', ...headers }, body });
    await delay(SPREAD_MS / users.length);
  }
  await line.close();
}
