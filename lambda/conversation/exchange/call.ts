import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AloudError, type ErrorCode, toAloudError } from '../../errors';
import type { Message } from '../message';
import { failed, lose, type Outgoing, sent, whileSent } from '../outbox';
import type { SendResult, Thread } from '../ports/platform';
import type { Signal } from '../ports/signal';
import { listenBeside } from './hear';
import type { Context, State } from './state';

/** Errors that say that the platform has not taken what was sent. */
export const NOT_TAKEN: ReadonlySet<ErrorCode> = new Set([
  'ALOUD_PLATFORM_THREAD_GONE',
  'ALOUD_PLATFORM_RATE_LIMITED',
  'ALOUD_PLATFORM_UNAUTHORIZED',
]);

/** How long is waited where a platform without room does not say, in milliseconds. */
const RETRY_MS = 1000;
const MAX_RETRIES = 3;
/** So much of the turn must be left when it is tried again, in milliseconds: less brings no answer. */
const WORTH_MS = 1000;

/**
 * So long a call is waited for whose answer was heard, in milliseconds. Most come back by then: it may be a whole answer
 * where the platform gives one, and what was heard may have been the end of something older.
 */
const BACK_WITHIN_MS = 300;

/** The thread as it is: opened by the call where there was none. */
interface Opening {
  thread: Thread | undefined;
}

/** What came of a call, and the thread as it is after it: opened, although the send may have failed. */
export type Called =
  | { readonly kind: 'taken'; readonly thread: Thread; readonly result: SendResult }
  | { readonly kind: 'failed'; readonly thread: Thread | undefined; readonly error: AloudError }
  /** The answer has come before the call has come back. */
  | { readonly kind: 'answered'; readonly thread: Thread };

/**
 * Sends one thing, opening the thread first where there is none. Where an answer comes by webhook while that is under
 * way, the call goes on beside the turn.
 */
export async function callOrAnswer(
  context: Context,
  state: State,
  outgoing: Outgoing,
  signal: Signal,
): Promise<Called> {
  const opening: Opening = { thread: state.thread };
  const calling = call(context, opening, outgoing, signal);
  if (!isSureAnswer(context, state)) return calling;
  const first = await new Promise<Called | 'answer'>((resolve, reject) => {
    listenBeside(context, state, () => resolve('answer'));
    calling.then(resolve, reject);
  });
  context.waiter.onComing(undefined);
  if (first !== 'answer') return first;
  const { thread } = opening;
  if (!thread) return calling;
  const back = await Promise.race([calling, delay(BACK_WITHIN_MS)]);
  if (back) return back;
  context.calls.add(calling.then((called) => settleBeside(context, called)));
  return { kind: 'answered', thread };
}

/**
 * Whether an answer that comes now finds the user, and is one to this: where nothing runs on after the turn, what a late
 * answer to something older is taken to answer might not be sent at all.
 */
function isSureAnswer({ platform, background }: Context, { thread, box }: State): boolean {
  const isKnown = !platform.threadId || (thread !== undefined && platform.threadId(thread) !== undefined);
  return isKnown && (background.runsOn || sent(box).length === 1);
}

/** What came of a call whose answer was heard already. */
async function settleBeside(context: Context, called: Called): Promise<void> {
  const { onError } = context;
  if (called.kind === 'failed' && called.error.code !== 'ALOUD_PLATFORM_TIMEOUT') {
    onError(called.error, 'after the answer');
  }
  if (called.kind !== 'taken') return;
  await keepMessages(context, called.result.messages).catch((thrown: unknown) => {
    onError(toAloudError(thrown), 'after the answer');
  });
}

async function call(context: Context, opening: Opening, outgoing: Outgoing, signal: Signal): Promise<Called> {
  const { platform, background, request, progressTimer } = context;
  let kept = opening.thread;
  const open = async (own: Signal): Promise<Thread> => {
    const opened = await platform.open({ key: request.key, locale: request.locale }, own);
    // A user whom webhooks name in the platform's own way must be known by that before anything is said to them.
    if (![undefined, request.key].includes(platform.threadId?.(opened))) {
      await keepThread(context, opened, kept);
      kept = opened;
    }
    return opened;
  };
  const work = async (own: Signal): Promise<SendResult> => {
    opening.thread ??= await open(own);
    if (platform.paceMs !== undefined) await takePlace(context, platform.paceMs);
    return platform.send(opening.thread, outgoing.input, own);
  };
  try {
    const result = await background.run((own) => untilTaken(context, work, own), signal, {
      async late(tooLate) {
        await keepThread(context, tooLate.thread, kept);
        await keepMessages(context, tooLate.messages);
      },
      failed: (failure) => giveUp(context, outgoing, failure),
    });
    if (result.messages.length > 0) progressTimer.stop();
    // Where webhooks name it, they may come from now on. Else the end of the turn is soon enough.
    if (platform.threadId && result.thread !== kept) await keepThread(context, result.thread, kept);
    return { kind: 'taken', thread: result.thread, result };
  } catch (thrown) {
    return { kind: 'failed', thread: opening.thread, error: toAloudError(thrown) };
  }
}

/** Waits until something may be sent, where the platform is sent to in a line; `busy` where that is too late for this turn. */
async function takePlace({ platform: { name }, store, request }: Context, everyMs: number): Promise<void> {
  request.onTrip();
  const latest = Date.now() + request.deadline.left() - WORTH_MS;
  const place = await store.takePlace({ line: name, everyMs, latest });
  if (place === undefined) {
    throw new AloudError('ALOUD_PLATFORM_RATE_LIMITED', `${name} send: our own pace has no place within the turn`, {
      retryAfterMs: Number.POSITIVE_INFINITY,
    });
  }
  await delay(Math.max(0, place - Date.now()));
}

/** Works, and again where the platform says that it has no room: it has not taken it then. Only while the turn lasts. */
async function untilTaken<T>(
  { request: { deadline } }: Context,
  work: (signal: Signal) => Promise<T>,
  signal: Signal,
): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      return await work(signal);
    } catch (thrown) {
      const { code, retryAfterMs = RETRY_MS } = toAloudError(thrown);
      const isInTime = deadline.left() - retryAfterMs >= WORTH_MS;
      if (code !== 'ALOUD_PLATFORM_RATE_LIMITED' || retries === MAX_RETRIES || !isInTime) throw thrown;
      await delay(retryAfterMs);
      if (signal.aborted) throw thrown;
    }
  }
}

/**
 * The turn is over, and has promised an answer; now it is known that the call has failed. What the platform did not take is
 * queued again; of what it refused, or may not have got, the user is told at the next turn. Where no more is known than that no
 * answer came, one may still come by webhook.
 */
async function giveUp({ document, failedLate }: Context, outgoing: Outgoing, { code }: AloudError): Promise<void> {
  const { id } = outgoing;
  const isUntaken = NOT_TAKEN.has(code);
  const drop = whileSent(outgoing, (box) => failed(box, id, isUntaken));
  const tell = whileSent(outgoing, (box) => lose(box, id));
  // A turn that is not saved yet has promised nothing yet.
  failedLate.push(drop);
  const change = isUntaken || code === 'ALOUD_PLATFORM_TIMEOUT' ? drop : tell;
  await document.update((newest) => ({
    conversation: {
      ...newest,
      outbox: change(newest.outbox),
      ...(code === 'ALOUD_PLATFORM_THREAD_GONE' && { thread: undefined }),
    },
  }));
}

/**
 * A thread is on disk before anything is waited for: it is where answers belong, also after a crash. Whose it is first: a
 * thread of the document is never linked again, and what came for one that nobody has would not be heard.
 */
async function keepThread(context: Context, now: Thread, known: Thread | undefined): Promise<void> {
  if (now === known) return;
  const { platform, inbox, document, request } = context;
  const id = platform.threadId?.(now);
  if (id !== undefined) {
    request.onTrip();
    await inbox.link(id, request.key);
  }
  await document.update((newest) => ({ conversation: { ...newest, thread: now } }));
}

/** The turn is over: what a call brings now is heard in a later one. A vendor's own ids may be the same each time. */
export async function keepMessages({ inbox, request }: Context, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await inbox.receive(
    messages.map((message) => ({
      kind: 'message',
      to: { key: request.key },
      message: { ...message, id: randomUUID() },
    })),
  );
}
