import { setTimeout as delay } from 'node:timers/promises';
import { startDeadline } from '../../lambda/conversation/deadline';
import { follow } from '../../lambda/conversation/exchange/state';

/** What ends with its signal, or not at all within two seconds. */
function untilTold(signal: AbortSignal): Promise<'told' | 'never'> {
  return delay(2000, 'never' as const, { signal }).catch(() => 'told' as const);
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
  const over = new AbortController();
  const reason = new Error('over');
  if (when === 'before') over.abort(reason);
  const following = follow(over.signal);
  expect(following.signal.aborted).toBe(when === 'before');
  if (when === 'then') over.abort(reason);
  expect(following.signal.reason).toBe(reason);
});
