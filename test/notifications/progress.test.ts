import { setTimeout as delay } from 'node:timers/promises';
import { createProgress } from '../../lambda/notifications/progress';
import { NO_TELEMETRY, type NotificationProgress } from '../../lambda/telemetry/telemetry';

test('it is told at once how many wait, and then from time to time how many were sent since', async () => {
  const told: NotificationProgress[] = [];
  let pending = 7;
  const store = { pendingNotifications: async () => pending };
  const progress = createProgress(store, { ...NO_TELEMETRY, notificationProgress: (one) => told.push(one) }, 100);
  progress.sent();
  await progress.report();
  await progress.report();
  expect(told).toEqual([{ pending: 7, sent: 1, ms: 0 }]);
  progress.sent();
  progress.sent();
  pending = 5;
  await delay(101);
  await progress.report();
  expect(told[1]).toEqual({ pending: 5, sent: 2, ms: expect.any(Number) });
  expect(told[1]?.ms).toBeGreaterThan(99);
  await delay(101);
  await progress.report();
  expect(told[2]).toMatchObject({ sent: 0 });
});
