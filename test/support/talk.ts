import { randomUUID } from 'node:crypto';
import type { UserInput } from '../../lambda/conversation/action';
import {
  type BackgroundCalls,
  createBackgroundCalls,
  NO_BACKGROUND_CALLS,
} from '../../lambda/conversation/background-calls';
import { startDeadline } from '../../lambda/conversation/deadline';
import { createPassOnDue } from '../../lambda/conversation/due-words';
import { createInbox, type Inbox } from '../../lambda/conversation/inbox';
import type { Message } from '../../lambda/conversation/message';
import type { Platform, PlatformInput, PlatformUser, Thread } from '../../lambda/conversation/ports/platform';
import type { Store } from '../../lambda/conversation/ports/store';
import type { Unmatched } from '../../lambda/conversation/ports/usage-store';
import type { Carried } from '../../lambda/conversation/reply';
import { createSessionEnd, type SessionEnd } from '../../lambda/conversation/session-end';
import { type Stopwatch, startStopwatch } from '../../lambda/conversation/stopwatch';
import { createTurn, type TurnResult } from '../../lambda/conversation/turn';
import { type AloudError, toAloudError } from '../../lambda/errors';
import { voiceFor } from '../../lambda/speech/voice';
import { openSqlite } from '../../lambda/store/sqlite';

/** A message of the bot, with the rest filled in. */
export function botMessage(text: string, choices: readonly string[] = []): Message {
  return {
    id: text,
    from: { kind: 'bot' },
    text,
    choices: choices.map((label) => ({ label, option: { payload: label.toUpperCase() } })),
    media: [],
    cards: [],
    sentAt: Date.now(),
  };
}

/** A platform whose answers a test decides, with a record of what reached it. */
export function scriptedPlatform(answer: (input: PlatformInput, thread: Thread) => Message[] | Promise<Message[]>) {
  const opened: PlatformUser[] = [];
  const sent: PlatformInput[] = [];
  const platform: Platform = {
    name: 'botdistrikt',
    inline: true,
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

/**
 * A platform that answers by webhook: what it says, a test brings with `Talk.bring`. What is sent to it is recorded with
 * the answers that `reply` may bring at once.
 */
export function webhookPlatform(traits: Partial<Platform> = {}, onSend: (input: PlatformInput) => unknown = () => {}) {
  const sent: PlatformInput[] = [];
  const opened: PlatformUser[] = [];
  const platform: Platform = {
    name: 'klaunch',
    async open(user) {
      opened.push(user);
      return { user: user.key };
    },
    async send(thread, input) {
      sent.push(input);
      await onSend(input);
      return { thread, messages: [], pending: true };
    },
    receive: () => ({ refused: 'malformed' }),
    async close() {},
    ...traits,
  };
  return { platform, sent, opened };
}

export interface SayOptions {
  /** Default: the session goes on. */
  readonly newSession?: boolean;
  /** The Echo, where a user has several. */
  readonly device?: string;
  /** The Echo has no screen. */
  readonly endsAreTold?: true;
  readonly budgetMs?: number;
  /** What tells the request from all others: it may be played back. */
  readonly fingerprint?: string;
  readonly stopwatch?: Stopwatch;
  readonly progress?: (signal: AbortSignal) => Promise<void>;
  /** Alexa has given up when it is answered. */
  readonly isGivenUp?: true;
}

export interface Talk {
  /** One turn. A string is free speech. */
  say(input: string | UserInput, options?: SayOptions): Promise<TurnResult>;
  /** A webhook brings messages for the user. */
  bring(...messages: readonly (string | Message)[]): Promise<void>;
  /** The session ends without a word of ours, because Alexa could not use our reply, or had given up, or because the user left. */
  end(played: SessionEnd['played'], device?: string): Promise<void>;
  /** One who looks for what is due passes it on, as if it were a little later. */
  passOnDue(): Promise<void>;
  readonly errors: AloudError[];
  readonly store: Store;
  readonly inbox: Inbox;
}

export interface TalkOptions {
  readonly key?: string;
  readonly store?: Store;
  readonly locale?: string;
  readonly quietMs?: number;
  readonly pollMs?: number;
  readonly runsOn?: boolean;
  readonly notifications?: boolean;
  /** The account, where the user is a recognised speaker of it. */
  readonly account?: string;
  /** Alexa's id of the account. */
  readonly userId?: string;
  readonly apiEndpoint?: string;
  /** When a turn that waits notes what its request acknowledges. Default: at once. */
  readonly noteAfterMs?: number;
  /** The open session of each device: they outlive the process that serves them. */
  readonly sessions?: Map<string, string>;
  /** Alexa's clock. */
  readonly now?: () => number;
  readonly onUnmatched?: (unmatched: Unmatched) => void;
}

/** More than it takes until what may be passed on is due. */
const FREED_MS = 4000;

const backgrounds: BackgroundCalls[] = [];
// Nothing that still waits keeps a test from ending. The benchmarks have no such hooks.
if (typeof afterAll === 'function') afterAll(() => Promise.all(backgrounds.map((background) => background.settled())));

const SECRET = 'a secret of at least 32 characters';
let shared: Store | undefined;

/** A user of their own, on the store of all such users of a file: to open one costs more than a turn. */
export function anotherUser(): Required<Pick<TalkOptions, 'key' | 'store'>> {
  shared ??= openSqlite(':memory:', { secret: SECRET });
  return { key: randomUUID(), store: shared };
}

/** A user's conversation with a platform, on a store in memory. */
export function startTalk(
  platform: Platform,
  {
    key = 'anne',
    store = openSqlite(':memory:', { secret: SECRET }),
    locale = 'en-US',
    quietMs = 20,
    pollMs,
    runsOn = true,
    notifications = false,
    account,
    userId = `amzn1.ask.account.${key}`,
    apiEndpoint,
    noteAfterMs,
    sessions = new Map(),
    now = () => Date.now(),
    onUnmatched,
  }: TalkOptions = {},
): Talk {
  const errors: AloudError[] = [];
  const onError = (error: unknown) => void errors.push(toAloudError(error));
  const inbox = createInbox({ store, platform: platform.name, pollMs, onError });
  const background: BackgroundCalls = runsOn ? createBackgroundCalls(onError) : NO_BACKGROUND_CALLS;
  backgrounds.push(background);
  const deps = { platform, store, inbox, background, voiceFor, quietMs, noteAfterMs, onError };
  const turn = createTurn({ ...deps, notifications, onUnmatched });
  const passOnDue = createPassOnDue(deps);
  const sessionEnded = createSessionEnd(store);
  const identity = { userId, locale, ...(apiEndpoint && { apiEndpoint }), ...(account && { account }) };
  /** What the session of each device brings back. */
  const carried = new Map<string, Carried | undefined>();
  const sessionOf = (device: string) => sessions.get(device) ?? `${device} 0`;
  return {
    errors,
    store,
    inbox,
    async say(input, options = {}) {
      const { newSession = false, device = 'kitchen', budgetMs = 5000, fingerprint, progress } = options;
      const { endsAreTold, isGivenUp = false } = options;
      if (newSession) sessions.set(device, `${device} ${randomUUID()}`);
      const result = await turn({
        id: randomUUID(),
        ...(fingerprint !== undefined && { fingerprint }),
        key,
        identity,
        input: typeof input === 'string' ? { kind: 'words', text: input } : input,
        session: {
          id: sessionOf(device),
          device,
          isNew: newSession,
          ...(endsAreTold && { endsAreTold }),
          carried: newSession ? undefined : carried.get(device),
        },
        now,
        deadline: startDeadline(budgetMs),
        stopwatch: options.stopwatch ?? startStopwatch(),
        isGivenUp: () => isGivenUp,
        progress,
      });
      carried.set(device, result.reply.carried);
      return result;
    },
    async bring(...messages) {
      const events = messages.map((message) => {
        const whole = typeof message === 'string' ? botMessage(message) : message;
        return { kind: 'message', to: { key }, message: whole } as const;
      });
      await inbox.receive(events);
    },
    async passOnDue() {
      const due = await store.claimWords({ now: Date.now() + FREED_MS, limit: 10, leaseMs: FREED_MS });
      const { signal } = new AbortController();
      await Promise.all(due.map((user) => passOnDue({ key: user, locale, id: randomUUID(), stop: signal })));
    },
    async end(played, device = 'kitchen') {
      await sessionEnded({ key, sessionId: sessionOf(device), at: now(), played, carried: carried.get(device) });
    },
  };
}

export const command = (name: 'yes' | 'no' | 'repeat' | 'start-over' | 'help' | 'goodbye'): UserInput => ({
  kind: 'command',
  command: name,
});

/** What of a reply the user hears of the bot and of agents, introductions included. */
export function textsOf({ reply }: TurnResult): string[] {
  return reply.parts.flatMap((part) => ('text' in part ? [part.text] : []));
}
