import { setTimeout as delay } from 'node:timers/promises';
import { startDeadline } from '../../lambda/conversation/deadline';
import type { Signal } from '../../lambda/conversation/ports/signal';
import { createSignal, follow } from '../../lambda/conversation/signals';

/** What ends with its signal, or not at all within two seconds. */
async function untilTold(signal: Signal): Promise<'told' | 'never'> {
  const told = new Promise<'told'>((resolve) => signal.addEventListener('abort', () => resolve('told')));
  const over = new AbortController();
  const first = await Promise.race([told, delay(2000, 'never' as const, { signal: over.signal })]);
  over.abort();
  return first;
}

test('work is told to end before the deadline, by what is kept for the rest of the turn', async () => {
  const deadline = startDeadline(120);
  expect(await deadline.within(100, untilTold)).toBe('told');
  expect(deadline.left()).toBeGreaterThan(0);
  expect(await deadline.within(0, untilTold)).toBe('told');
  await delay(5);
  expect(deadline.left()).toBe(0);
});

test('work that is done is told nothing, and its deadline goes on', async () => {
  const deadline = startDeadline(40);
  const signal = await deadline.within(0, async (given) => given);
  await delay(60);
  expect([signal.aborted, deadline.left()]).toEqual([false, 0]);
});

test.each(['before', 'then'] as const)('what follows a signal ends with it, for its reason: aborted %s', (when) => {
  const over = createSignal();
  const reason = new Error('over');
  if (when === 'before') over.abort(reason);
  const following = follow(over.signal);
  expect(following.signal.aborted).toBe(when === 'before');
  if (when === 'then') over.abort(reason);
  expect(following.signal.reason).toBe(reason);
});

test('what has left does not end with what it followed, and can still be ended', () => {
  const over = createSignal();
  const following = follow(over.signal);
  following.leave();
  over.abort();
  expect(following.signal.aborted).toBe(false);
  following.abort();
  expect(following.signal.aborted).toBe(true);
});

test('a signal tells each listener once, in their order, and none that was taken away or came too late', () => {
  const { signal, abort } = createSignal();
  const told: string[] = [];
  const tell = (name: string) => () => void told.push(name);
  const [first, second, third] = ['first', 'second', 'third'].map(tell) as [() => void, () => void, () => void];
  signal.addEventListener('abort', first);
  signal.addEventListener('abort', second);
  signal.addEventListener('abort', third);
  signal.removeEventListener('abort', second);
  abort('enough');
  abort('again');
  signal.addEventListener('abort', second);
  expect([told, signal.aborted, signal.reason]).toEqual([['first', 'third'], true, 'enough']);
});
