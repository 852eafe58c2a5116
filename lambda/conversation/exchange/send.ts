import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type AloudError, type ErrorCode, toAloudError } from '../../errors';
import type { Message } from '../message';
import { answered, claim, failed, next, type Outgoing, queued, queueFirst } from '../outbox';
import type { SendResult, Thread } from '../ports/platform';
import { lookOnceMore } from './hear';
import { type Context, change, outboxAfter, type State } from './state';

/** Errors that say that the platform has not taken what was sent. */
const NOT_TAKEN: ReadonlySet<ErrorCode> = new Set([
  'ALOUD_PLATFORM_THREAD_GONE',
  'ALOUD_PLATFORM_RATE_LIMITED',
  'ALOUD_PLATFORM_UNAUTHORIZED',
]);

/** Sends what is next, once it is claimed. Waits for nothing but the call. */
export async function send(context: Context, before: State, outgoing: Outgoing, signal: AbortSignal): Promise<State> {
  const { platform } = context;
  if (!before.thread && platform.greetsFirst && outgoing.input.kind !== 'start') {
    const start = { id: `${outgoing.id}:start`, input: { kind: 'start' } as const, saidAt: Date.now() };
    return change(before, (box) => queueFirst(box, start));
  }
  const { state, isOurs } = platform.oneAtATime
    ? await claimOnDisk(context, before, outgoing)
    : claimHere(before, outgoing);
  if (!isOurs) return state;
  const { thread, result, error } = await call(context, state, outgoing, signal);
  const after = { ...state, thread, answered: false };
  if (error) return afterFailure(context, after, outgoing, error);
  const inline = [...state.inline, ...result.messages];
  if (result.pending && result.messages.length === 0) return { ...after, inline, waits: true };
  return { ...change(after, (box) => answered(box, outgoing.id)), inline, waits: false };
}

interface Claimed {
  readonly state: State;
  readonly isOurs: boolean;
}

function claimHere(state: State, { id }: Outgoing): Claimed {
  const now = Date.now();
  return { state: change(state, (box) => claim(box, id, now)), isOurs: true };
}

/**
 * Notes what is about to be sent before it is: another turn of the user, or one after a crash, must not send at the same
 * time. Not ours where another turn was faster: what it has sent is to be answered first.
 */
async function claimOnDisk(context: Context, state: State, { id }: Outgoing): Promise<Claimed> {
  const now = Date.now();
  const { box, isOurs, conversation } = await context.document.update((newest) => {
    const merged = outboxAfter(state, newest);
    const isOurs = next(merged, context.takesTurns)?.id === id;
    const box = isOurs ? claim(merged, id, now, [...state.seen]) : merged;
    return { conversation: { ...newest, outbox: box }, box, isOurs };
  });
  // A call of an earlier turn may have come back, and brought the thread.
  const isUntouched = isDeepStrictEqual(state.thread, context.threadBefore);
  const thread = isUntouched ? conversation.thread : state.thread;
  return { state: { ...state, thread, box, changes: [] }, isOurs };
}

/** What came of a call, and the thread as it is after it: opened, although the send may have failed. */
type Called =
  | { readonly thread: Thread; readonly result: SendResult; readonly error?: undefined }
  | { readonly thread: Thread | undefined; readonly result?: undefined; readonly error: AloudError };

/** Sends one thing, opening the thread first where there is none. */
async function call(context: Context, { thread }: State, outgoing: Outgoing, signal: AbortSignal): Promise<Called> {
  const { platform, background, request, progressTimer } = context;
  let opened = thread;
  const work = async (own: AbortSignal): Promise<SendResult> => {
    opened ??= await platform.open({ key: request.key, locale: request.locale }, own);
    return platform.send(opened, outgoing.input, own);
  };
  try {
    const result = await background.run(work, signal, {
      async late(tooLate) {
        await keepThread(context, tooLate.thread, thread);
        await keepMessages(context, tooLate.messages);
      },
      failed: (failure) => giveUp(context, outgoing, failure),
    });
    if (result.messages.length > 0) progressTimer.stop();
    // Where webhooks name it, they may come from now on. Else the end of the turn is soon enough.
    if (platform.threadId) await keepThread(context, result.thread, thread);
    return { thread: result.thread, result };
  } catch (thrown) {
    return { thread: opened, error: toAloudError(thrown) };
  }
}

async function afterFailure(context: Context, state: State, outgoing: Outgoing, error: AloudError): Promise<State> {
  const { id, input } = outgoing;
  const { own } = state;
  // Nobody can tell whether it was taken: an answer may still come, and it is not sent again.
  if (error.code === 'ALOUD_PLATFORM_TIMEOUT') {
    const late = { ...state, late: true, error, isOver: true };
    if (!canBeAnswered(context, state)) return change({ ...late, thread: undefined }, (box) => failed(box, id, false));
    return lookOnceMore(context, late);
  }
  if (error.code === 'ALOUD_PLATFORM_THREAD_GONE' && !state.reopened) {
    return change({ ...state, thread: undefined, reopened: true }, (box) => failed(box, id, true));
  }
  // The user is told to say it again: it must not be sent beside that. What was promised earlier stays.
  const again = NOT_TAKEN.has(error.code) && !own.has(id) && input.kind !== 'start';
  const dropped = queued(state.box).filter((one) => own.has(one.id));
  const after = change(
    { ...state, error, isOver: true },
    (box) => failed(box, id, again),
    ...dropped.map((one) => (box: State['box']) => failed(box, one.id, false)),
  );
  return lookOnceMore(context, after);
}

/**
 * Whether an answer can find the user. Where nothing runs on after the turn, the name that the platform has for them was lost
 * with the call, and whatever it says to that name is for nobody.
 */
function canBeAnswered({ platform, background }: Context, { thread }: State): boolean {
  return background.runsOn || !platform.threadId || (thread !== undefined && platform.threadId(thread) !== undefined);
}

/** The turn is over, and now it is known that no answer comes. What the platform did not take is queued again. */
async function giveUp({ document }: Context, { id }: Outgoing, { code }: AloudError): Promise<void> {
  await document.update((newest) => ({
    conversation: {
      ...newest,
      outbox: failed(newest.outbox, id, NOT_TAKEN.has(code)),
      ...(code === 'ALOUD_PLATFORM_THREAD_GONE' && { thread: undefined }),
    },
  }));
}

/** A thread is on disk before anything is waited for: it is where answers belong, also after a crash. */
async function keepThread(context: Context, now: Thread, known: Thread | undefined): Promise<void> {
  if (now === known) return;
  const { platform, inbox, document, request } = context;
  const id = platform.threadId?.(now);
  if (id !== undefined) request.onTrip();
  await Promise.all([
    id !== undefined && inbox.link(id, request.key),
    document.update((newest) => ({ conversation: { ...newest, thread: now } })),
  ]);
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
