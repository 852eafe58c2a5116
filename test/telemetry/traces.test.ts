import type { AloudError } from '../../lambda/errors';
import type { RequestRecord } from '../../lambda/telemetry/request';
import { telemetryOf } from '../../lambda/telemetry/telemetry';
import { createTraces, type Traces } from '../../lambda/telemetry/traces';
import { type Collector, startCollector } from '../../simulator/collector';
import { until } from '../support/until';

let collector: Collector;
let traces: Traces;
let lost = 0;
const errors: AloudError[] = [];

beforeEach(async () => {
  collector = await startCollector();
  lost = 0;
  errors.length = 0;
  traces = createTraces({
    url: `${collector.url}/v1/traces`,
    headers: {},
    service: 'aloud',
    skills: [
      { name: 'hotel', skillIds: ['skill.1', 'skill.2'], platform: 'wotnot' },
      { name: 'dentist', skillIds: ['skill.3'], platform: 'klaunch' },
    ],
    onLost: (spans) => {
      lost += spans;
    },
    onError: (error) => void errors.push(error),
  });
});
afterEach(async () => {
  await traces.close();
  await collector.close();
});

const REQUEST: RequestRecord = {
  requestId: 'amzn1.echo-api.request.7',
  name: 'ChatIntent',
  applicationId: 'skill.2',
  ...{ cameAt: 10, readAt: 11, provenAt: 12, answeredAt: 20 },
  status: 200,
};

test('a notification is a trace of its own, with what became of it', async () => {
  telemetryOf(traces.telemetry, 'hotel').notification({ outcome: 'accepted', ms: 30 });
  telemetryOf(traces.telemetry, 'hotel').notification({ outcome: 'rejected', ms: 20 });
  await traces.close();
  expect(collector.faults).toEqual([]);
  const [accepted, rejected, ...more] = collector.spans;
  expect(more).toEqual([]);
  expect(accepted).toMatchObject({
    name: 'notification',
    isError: false,
    attributes: { 'aloud.skill': 'hotel', 'aloud.outcome': 'accepted' },
  });
  expect(Math.round((accepted?.to ?? 0) - (accepted?.from ?? 0))).toBe(30);
  expect(rejected).toMatchObject({ isError: true, attributes: { 'error.type': 'rejected' } });
  expect(accepted?.traceId).not.toBe(rejected?.traceId);
});

test('of several skills a request bears the name of its own, and the platform', async () => {
  for (const applicationId of ['skill.2', 'skill.3', 'skill.4']) traces.onRequest({ ...REQUEST, applicationId });
  await traces.close();
  const told = collector.spans.filter(({ name }) => name === 'request').map(({ attributes }) => attributes);
  expect(told.map((one) => [one['aloud.skill'], one['aloud.platform']])).toEqual([
    ['hotel', 'wotnot'],
    ['dentist', 'klaunch'],
    [undefined, undefined],
  ]);
});

test('a collector that takes nothing holds no more than a fixed number of spans back, and each that is lost is counted', async () => {
  collector.behaviour.answer = 400;
  for (let one = 0; one < 3000; one++) traces.onRequest(REQUEST);
  // Each is a request and its proof.
  expect(lost).toBeGreaterThanOrEqual(6000 - 2048);
  expect(lost).toBeLessThan(6000);
  await traces.close();
  await until(() => lost === 6000, 'that all of them are given up');
  expect(errors.map(({ code }) => code)).toEqual(['ALOUD_TRACES_LOST']);
});
