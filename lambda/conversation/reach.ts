import { toAloudError } from '../errors';
import type { Platform, PlatformInput, SendResult, Thread } from '../platforms/platform';
import type { AlexaIdentity } from '../store/store';
import type { Deadline } from './deadline';

/** What is kept back of the turn's budget for saving, rendering and the way home, in milliseconds. */
const RESERVE_MS = 250;

/** The user who speaks, and their thread as far as there is one. */
export interface Speaking {
  readonly key: string;
  readonly identity: AlexaIdentity;
  readonly thread: Thread | undefined;
  readonly deadline: Deadline;
  /** Told of every thread that was opened, also when the send then fails. */
  readonly keep: (thread: Thread) => void;
}

/** Sends, opening the thread first where there is none, and once more where the platform has forgotten it. */
export async function reach(platform: Platform, user: Speaking, input: PlatformInput): Promise<SendResult> {
  return user.deadline.within(RESERVE_MS, async (signal) => {
    const open = async () => {
      const thread = await platform.open({ key: user.key, locale: user.identity.locale }, signal);
      user.keep(thread);
      return thread;
    };
    const thread = user.thread ?? (await open());
    try {
      return await platform.send(thread, input, signal);
    } catch (error) {
      if (toAloudError(error).code !== 'ALOUD_PLATFORM_THREAD_GONE') throw error;
      return platform.send(await open(), input, signal);
    }
  });
}
