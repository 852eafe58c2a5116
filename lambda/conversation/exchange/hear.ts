import { performance } from 'node:perf_hooks';
import { toAloudError } from '../../errors';
import { deduplicateItems, recordDelivered } from '../deduplicate';
import { refsOf } from '../inbox';
import { isAnswer, scriptAnswer, settleOldest } from '../open-questions';
import { sent } from '../outbox';
import type { Signal } from '../ports/signal';
import type { Unread } from '../ports/store';
import { isRepetition, recentSends } from '../repetitions';
import { type Context, change, type State } from './state';

/** How much longer it is waited after a statement than after a question: 1,200 ms and 700. Said in ALOUD_QUIET_MS, too. */
const AFTER_STATEMENT = 12 / 7;
/** A vendor's bot that was given the result of its script goes on by itself; this long it is waited for. */
const AFTER_SCRIPT_MS = 2500;
/** A person takes minutes: the user is not kept waiting for as long as a bot might take. */
const PERSON_WAIT_MS = 3000;

/** Waits for the first message and until it is quiet. Over when nothing came. */
export async function hear(context: Context, before: State, signal: Signal): Promise<State> {
  const { waiter, progressTimer, quietMs, withPerson } = context;
  waiter.expect();
  let state: State = { ...before, waits: false, unsure: before.unsure || sent(before.box).length > 1 };
  let quietAt = Number.POSITIVE_INFINITY;
  const giveUpAt = withPerson ? performance.now() + PERSON_WAIT_MS : Number.POSITIVE_INFINITY;
  for (;;) {
    const left = Math.min(quietAt, giveUpAt) - performance.now();
    if (left <= 0) break;
    // The waiter has been there since before anything was sent: where it was not woken there is nothing to read.
    await waiter.wait(left, signal);
    if (signal.aborted) break;
    const looked = await look(context, state);
    state = looked.state;
    if (!looked.fresh.some(isAnswer)) continue;
    progressTimer.stop();
    const ran = await runScript(context, state, looked.fresh, signal);
    state = ran.state;
    const last = looked.fresh.findLast(isAnswer)?.item;
    const asks =
      last?.kind === 'closed' || (last?.kind === 'message' && (await context.request.expectsAnswer(last.message)));
    const restMs = asks ? quietMs : quietMs * AFTER_STATEMENT;
    quietAt = performance.now() + (ran.isAnswered ? Math.max(restMs, AFTER_SCRIPT_MS) : restMs);
  }
  if (quietAt === Number.POSITIVE_INFINITY) return { ...state, late: true, isOver: true };
  return settle(context, state);
}

/** Listens for an answer beside a call, until the waiter is told otherwise. What it is, `hear` finds again. */
export function listenBeside(context: Context, state: State, onAnswer: () => void): void {
  context.waiter.onComing(() => {
    look(context, state).then(
      ({ fresh }) => {
        if (fresh.some(isAnswer)) onAnswer();
      },
      // Whoever waits for it later looks again.
      () => {},
    );
  });
}

/** The exchange is over, by an error. That may have gone wrong on the way back: the bot may have heard, and answered. */
export async function lookOnceMore(context: Context, state: State): Promise<State> {
  const looked = await look(context, state).catch(() => undefined);
  return looked?.fresh.some(isAnswer) ? settle(context, looked.state) : state;
}

function settle({ takesTurns }: Context, state: State): State {
  return { ...change(state, settleOldest(state.box, takesTurns)), late: false, answered: true };
}

/** What has come since the turn began, and what of it is new: not what the bot has told already. */
async function look(
  { document, inbox, request, now }: Context,
  state: State,
): Promise<{ readonly state: State; readonly fresh: readonly Unread[] }> {
  request.onTrip();
  const found = refsOf(document.unread);
  const came = (await inbox.unread(request.key, document.mark)).filter(({ ref }) => !found.has(ref));
  const waited = document.unread.flatMap(({ item }) => (item.kind === 'message' ? [item.message] : []));
  const delivered = recordDelivered(document.conversation.delivered ?? '', [...waited, ...state.inline], now());
  const sends = recentSends(document.conversation.sends, state.sends);
  const { fresh } = deduplicateItems(
    came.filter((item) => !state.seen.has(item.ref) && !isRepetition(item, sends)),
    delivered,
  );
  return { state: { ...state, came, seen: new Set([...state.seen, ...fresh.map(({ ref }) => ref)]) }, fresh };
}

/** Gives a bot the result of a script that it wants run. It is the turn that answers, never the webhook. */
async function runScript(
  { platform, onError }: Context,
  state: State,
  fresh: readonly Unread[],
  signal: Signal,
): Promise<{ readonly state: State; readonly isAnswered: boolean }> {
  const answer = scriptAnswer(fresh);
  if (!answer || !state.thread || state.scriptsLeft === 0) return { state, isAnswered: false };
  const after = { ...state, scriptsLeft: state.scriptsLeft - 1 };
  try {
    await platform.send(state.thread, answer, signal);
    return { state: after, isAnswered: true };
  } catch (thrown) {
    onError(toAloudError(thrown), 'script');
    return { state: after, isAnswered: false };
  }
}
