import { existsSync } from 'node:fs';
import { type Config, loadConfig } from '../lambda/app/config';
import type { Environment, SkillEnvironment } from '../lambda/config/environment';
import type { Store } from '../lambda/conversation/ports/store';
import { AloudError } from '../lambda/errors';
import { isUserOf, userKey } from '../lambda/skill/user';
import { openStoreAt, sqlitePath } from '../lambda/store/open';
import { EXIT, type Exit, isOn, type Run } from './command';
import { ofOneSkill, settingsOf } from './own-skill';

const USAGE = `aloud erase <user>: <user> is the id that the bot platform shows (32 characters, 0-9 and a-f), or an Alexa user id
(amzn1.ask.account...)`;

/** Unread messages are counted up to here. */
const MOST_COUNTED = 1000;

/** What the command says, and how it ends. */
export interface Outcome {
  readonly exit: Exit;
  readonly text: string;
}

/**
 * Erases the user that the arguments name from the database of the settings, beside a running server or without one.
 *
 * @param skills of several the one whose user it is; those of the others stay
 * @throws AloudError ALOUD_CONFIG_INVALID, or ALOUD_STORE_UNAVAILABLE when there is no database or it cannot be written
 */
export async function erase(
  args: readonly string[],
  env: Environment,
  skills?: readonly SkillEnvironment[],
): Promise<Outcome> {
  const [user = '', ...others] = args;
  const keysOf = others.length === 0 && keysOfUser(user);
  if (!keysOf) return { exit: EXIT.usage, text: USAGE };
  const config = loadConfig(env, skills);
  const store = openStore(config);
  try {
    const found: string[] = [];
    for (const key of keysOf(config)) {
      if (skills && (await isOfOthers(store, config, key))) continue;
      const kept = await describe(store, key);
      // Also where nothing was found: an account may be known only by its speakers.
      await store.erase(key);
      if (kept) found.push(kept);
    }
    if (found.length === 0) return { exit: EXIT.nothing, text: 'Nothing was kept of this user.' };
    return { exit: EXIT.good, text: `Erased: ${found.join('; ')}.` };
  } finally {
    await store.close();
  }
}

/** Whether a key is that of a user of another skill. */
export async function isOfOthers(store: Store, { skills }: Config, key: string): Promise<boolean> {
  const standing = await store.standing(key);
  return standing !== undefined && !skills.some((skill) => isUserOf(skill, key, standing.identity));
}

/** The keys that a user may have; `undefined` for what names no user. */
export function keysOfUser(user: string): ((config: Config) => readonly string[]) | undefined {
  if (/^[0-9a-f]{32}$/i.test(user)) return () => [user.toLowerCase()];
  if (!/^amzn1\.ask\.account\.[\w-]+$/.test(user)) return undefined;
  return ({ skills }) =>
    skills.flatMap(({ secret, skillIds }) => skillIds.map((skillId) => userKey(secret, skillId, user)));
}

async function describe(store: Store, key: string): Promise<string | undefined> {
  if (!(await store.find(key))) return undefined;
  const { length } = await store.unread(key, MOST_COUNTED);
  const count = length === MOST_COUNTED ? `${MOST_COUNTED} or more` : length;
  const waiting = length === 0 ? '' : ` and ${count} unread ${length === 1 ? 'message' : 'messages'}`;
  return `the Alexa ids, the conversation${waiting}`;
}

/** Unlike the server, this must not make a database where there is none: the path is wrong then. */
export function openStore({ store, secret }: Config): Store {
  const path = sqlitePath(store);
  if (path !== undefined && !existsSync(path)) {
    throw new AloudError('ALOUD_STORE_UNAVAILABLE', `there is no database ${path}`);
  }
  return openStoreAt(store, { secret });
}

/** `aloud erase <user>` */
export const run: Run = ofOneSkill(async (call) => {
  const { words, screen, options } = call;
  const { exit, text } = await erase(words, ...settingsOf(call));
  if (isOn(options, 'json') && exit !== EXIT.usage)
    screen.print(JSON.stringify({ erased: exit === EXIT.good, text }, null, 2));
  else if (exit === EXIT.good) screen.print(text);
  else screen.note(text);
  return exit;
});
