import { answered, type Outbox, type OutboxChange, sent } from './outbox';
import type { Platform, PlatformInput, Thread } from './ports/platform';
import type { Unread } from './ports/store';

/** Whether the conversation has ended on the platform. The word of an older one, whose thread is gone, is none. */
export function isClosed(items: readonly Unread[], thread: Thread | undefined, platform: Platform): boolean {
  const current = thread && platform.threadId?.(thread);
  return items.some(
    ({ item }) => item.kind === 'closed' && (!item.thread || current === undefined || item.thread === current),
  );
}

/**
 * What hearing these items does to the outbox: an answer is the answer to the oldest thing that was sent, and to all of it
 * where the platform takes one thing at a time.
 */
export function settledBy(box: Outbox, items: readonly Unread[], { oneAtATime = false }: Platform): OutboxChange {
  const answers = items.filter(({ item }) => item.kind === 'message' && item.message.from.kind !== 'broadcast');
  const settled = sent(box).filter(({ heard = [] }) => answers.some(({ ref }) => !heard.includes(ref)));
  return settleOldest(settled, oneAtATime);
}

/** @param all an answer that came settles everything that was sent */
export function settleOldest(box: Outbox, all: boolean): OutboxChange {
  const settled = all ? sent(box) : sent(box).slice(0, 1);
  return (newest) => settled.reduce((left, { id }) => answered(left, id), newest);
}

/** The answer that the last message waits for, if it wants a script run. */
export function scriptAnswer(items: readonly Unread[]): PlatformInput | undefined {
  const last = items.findLast(({ item }) => item.kind === 'message')?.item;
  const inputRequest = last?.kind === 'message' ? last.message.inputRequest : undefined;
  return inputRequest?.kind === 'script' ? { kind: 'answer', inputRequest, text: '' } : undefined;
}

/** Whether one of these items is what the user waits for: a broadcast answers nobody. */
export function isAnswer({ item }: Unread): boolean {
  return item.kind === 'closed' || item.message.from.kind !== 'broadcast';
}
