import { startDeadline } from '../../lambda/conversation/deadline';
import type { UserInput } from '../../lambda/conversation/interpret';
import type { Message } from '../../lambda/conversation/message';
import { startStopwatch } from '../../lambda/conversation/stopwatch';
import { createTurn, type TurnResult } from '../../lambda/conversation/turn';
import type { AloudError } from '../../lambda/errors';
import type { Platform, PlatformInput, PlatformUser, Thread } from '../../lambda/platforms/platform';
import { voice } from '../../lambda/speech/voice';
import { openSqlite } from '../../lambda/store/sqlite';
import type { Store } from '../../lambda/store/store';

/** A message of the bot, with the rest filled in. */
export function botMessage(text: string, choices: readonly string[] = []): Message {
  return {
    id: text,
    from: { kind: 'bot' },
    text,
    choices: choices.map((label) => ({ label, option: { payload: label.toUpperCase() } })),
    media: [],
    cards: [],
    sentAt: 0,
  };
}

/** A platform whose answers a test decides, with a record of what reached it. */
export function scriptedPlatform(answer: (input: PlatformInput, thread: Thread) => Message[] | Promise<Message[]>) {
  const opened: PlatformUser[] = [];
  const sent: PlatformInput[] = [];
  const platform: Platform = {
    name: 'botdistrikt',
    async open(user) {
      opened.push(user);
      return { user: user.key, opened: opened.length };
    },
    async send(thread, input) {
      sent.push(input);
      return { thread, messages: await answer(input, thread), pending: false };
    },
    receive: () => ({ refused: 'malformed' }),
    async close() {},
  };
  return { platform, opened, sent };
}

export interface Talk {
  /** One turn. A string is free speech. */
  say(input: string | UserInput, options?: { newSession?: boolean; budgetMs?: number }): Promise<TurnResult>;
  readonly errors: AloudError[];
  readonly store: Store;
}

/** A user's conversation with a platform, on a store in memory. */
export function startTalk(
  platform: Platform,
  { key = 'anne', store = openSqlite(':memory:', 'a secret of at least 32 characters'), locale = 'en-US' } = {},
): Talk {
  const errors: AloudError[] = [];
  const turn = createTurn({ platform, store, voice, onError: (error) => errors.push(error) });
  return {
    errors,
    store,
    say: (input, { newSession = false, budgetMs = 5000 } = {}) =>
      turn({
        key,
        identity: { userId: `amzn1.ask.account.${key}`, locale },
        input: typeof input === 'string' ? { kind: 'words', text: input } : input,
        newSession,
        deadline: startDeadline(budgetMs),
        stopwatch: startStopwatch(),
      }),
  };
}

export const command = (name: 'yes' | 'no' | 'repeat' | 'start-over' | 'help' | 'goodbye'): UserInput => ({
  kind: 'command',
  command: name,
});
