import { createMetrics } from '../../lambda/telemetry/metrics';

test('each server tells of the process, which is watched once', async () => {
  const [first, second] = [createMetrics(), createMetrics()];
  expect(await second.registry.metrics()).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
  const name = 'nodejs_gc_duration_seconds';
  expect(second.registry.getSingleMetric(name)).toBe(first.registry.getSingleMetric(name));
  second.spansLost(1);
  expect(await first.registry.metrics()).toMatch(/^aloud_spans_lost_total 0$/m);
});
