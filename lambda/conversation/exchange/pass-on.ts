import { isDeepStrictEqual } from 'node:util';
import { startDeadline } from '../deadline';
import { deduplicateItems } from '../deduplicate';
import type { Document } from '../document';
import { isClosed, settledBy } from '../open-questions';
import {
  addLost,
  expectedFor,
  expire,
  merge,
  next,
  type OutboxChange,
  type Outgoing,
  queued,
  withoutStart,
} from '../outbox';
import type { Unread } from '../ports/store';
import { NO_PROGRESS } from '../progress-timer';
import { wordsDueAt } from '../queued-words';
import { isRepetition, recentSends } from '../repetitions';
import { keepMessages } from './call';
import { hear } from './hear';
import { send } from './send';
import {
  type Context,
  change,
  type ExchangeDeps,
  type ExchangeRequest,
  follow,
  greetingMs,
  NOT_WAITED_FOR,
  outboxAfter,
  type State,
} from './state';

/** How long one call may take, in milliseconds. */
const CALL_MS = 60_000;

/** Whose words are passed on. */
export type PassOnRequest = Omit<ExchangeRequest, 'deadline' | 'progress'>;

/** How it is passed on. */
interface Manner {
  /** Whether an answer that is outstanding is waited for. */
  readonly waits: boolean;
  readonly callMs: number;
  /** Ends the waiting; what is on its way is sent. */
  readonly stop: AbortSignal;
}

/**
 * Tells the bot what turns have left to be passed on, in order, each once the answer to what was said before is there or is
 * not expected any more. What the bot says stays in the inbox. Ends when nothing is left, or with an error: what the
 * platform has not taken stays queued then; of what is lost the user is told.
 *
 * @param document of the turn that has just ended
 * @param came what that turn has heard
 * @param stop ends the waiting; what is on its way is sent
 */
export function passOn(
  deps: ExchangeDeps,
  request: PassOnRequest,
  document: Document,
  came: readonly Unread[],
  stop: AbortSignal,
): Promise<void> {
  const state = { ...stateOf(document, []), seen: refsOf([...document.unread, ...came]) };
  return carryOn(deps, request, document, state, { waits: true, callMs: CALL_MS, stop });
}

/**
 * The same of what may be told now, for who comes to it without a turn. What has to wait longer is due again later.
 *
 * @param document just opened, with what is unread: what the bot has answered stands there
 * @param callMs how long one call may take where nothing runs on, in milliseconds. Default: a minute
 */
export function passOnNow(
  deps: ExchangeDeps,
  request: PassOnRequest,
  document: Document,
  stop: AbortSignal,
  callMs: number = CALL_MS,
): Promise<void> {
  const { platform } = deps;
  const { conversation } = document;
  const unread = document.unread.filter((item) => !isRepetition(item, conversation.sends));
  const { fresh } = deduplicateItems(unread, conversation.delivered ?? []);
  const now = Date.now();
  const state = stateOf(document, [
    settledBy(conversation.outbox, fresh, platform),
    (box) => expire(box, now),
    (box) => withoutStart(box, now, greetingMs(platform)),
  ]);
  const thread = isClosed(unread, state.thread, platform) ? undefined : state.thread;
  const begun = { ...state, thread, came: unread, seen: refsOf(document.unread) };
  return carryOn(deps, request, document, begun, { waits: false, callMs, stop });
}

function stateOf({ conversation }: Document, changes: readonly OutboxChange[]): State {
  return {
    thread: conversation.thread,
    box: merge(conversation.outbox, changes),
    changes,
    own: new Set(),
    withdrawals: conversation.withdrawals ?? 0,
    inline: [],
    sends: [],
    came: [],
    seen: new Set(),
    waits: false,
    late: false,
    answered: false,
    unsure: false,
    // It is the turn that answers a script.
    scriptsLeft: 0,
    reopened: false,
    isOver: false,
  };
}

async function carryOn(
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
    document,
    threadBefore: thread,
    takesTurns: !withPerson,
    // Nobody is kept waiting for what a person says.
    withPerson: false,
    waiter: { ...waiter, wait: lookingFirst(waiter.wait) },
    progressTimer: NO_PROGRESS,
    calls: new Set(),
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
  const unexpected = new AbortController();
  const timer = setTimeout(() => unexpected.abort(), expectedFor(state.box, Date.now(), greetingMs(context.platform)));
  const heard = await hear(context, state, AbortSignal.any([stop, unexpected.signal])).finally(() =>
    clearTimeout(timer),
  );
  if (stop.aborted) return { ...heard, isOver: true };
  const now = Date.now();
  return change(
    { ...heard, isOver: false },
    (box) => expire(box, now),
    (box) => withoutStart(box, now, greetingMs(context.platform)),
  );
}

async function sendNext(given: Context, before: State, outgoing: Outgoing, { callMs }: Manner): Promise<State> {
  const deadline = startDeadline(callMs);
  const context = { ...given, request: { ...given.request, deadline } };
  const work = async (signal: AbortSignal) => {
    const over = follow(signal);
    // A call whose answer was heard goes on without this, or ends.
    return send(context, before, outgoing, over.signal).finally(() => over.abort(NOT_WAITED_FOR));
  };
  // Where a call runs on it ends by itself.
  const state = await (context.background.runsOn ? work(new AbortController().signal) : deadline.within(0, work));
  if (!state.error) return state;
  context.onError(state.error, 'passing on');
  return state.box.some(({ id }) => id === outgoing.id) ? state : change(state, (box) => addLost(box, outgoing));
}

/** Puts on disk what is not there yet, and from who has found something due, when it is due again. */
async function keep(context: Context, state: State, { waits }: Manner): Promise<void> {
  await keepMessages(context, state.inline);
  const isSame = isDeepStrictEqual(state.thread, context.threadBefore);
  if (isSame && state.changes.length === 0 && waits) return;
  await context.document.update((newest) => {
    const isUntouched = isDeepStrictEqual(newest.thread, context.threadBefore);
    const thread = isUntouched ? state.thread : newest.thread;
    const sends = recentSends(newest.sends, state.sends);
    const outbox = outboxAfter(state, newest);
    return {
      conversation: { ...newest, thread, outbox, ...(sends.length > 0 && { sends }) },
      ...(!waits && { words: { dueAt: wordsDueAt(outbox, Date.now()) } }),
    };
  });
}

function refsOf(items: readonly Unread[]): ReadonlySet<string> {
  return new Set(items.map(({ ref }) => ref));
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
