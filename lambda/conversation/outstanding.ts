import type { Conversation, Unanswered } from './conversation';
import type { Platform, PlatformInput, Thread } from './ports/platform';
import type { Unread } from './ports/store';

/** After a minute nobody expects an answer any more: the slowest vendor promises one within 60 seconds. */
const EXPECTED_MS = 60_000;
/** What was held for longer is not sent any more: nobody means it now. */
const HELD_MS = 10 * 60_000;

/** Whether the conversation has ended on the platform. The word of an older one, whose thread is gone, is none. */
export function isClosed(items: readonly Unread[], thread: Thread | undefined, platform: Platform): boolean {
  const current = thread && platform.threadId?.(thread);
  return items.some(
    ({ item }) => item.kind === 'closed' && (!item.thread || current === undefined || item.thread === current),
  );
}

/**
 * What is held when a turn is over: what it could not put to the bot, and what other turns hold meanwhile.
 *
 * @param ours all that the turn was to put to the bot, each `written`
 */
export function heldAfter(
  { held, ours }: { readonly held: readonly PlatformInput[]; readonly ours: ReadonlySet<string> },
  newest: Conversation,
): readonly PlatformInput[] {
  return [...held, ...(newest.held ?? []).filter((input) => !ours.has(written(input)))];
}

/** What the bot still owes an answer to, once these items were heard. */
export function owed(
  { unanswered = [] }: Conversation,
  items: readonly Unread[],
  { oneAtATime }: Platform,
): readonly Unanswered[] {
  const answered = items.some(({ item }) => item.kind === 'message' && item.message.from.kind !== 'broadcast');
  if (!answered) return unanswered;
  return oneAtATime ? [] : unanswered.slice(1);
}

/** What is held and still meant. A conversation that begins anew begins once. */
export function stillHeld(
  { held = [], heldAt = 0 }: Conversation,
  inputs: readonly PlatformInput[],
): readonly PlatformInput[] {
  if (!isWithin(HELD_MS, heldAt)) return [];
  const starts = inputs.some(({ kind }) => kind === 'start');
  return held.filter(({ kind }) => !(starts && kind === 'start'));
}

/** What an answer may still be expected to. */
export function expected(unanswered: readonly Unanswered[] = []): readonly Unanswered[] {
  return unanswered.filter(({ at }) => isWithin(EXPECTED_MS, at));
}

/** Looks both ways: a clock that was set back must not make anybody wait until it has caught up. */
function isWithin(ms: number, at: number): boolean {
  return Math.abs(Date.now() - at) < ms;
}

/** JSON, to compare what has been through the store. */
export function written(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** The answer that the last message waits for, if it wants a script run: at most one. */
export function scriptAnswers(items: readonly Unread[]): PlatformInput[] {
  const last = items.findLast(({ item }) => item.kind === 'message')?.item;
  const inputRequest = last?.kind === 'message' ? last.message.inputRequest : undefined;
  return inputRequest?.kind === 'script' ? [{ kind: 'answer', inputRequest, text: '' }] : [];
}

/** Whether one of these items is what the user waits for: a broadcast answers nobody. */
export function isAnswer({ item }: Unread): boolean {
  return item.kind === 'closed' || item.message.from.kind !== 'broadcast';
}
