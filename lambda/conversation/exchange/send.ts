import { isDeepStrictEqual } from 'node:util';
import type { AloudError } from '../../errors';
import { answered, claim, failed, next, type Outgoing, queued, queueFirst } from '../outbox';
import type { Signal } from '../ports/signal';
import { callOrAnswer, NOT_TAKEN } from './call';
import { lookOnceMore } from './hear';
import { type Context, change, outboxAfter, type State, saidSoFar } from './state';

/** Sends what is next, once it is claimed. Waits for the call, or for an answer that comes before it has come back. */
export async function send(context: Context, before: State, outgoing: Outgoing, signal: Signal): Promise<State> {
  const { platform } = context;
  if (!before.thread && platform.greetsFirst && outgoing.input.kind !== 'start') {
    const start = { id: `${outgoing.id}:start`, input: { kind: 'start' } as const, saidAt: context.now() };
    return change(before, (box) => queueFirst(box, start));
  }
  // What an earlier turn has queued another may be sending, too.
  const isShared = platform.oneAtATime || context.document.conversation.outbox.some(({ id }) => id === outgoing.id);
  const claimed = isShared ? await claimOnDisk(context, before, outgoing) : claimHere(context, before, outgoing);
  if (!claimed.isOurs) return claimed.state;
  const answers = outgoing.follows === undefined ? [] : saidSoFar(before);
  const state = {
    ...claimed.state,
    sends: [...before.sends, context.now()],
    firstAnswers: answers.length === 0 ? before.firstAnswers : new Set([...before.firstAnswers, ...answers]),
  };
  const claimedNow = state.box.find(({ id }) => id === outgoing.id) ?? outgoing;
  const asked =
    answers.length === 0 ? claimedNow : { ...claimedNow, input: await context.request.picked(outgoing.input, answers) };
  const called = await callOrAnswer(context, state, asked, signal);
  const after = { ...state, thread: called.thread, answered: false };
  if (called.kind === 'answered') return { ...after, waits: true };
  if (called.kind === 'failed') return afterFailure(context, after, outgoing, called.error);
  const { result } = called;
  const inline = [...state.inline, ...result.messages];
  if (result.pending && result.messages.length === 0) return { ...after, inline, waits: true };
  return { ...change(after, (box) => answered(box, outgoing.id)), inline, waits: false };
}

interface Claimed {
  readonly state: State;
  readonly isOurs: boolean;
}

function claimHere({ now }: Context, state: State, { id }: Outgoing): Claimed {
  const at = now();
  return { state: change(state, (box) => claim(box, id, at)), isOurs: true };
}

/**
 * Notes what is about to be sent before it is: another turn of the user, or one after a crash, must not send at the same
 * time. Not ours where another turn was faster: what it has sent is to be answered first.
 */
async function claimOnDisk(context: Context, state: State, { id }: Outgoing): Promise<Claimed> {
  const now = context.now();
  const { box, isOurs, conversation } = await context.document.update((newest) => {
    const merged = outboxAfter(state, newest);
    const isOurs = next(merged, context.takesTurns)?.id === id;
    const box = isOurs ? claim(merged, id, now, [...state.seen]) : merged;
    return { conversation: { ...newest, outbox: box }, box, isOurs, patienceMs: context.request.deadline.left() };
  });
  // A call of an earlier turn may have come back, and brought the thread.
  const isUntouched = isDeepStrictEqual(state.thread, context.threadBefore);
  const thread = isUntouched ? conversation.thread : state.thread;
  return { state: { ...state, thread, box, changes: [] }, isOurs };
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
