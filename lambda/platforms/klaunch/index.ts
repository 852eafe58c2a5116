import type { Platform } from '../../conversation/ports/platform';
import { AloudError } from '../../errors';
import { definePlatform } from '../definition';
import { createClient } from './client';
import { toWords } from './message';
import { KLAUNCH_SETTINGS, type KlaunchOptions } from './settings';
import { readUserID } from './user-id';
import { createReceiver } from './webhook';

export const klaunch = definePlatform('KLaunch API Medium', KLAUNCH_SETTINGS, createKlaunch);

const MINUTE_MS = 60_000;

/**
 * KLaunch's API medium: the first message of a user, a hashtag, begins the bot and is answered with the user's number;
 * what the bot says comes by webhook, up to 60 seconds later. A thread is `{ user, userID }`, the number as its digits.
 */
function createKlaunch(options: KlaunchOptions): Platform {
  const { name, hashtag, messagesPerMinute } = options;
  const client = createClient(options);

  return {
    name,
    greetsFirst: true,
    oneAtATime: true,
    ...(messagesPerMinute !== undefined && { paceMs: MINUTE_MS / messagesPerMinute }),
    open: async ({ key }) => ({ user: key }),
    async send(thread, input, signal) {
      const known = readUserID(thread.userID);
      if (input.kind !== 'start' && known === undefined) {
        throw new AloudError('ALOUD_PLATFORM_THREAD_GONE', `${name} send: the thread has no userID yet`);
      }
      const userID = await client.post(toWords(input, hashtag), known, signal);
      return { thread: userID === known ? thread : { ...thread, userID }, messages: [], pending: true };
    },
    threadId: (thread) => readUserID(thread.userID),
    receive: createReceiver(options),
    close: client.close,
  };
}
