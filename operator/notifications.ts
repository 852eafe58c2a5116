import { loadConfig } from '../lambda/app/config';
import type { Environment, SkillEnvironment } from '../lambda/config/environment';
import type { DeadLetter } from '../lambda/conversation/ports/store';
import { EXIT, isOn, type Run } from './command';
import { isOfOthers, openStore } from './erase';
import { ofOneSkill, settingsOf } from './own-skill';

/** The newest dead letters. */
const MOST_SHOWN = 100;

/**
 * What an operator wants to know of notifications: how many wait, when the next is due, and the dead letters, which
 * will never be sent, with the reason. Users are named by their keys, which `aloud erase` and the bot platform know
 * too.
 *
 * @param skills of several the one whose dead letters are told; how many wait is not known by skill
 * @throws AloudError ALOUD_CONFIG_INVALID, or ALOUD_STORE_UNAVAILABLE when there is no database or it cannot be read
 */
export async function notifications(env: Environment, skills?: readonly SkillEnvironment[]): Promise<string> {
  return told(await read(env, skills));
}

/** How the notifications of a store get on. Times in epoch milliseconds. */
interface Found {
  readonly pending: number;
  readonly nextAt?: number;
  readonly deadLetters: readonly DeadLetter[];
}

async function read(env: Environment, skills?: readonly SkillEnvironment[]): Promise<Found> {
  const config = loadConfig(env, skills);
  const store = openStore(config);
  try {
    const [pending, nextAt, deadLetters] = [
      await store.pendingNotifications(),
      await store.nextNotification(),
      await store.deadLetters(MOST_SHOWN),
    ];
    const others = await Promise.all(deadLetters.map(async ({ key }) => skills && isOfOthers(store, config, key)));
    return {
      pending,
      ...(nextAt !== undefined && { nextAt }),
      deadLetters: deadLetters.filter((_, at) => !others[at]),
    };
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
export const run: Run = ofOneSkill(async (call) => {
  const { screen, options } = call;
  const found = await read(...settingsOf(call));
  if (call.skill) screen.note('What waits is counted over all skills; what was given up is of this one.');
  screen.print(isOn(options, 'json') ? JSON.stringify(found, null, 2) : told(found));
  return EXIT.good;
});
