/** @jest-environment node */
import { join } from 'node:path';
import { ofKind } from '../../chaos/history';
import { judge } from '../../chaos/judge';
import { LIVE_PLANTS } from '../../chaos/live-plants';
import type { Planned } from '../../chaos/plan';
import { makePlan } from '../../chaos/plan';
import { runChaos } from '../../chaos/run';

/** What `npm run build` made. */
const script = join(__dirname, '../../dist/chaos.js');
const SYSTEM = { script, servers: 2, platform: 'wotnot', store: 'sqlite', messages: 'named' } as const;

/** A little of everything that the system is to survive. `npm run chaos` has a plan of its own for each seed. */
const PLAN: readonly Planned[] = [
  { at: 1000, kind: 'replies-late', ms: 2000, replyMs: 1500, gapMs: 300 },
  { at: 1500, kind: 'kill', server: 0, ms: 200 },
  { at: 2500, kind: 'locked', ms: 700 },
  { at: 3000, kind: 'answers-lost', ms: 2000, share: 0.5, retryMs: 400 },
  { at: 3500, kind: 'webhooks-shuffled', ms: 2000, holdMs: 800 },
  { at: 4000, kind: 'kill', server: 1, ms: 200 },
  { at: 5500, kind: 'vendor-fails', ms: 1500, fault: 'half', calls: 3 },
  { at: 6000, kind: 'amazon-fails', ms: 2000, status: 429, calls: 5 },
  { at: 6500, kind: 'kill', server: 0, ms: 0 },
  { at: 7500, kind: 'vendor-slow', ms: 2000, delayMs: 700 },
  { at: 8500, kind: 'webhooks-cut', ms: 1500, share: 0.5 },
  { at: 9500, kind: 'amazon-slow', ms: 1500, delayMs: 500 },
  { at: 10_500, kind: 'kill', server: 1, ms: 500 },
  { at: 11_500, kind: 'vendor-fails', ms: 1500, fault: 'reset', calls: 3 },
  { at: 12_500, kind: 'locked', ms: 500 },
  { at: 13_500, kind: 'kill', server: 0, ms: 200 },
];

test('nothing is lost and nothing heard twice, whatever is killed and whoever fails', async () => {
  const { history } = await runChaos({ ...SYSTEM, seed: 7, seconds: 15, users: 10, plan: PLAN });
  expect(judge(history)).toEqual([]);
  expect(ofKind(history, 'down')).toHaveLength(5);
  expect(ofKind(history, 'reached').length).toBeGreaterThan(0);
}, 120_000);

test('what is planted into a running system is found', async () => {
  const plant = LIVE_PLANTS['server-error'];
  const { history } = await runChaos({ ...SYSTEM, seed: 8, seconds: 3, users: 10, plan: [], plant });
  const rules = judge(history).map(({ rule }) => rule);
  expect(rules).toContain('server-error');
}, 120_000);

test('a seed makes the same plan again, and another one another', () => {
  const plan = (seed: number) => makePlan({ seed, seconds: 90, servers: 2, store: 'sqlite' });
  expect(plan(7)).toEqual(plan(7));
  expect(plan(7)).not.toEqual(plan(8));
  expect(plan(7).length).toBeGreaterThan(20);
});
