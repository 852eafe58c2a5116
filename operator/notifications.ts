import { loadConfig } from '../lambda/app/config';
import type { Environment } from '../lambda/config/environment';
import { EXIT, type Run } from './command';
import { openStore } from './erase';

/** The newest dead letters. */
const MOST_SHOWN = 100;

/**
 * What an operator wants to know of notifications: how many wait, when the next is due, and the dead letters, which
 * will never be sent, with the reason. Users are named by their keys, which `aloud erase` and the bot platform know
 * too.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID, or ALOUD_STORE_UNAVAILABLE when there is no database or it cannot be read
 */
export async function notifications(env: Environment): Promise<string> {
  const store = openStore(loadConfig(env));
  try {
    const [pending, next, deadLetters] = [
      await store.pendingNotifications(),
      await store.nextNotification(),
      await store.deadLetters(MOST_SHOWN),
    ];
    return [
      `Waiting: ${pending}${next === undefined ? '' : `, the next is due ${timeOf(next)}`}`,
      `Given up${deadLetters.length === MOST_SHOWN ? ` (the newest ${MOST_SHOWN})` : ''}: ${deadLetters.length}`,
      ...deadLetters.map(({ at, key, reason }) => `${timeOf(at)}  ${key}  ${reason}`),
    ].join('\n');
  } finally {
    await store.close();
  }
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** `aloud notifications` */
export const run: Run = async ({ env, screen }) => {
  screen.print(await notifications(env));
  return EXIT.good;
};
