import { isDeepStrictEqual } from 'node:util';
import { startDeadline } from '../deadline';
import type { Document } from '../document';
import { addLost, expectedFor, expire, next, type Outgoing, queued, withoutStart } from '../outbox';
import type { Unread } from '../ports/store';
import { NO_PROGRESS } from '../progress-timer';
import { recentSends } from '../repetitions';
import { keepMessages } from './call';
import { hear } from './hear';
import { send } from './send';
import {
  type Context,
  change,
  type ExchangeDeps,
  type ExchangeRequest,
  greetingMs,
  outboxAfter,
  type State,
} from './state';

/** How long one call may take, in milliseconds. */
const CALL_MS = 60_000;

/**
 * Tells the bot what turns have left to be passed on, in order, each once the answer to what was said before is there or is
 * not expected any more. What the bot says stays in the inbox. Ends when nothing is left, or with an error: what the
 * platform has not taken stays queued then; of what is lost the user is told.
 *
 * @param document of the turn that has just ended
 * @param came what that turn has heard
 * @param stop ends the waiting; what is on its way is sent
 */
export async function passOn(
  deps: ExchangeDeps,
  request: Omit<ExchangeRequest, 'deadline' | 'progress'>,
  document: Document,
  came: readonly Unread[],
  stop: AbortSignal,
): Promise<void> {
  const { thread, outbox, withPerson = false } = document.conversation;
  const waiter = deps.inbox.listen(request.key);
  const context: Context = {
    ...deps,
    request: { ...request, deadline: startDeadline(CALL_MS) },
    now: request.now ?? Date.now,
    document,
    threadBefore: thread,
    takesTurns: !withPerson,
    // Nobody is kept waiting for what a person says.
    withPerson: false,
    waiter: { ...waiter, wait: lookingFirst(waiter.wait) },
    progressTimer: NO_PROGRESS,
    calls: new Set(),
  };
  let state: State = {
    thread,
    box: outbox,
    changes: [],
    own: new Set(),
    withdrawals: document.conversation.withdrawals ?? 0,
    inline: [],
    sends: [],
    came: [],
    seen: new Set([...document.unread, ...came].map(({ ref }) => ref)),
    waits: false,
    late: false,
    answered: false,
    unsure: false,
    // It is the turn that answers a script.
    scriptsLeft: 0,
    reopened: false,
    isOver: false,
  };
  try {
    while (!stop.aborted && !state.isOver && queued(state.box).length > 0) state = await step(context, state, stop);
    await keep(context, state);
  } finally {
    waiter.close();
  }
}

/** Sends what may be sent, else waits for the answer that is outstanding. */
async function step(given: Context, state: State, stop: AbortSignal): Promise<State> {
  const context = { ...given, takesTurns: given.takesTurns && !isPerson(state.came) };
  const outgoing = next(state.box, context.takesTurns);
  if (outgoing) return sendNext(context, state, outgoing);
  const unexpected = new AbortController();
  const timer = setTimeout(
    () => unexpected.abort(),
    expectedFor(state.box, context.now(), greetingMs(context.platform)),
  );
  const heard = await hear(context, state, AbortSignal.any([stop, unexpected.signal])).finally(() =>
    clearTimeout(timer),
  );
  if (stop.aborted) return { ...heard, isOver: true };
  const now = context.now();
  return change(
    { ...heard, isOver: false },
    (box) => expire(box, now),
    (box) => withoutStart(box, now, greetingMs(context.platform)),
  );
}

async function sendNext(context: Context, before: State, outgoing: Outgoing): Promise<State> {
  const state = await send(context, before, outgoing, new AbortController().signal);
  if (!state.error) return state;
  context.onError(state.error, 'passing on');
  return state.box.some(({ id }) => id === outgoing.id) ? state : change(state, (box) => addLost(box, outgoing));
}

/** Puts on disk what is not there yet. */
async function keep(context: Context, state: State): Promise<void> {
  await keepMessages(context, state.inline);
  const isSame = isDeepStrictEqual(state.thread, context.threadBefore);
  if (isSame && state.changes.length === 0) return;
  await context.document.update((newest) => {
    const isUntouched = isDeepStrictEqual(newest.thread, context.threadBefore);
    const thread = isUntouched ? state.thread : newest.thread;
    const sends = recentSends(newest.sends, state.sends);
    return {
      conversation: { ...newest, thread, outbox: outboxAfter(state, newest), ...(sends.length > 0 && { sends }) },
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
