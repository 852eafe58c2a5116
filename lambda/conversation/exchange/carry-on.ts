import { isDeepStrictEqual } from 'node:util';
import { startDeadline } from '../deadline';
import type { Document } from '../document';
import { addLost, expectedFor, expire, next, type Outgoing, queued, withoutStart } from '../outbox';
import type { Signal } from '../ports/signal';
import type { Unread } from '../ports/store';
import { NO_PROGRESS } from '../progress-timer';
import { wordsDueAt } from '../queued-words';
import { recentSends } from '../repetitions';
import { createSignal, follow } from '../signals';
import { keepMessages } from './call';
import { hear } from './hear';
import { send } from './send';
import {
  type Context,
  change,
  type ExchangeDeps,
  type ExchangeRequest,
  greetingMs,
  NOT_WAITED_FOR,
  outboxAfter,
  type State,
} from './state';

/** Whose words are passed on. */
export type PassOnRequest = Omit<ExchangeRequest, 'deadline' | 'progress'>;

/** How it is passed on. */
export interface Manner {
  /** Whether an answer that is outstanding is waited for. */
  readonly waits: boolean;
  readonly callMs: number;
  /** Ends the waiting; what is on its way is sent. */
  readonly stop: Signal;
}

/** Passes on what is queued, from a state that has just begun, and keeps what comes of it. */
export async function carryOn(
  deps: ExchangeDeps,
  request: PassOnRequest,
  document: Document,
  begun: State,
  manner: Manner,
): Promise<void> {
  const { thread, withPerson = false } = document.conversation;
  const waiter = deps.inbox.listen(request.key);
  const context: Context = {
    ...deps,
    request: { ...request, deadline: startDeadline(manner.callMs) },
    now: request.now ?? Date.now,
    document,
    threadBefore: thread,
    takesTurns: !withPerson,
    // Nobody is kept waiting for what a person says.
    withPerson: false,
    waiter: { ...waiter, wait: lookingFirst(waiter.wait) },
    progressTimer: NO_PROGRESS,
    calls: new Set(),
    failedLate: [],
  };
  let state = begun;
  try {
    while (!manner.stop.aborted && !state.isOver && queued(state.box).length > 0) {
      state = await step(context, state, manner);
    }
    await keep(context, state, manner);
    await Promise.all(context.calls);
  } finally {
    waiter.close();
  }
}

/** Sends what may be sent, else waits for the answer that is outstanding, or ends. */
async function step(given: Context, state: State, manner: Manner): Promise<State> {
  const { stop } = manner;
  const context = { ...given, takesTurns: given.takesTurns && !isPerson(state.came) };
  const outgoing = next(state.box, context.takesTurns);
  if (outgoing) return sendNext(context, state, outgoing, manner);
  if (!manner.waits) return { ...state, isOver: true };
  const over = follow(stop);
  // Then it is expected no more.
  const timer = setTimeout(over.abort, expectedFor(state.box, context.now(), greetingMs(context.platform)));
  const heard = await hear(context, state, over.signal).finally(() => {
    clearTimeout(timer);
    over.leave();
  });
  if (stop.aborted) return { ...heard, isOver: true };
  const now = context.now();
  return change(
    { ...heard, isOver: false },
    (box) => expire(box, now),
    (box) => withoutStart(box, now, greetingMs(context.platform)),
  );
}

async function sendNext(given: Context, before: State, outgoing: Outgoing, { callMs }: Manner): Promise<State> {
  const deadline = startDeadline(callMs);
  const context = { ...given, request: { ...given.request, deadline } };
  const work = async (signal: Signal) => {
    const over = follow(signal);
    // A call whose answer was heard goes on without this, or ends.
    return send(context, before, outgoing, over.signal).finally(() => over.abort(NOT_WAITED_FOR));
  };
  // Where a call runs on it ends by itself.
  const state = await (context.background.runsOn ? work(createSignal().signal) : deadline.within(0, work));
  if (!state.error) return state;
  context.onError(state.error, 'passing on');
  return state.box.some(({ id }) => id === outgoing.id) ? state : change(state, (box) => addLost(box, outgoing));
}

/** Puts on disk what is not there yet, and from who has found something due, when it is due again. */
async function keep(context: Context, state: State, { waits }: Manner): Promise<void> {
  await keepMessages(context, state.inline);
  const isSame = isDeepStrictEqual(state.thread, context.threadBefore);
  if (isSame && state.changes.length + state.sends.length === 0 && waits) return;
  await context.document.update((newest) => {
    const isUntouched = isDeepStrictEqual(newest.thread, context.threadBefore);
    const thread = isUntouched ? state.thread : newest.thread;
    const sends = recentSends(newest.sends, state.sends);
    const outbox = outboxAfter(state, newest);
    return {
      conversation: { ...newest, thread, outbox, ...(sends.length > 0 && { sends }) },
      ...(!waits && { words: { dueAt: wordsDueAt(outbox, context.now()) } }),
    };
  });
}

/** A person has taken over: they are told all of it at once. */
function isPerson(came: readonly Unread[]): boolean {
  const last = came.findLast(({ item }) => item.kind === 'message' && item.message.from.kind !== 'broadcast');
  return last?.item.kind === 'message' && last.item.message.from.kind === 'agent';
}

/** Something may have come since the turn looked last: the first wait is none. */
function lookingFirst(wait: Context['waiter']['wait']): Context['waiter']['wait'] {
  let hasLooked = false;
  return async (ms, signal) => {
    if (hasLooked) return wait(ms, signal);
    hasLooked = true;
  };
}
