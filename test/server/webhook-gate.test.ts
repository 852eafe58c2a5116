import { createWebhookGate } from '../../lambda/server/webhook-gate';

const KB = 1024;
const never = () => new Promise<void>(() => {});

function enterMany(gate: ReturnType<typeof createWebhookGate>, times: number, bytes = KB) {
  return Array.from({ length: times }, () => gate.enter(bytes)).filter((entry) => entry !== undefined);
}

test('no more are let in at once than fit into memory, by number and by size, and others once they have left', async () => {
  const gate = createWebhookGate();
  const all = enterMany(gate, 300);
  expect(all).toHaveLength(256);
  all[0]?.leave();
  all[0]?.leave();
  await all[1]?.work(async () => {});
  await all[2]?.work(() => Promise.reject(new Error('failed'))).catch(() => {});
  expect(enterMany(gate, 10)).toHaveLength(3);
  expect(enterMany(createWebhookGate(), 100, 256 * KB)).toHaveLength(64);
});

test('where the disk is slow no more are let in than it can take in time; a few may wait', () => {
  let now = 0;
  const gate = createWebhookGate(() => now);
  for (const entry of enterMany(gate, 40)) void entry.work(never);
  now = 1500;
  for (const entry of enterMany(gate, 24)) void entry.work(never);
  expect(gate.enter(KB)).toBeUndefined();
});

test('one whose vendor has hung up while it is stored still counts', () => {
  const gate = createWebhookGate();
  for (const entry of enterMany(gate, 256)) {
    void entry.work(never);
    entry.leave();
  }
  expect(gate.enter(KB)).toBeUndefined();
});

test('they are worked on in their order, and everything else has its turn after eight milliseconds', async () => {
  let now = 0;
  const gate = createWebhookGate(() => now);
  const order: unknown[] = [];
  const work = enterMany(gate, 5).map((entry, index) =>
    entry.work(async () => {
      now += 4;
      order.push(index);
    }),
  );
  setImmediate(() => order.push('a turn'));
  await Promise.all(work);
  expect(order).toEqual([0, 1, 'a turn', 2, 3, 4]);
});
