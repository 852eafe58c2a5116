import { loadConfig } from '../lambda/app/config';
import type { Environment } from '../lambda/config/environment';
import type { DeadLetter } from '../lambda/conversation/ports/store';
import { EXIT, isOn, type Run } from './command';
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
  return told(await read(env));
}

/** How the notifications of a store get on. Times in epoch milliseconds. */
interface Found {
  readonly pending: number;
  readonly nextAt?: number;
  readonly deadLetters: readonly DeadLetter[];
}

async function read(env: Environment): Promise<Found> {
  const store = openStore(loadConfig(env));
  try {
    const [pending, nextAt, deadLetters] = [
      await store.pendingNotifications(),
      await store.nextNotification(),
      await store.deadLetters(MOST_SHOWN),
    ];
    return { pending, ...(nextAt !== undefined && { nextAt }), deadLetters };
  } finally {
    await store.close();
  }
}

function told({ pending, nextAt, deadLetters }: Found): string {
  return [
    `Waiting: ${pending}${nextAt === undefined ? '' : `, the next is due ${timeOf(nextAt)}`}`,
    `Given up${deadLetters.length === MOST_SHOWN ? ` (the newest ${MOST_SHOWN})` : ''}: ${deadLetters.length}`,
    ...deadLetters.map(({ at, key, reason }) => `${timeOf(at)}  ${key}  ${reason}`),
  ].join('\n');
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** `aloud notifications` */
export const run: Run = async ({ env, screen, options }) => {
  const found = await read(env);
  screen.print(isOn(options, 'json') ? JSON.stringify(found, null, 2) : told(found));
  return EXIT.good;
};
