import { deduplicateItems } from '../deduplicate';
import type { Document } from '../document';
import { refsOf } from '../inbox';
import { isClosed, settledBy } from '../open-questions';
import { expire, merge, type OutboxChange, withoutStart } from '../outbox';
import type { Signal } from '../ports/signal';
import type { Unread } from '../ports/store';
import { isRepetition } from '../repetitions';
import { carryOn, type PassOnRequest } from './carry-on';
import { type ExchangeDeps, greetingMs, type State } from './state';

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
export function passOn(
  deps: ExchangeDeps,
  request: PassOnRequest,
  document: Document,
  came: readonly Unread[],
  stop: Signal,
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
  stop: Signal,
  callMs: number = CALL_MS,
): Promise<void> {
  const { platform } = deps;
  const { conversation } = document;
  const unread = document.unread.filter((item) => !isRepetition(item, conversation.sends));
  const { fresh } = deduplicateItems(unread, conversation.delivered ?? '');
  const now = (request.now ?? Date.now)();
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
    firstAnswers: new Set(),
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
