import { toAloudError } from '../../errors';
import { deduplicateItems } from '../deduplicate';
import type { Document } from '../document';
import { refsOf } from '../inbox';
import type { Message } from '../message';
import { isClosed, scriptAnswer, settledBy } from '../open-questions';
import {
  expire,
  merge,
  next,
  type Outbox,
  type OutboxChange,
  type Outgoing,
  queue,
  queued,
  queueFirst,
  type Said,
  sent,
  withoutStart,
} from '../outbox';
import type { PlatformInput } from '../ports/platform';
import type { Signal } from '../ports/signal';
import { startProgressTimer } from '../progress-timer';
import { isRepetition } from '../repetitions';
import { hear, lookOnceMore } from './hear';
import { send } from './send';
import {
  type Context,
  type Exchange,
  type ExchangeDeps,
  type ExchangeRequest,
  greetingMs,
  NOT_WAITED_FOR,
  type State,
} from './state';

export { passOn, passOnNow } from './pass-on';
export { type Exchange, type ExchangeDeps, type ExchangeRequest, isTakenBack, outboxAfter } from './state';

/** What is kept back of the turn's budget for saving, rendering and the way home, in milliseconds. */
const RESERVE_MS = 250;
/** A platform that answers in the call has nothing to tell by webhook before that is back: most calls are by then. */
const CALL_MS = 2000;
const MAX_SCRIPTS = 3;

/**
 * Puts what the user said to the bot and waits for what it says. A platform that takes one thing at a time is told the
 * next only when its bot has answered; what did not get its turn stays queued.
 *
 * @param inputs what to put to the bot, each once the first of them is answered; none, to wait for what is outstanding
 */
export async function converse(
  deps: ExchangeDeps,
  request: ExchangeRequest,
  document: Document,
  inputs: readonly PlatformInput[],
): Promise<Exchange> {
  const { thread: threadBefore, withPerson = false } = document.conversation;
  const { now = Date.now } = request;
  const saidAt = now();
  const said = inputs.map((input, index) => ({
    id: index === 0 ? request.id : `${request.id}:${index}`,
    input,
    saidAt,
    follows: index > 0 ? request.id : undefined,
  }));
  const { platform, store, inbox, background, quietMs, onError } = deps;
  const context: Context = {
    platform,
    store,
    inbox,
    background,
    quietMs,
    onError,
    request,
    now,
    document,
    threadBefore,
    // A person is not waited for: what the user says meanwhile goes to them at once.
    takesTurns: platform.oneAtATime === true && !withPerson,
    withPerson,
    waiter: inbox.listen(request.key, document.word, platform.inline && !withPerson ? CALL_MS : 0),
    progressTimer: startProgressTimer(request.progress),
    calls: new Set(),
    failedLate: [],
  };
  let state = begin(context, said);
  try {
    await request.deadline.within(RESERVE_MS, async (signal, end) => {
      try {
        while (!state.isOver) {
          const after = step(context, state, signal);
          state = after instanceof Promise ? await after : after;
        }
      } finally {
        // The turn has what it waited for: what still runs then goes on without it, or ends.
        if (context.calls.size > 0) {
          end(NOT_WAITED_FOR);
          await Promise.all(context.calls);
        }
      }
    });
  } finally {
    context.waiter.close();
    await context.progressTimer.end();
  }
  const failedLate = (box: Outbox) => merge(box, context.failedLate);
  return { ...state, changes: [...state.changes, failedLate], late: state.late || queued(state.box).length > 0 };
}

const NO_ANSWERS: ReadonlySet<Message> = new Set();

function begin(context: Context, said: readonly Said[]): State {
  const { document, platform, request } = context;
  const { conversation } = document;
  const unread = document.unread.filter((item) => !isRepetition(item, conversation.sends));
  const now = context.now();
  const script = scriptAnswer(unread);
  const changes: readonly OutboxChange[] = [
    // What the bot has told by the other channel already answers nothing else.
    settledBy(conversation.outbox, deduplicateItems(unread, conversation.delivered ?? '').fresh, platform),
    (box) => expire(box, now),
    // What comes now answers what is said now, and no greeting that did not come in its turn.
    ...(said.length > 0 ? [(box: Outbox) => withoutStart(box, now, greetingMs(platform))] : []),
    ...said.map((one) => (box: Outbox) => (one.input.kind === 'start' ? queueFirst(box, one) : queue(box, one))),
    ...(script ? [(box: Outbox) => queueFirst(box, { id: `${request.id}:script`, input: script, saidAt: now })] : []),
  ];
  return {
    thread: isClosed(unread, conversation.thread, platform) ? undefined : conversation.thread,
    box: merge(conversation.outbox, changes),
    changes,
    own: new Set(said.map(({ id }) => id)),
    withdrawals: conversation.withdrawals ?? 0,
    inline: [],
    firstAnswers: NO_ANSWERS,
    sends: [],
    came: [],
    seen: refsOf(document.unread),
    waits: said.length === 0,
    late: false,
    answered: false,
    unsure: false,
    scriptsLeft: MAX_SCRIPTS,
    reopened: false,
    isOver: false,
  };
}

/** Sends what may be sent, else waits for the answer that is outstanding, else ends. */
function step(context: Context, state: State, signal: Signal): State | Promise<State> {
  // What cannot be sent any more stays queued.
  if (signal.aborted)
    return { ...state, late: state.late || (state.waits && sent(state.box).length > 0), isOver: true };
  const outgoing = next(state.box, context.takesTurns);
  const mustWait = queued(state.box).length > 0 || state.waits;
  if (!outgoing && !(mustWait && sent(state.box).length > 0)) return { ...state, isOver: true };
  return sendOrHear(context, state, signal, outgoing);
}

async function sendOrHear(
  context: Context,
  state: State,
  signal: Signal,
  outgoing: Outgoing | undefined,
): Promise<State> {
  let after: State;
  try {
    after = await (outgoing ? send(context, state, outgoing, signal) : hear(context, state, signal));
  } catch (thrown) {
    after = await lookOnceMore(context, { ...state, error: toAloudError(thrown), isOver: true });
  }
  context.request.onLap?.(outgoing ? 'send' : 'wait', after.error?.code);
  return after;
}
