import fc from 'fast-check';
import { type CollectedSpan, type Collector, startCollector } from '../../simulator/collector';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { envelope, post } from '../support/signed-request';
import { until } from '../support/until';
import { SECRET, SKILL_ID, type Stage, type StageOptions, setStage } from './stage';

/** What the SDK reads itself: sends at once, and gives up soon. */
const SDK = { OTEL_BSP_SCHEDULE_DELAY: '5', OTEL_EXPORTER_OTLP_TIMEOUT: '200' };
const before = { ...process.env };
beforeAll(() => void Object.assign(process.env, SDK));
afterAll(() => {
  process.env = before;
});

let collector: Collector;
let stage: Stage;
beforeEach(async () => {
  collector = await startCollector();
});
afterEach(async () => {
  await stage.close();
  await collector.close();
});

const TEA: Bot = { reply: () => [{ text: 'Tea is on its way.' }] };

async function traced(bot: Bot, { settings, ...options }: StageOptions = {}): Promise<void> {
  stage = await setStage(bot, { ...options, settings: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...settings } });
}

const ask = (words: string) => stage.echo().hear(`Alexa, ask chat companion ${words}`);

/** The spans of the requests so far, by name, once all of them have come. */
async function spansOf(requests: number): Promise<readonly CollectedSpan[]> {
  const whole = () =>
    collector.faults.length > 0 || collector.spans.filter(({ name }) => name === 'request').length >= requests;
  await until(whole, `the spans of ${requests} requests`);
  expect(collector.faults).toEqual([]);
  return collector.spans;
}

test('a turn is a tree: the request, and in it what was done for it, one after the other', async () => {
  await traced(TEA, { platform: 'voximplant', settings: { OTEL_SERVICE_NAME: 'harbor' } });
  await ask('to tell me a story');
  const spans = await spansOf(1);
  const [request, ...others] = spans.filter(({ name }) => name === 'request');
  const children = spans.filter(({ name }) => name !== 'request').toSorted((a, b) => a.from - b.from);
  expect(others).toEqual([]);
  expect(request).toMatchObject({
    kind: 'server',
    parentSpanId: undefined,
    isError: false,
    resource: { 'service.name': 'harbor' },
    attributes: {
      'http.request.method': 'POST',
      'http.route': '/alexa',
      'http.response.status_code': 200,
      'aloud.request': 'ChatIntent',
      'aloud.skill': 'default',
      'aloud.platform': 'voximplant',
      'aloud.outcome': 'ok',
      'aloud.store.trips': expect.any(Number),
    },
  });
  expect(children.map(({ name }) => name).join(' ')).toMatch(
    /^verify open interpret (?:send )+wait render save render$/,
  );
  let at = request?.from ?? Number.POSITIVE_INFINITY;
  for (const child of children) {
    expect(child).toMatchObject({ traceId: request?.traceId, parentSpanId: request?.spanId, isError: false });
    // To the microsecond, as times are counted since 1970.
    expect(child.from).toBeGreaterThanOrEqual(at - 0.001);
    at = child.to;
  }
  expect(at).toBeLessThanOrEqual((request?.to ?? 0) + 0.001);
  expect(children.find(({ name }) => name === 'send')).toMatchObject({
    kind: 'client',
    attributes: { 'aloud.platform': 'voximplant' },
  });
});

test('no trace context is taken from a request, and none is sent to the platform', async () => {
  await traced(TEA);
  const body = envelope({ applicationId: SKILL_ID });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
  const headers = { ...stage.pki.sign(body), traceparent };
  expect((await post(`${stage.server.url}/alexa`, body, headers)).status).toBe(200);
  const spans = await spansOf(1);
  expect(JSON.stringify(spans)).not.toMatch(/0af7651916cd43dd8448eb211c80319c|b7ad6b7169203331/);
  expect(stage.vendor.requests.length).toBeGreaterThan(0);
  for (const request of stage.vendor.requests) expect(request).not.toHaveProperty('headers.traceparent');
});

test('the log has the same stages, with the same times', async () => {
  await traced(TEA, { settings: { LOG_LEVEL: 'info' } });
  await ask('to tell me a story');
  const spans = await spansOf(1);
  const sums: Record<string, number> = {};
  for (const { name, from, to } of spans) {
    if (name !== 'request' && name !== 'verify') sums[name] = (sums[name] ?? 0) + to - from;
  }
  const { timings } = JSON.parse(stage.log.find((line) => line.includes('"turn"')) ?? '{}');
  expect(Object.keys(timings).toSorted()).toEqual(Object.keys(sums).toSorted());
  for (const [name, ms] of Object.entries(sums)) expect(Math.abs(timings[name] - ms)).toBeLessThan(0.1);
});

test('what went wrong stands at the span in which it did, by its code', async () => {
  await traced(TEA);
  stage.vendor.behaviour.faults.send.push(500);
  await ask('to tell me a story');
  const failed = (await spansOf(1)).filter(({ isError }) => isError);
  expect(failed.map(({ name }) => name).toSorted()).toEqual(['request', 'send']);
  for (const { attributes } of failed) expect(attributes['error.type']).toBe('ALOUD_PLATFORM_FAILED');
});

test('a request that is none of a turn has its proof alone, and one that is refused leaves nothing', async () => {
  await traced(TEA);
  const { url } = stage.server;
  const { sign } = stage.pki;
  const ended = envelope({ type: 'SessionEndedRequest', applicationId: SKILL_ID });
  expect((await post(`${url}/alexa`, `${ended} `, sign(ended))).status).toBe(400);
  expect((await post(`${url}/alexa`, ended, sign(ended))).status).toBe(200);
  const spans = await spansOf(1);
  expect(spans.map(({ name, attributes }) => [name, attributes['aloud.request']])).toEqual(
    expect.arrayContaining([
      ['verify', undefined],
      ['request', 'SessionEndedRequest'],
    ]),
  );
  expect(spans).toHaveLength(2);
});

/** What an attribute may say: words of ours, codes and numbers. */
const VALUE = /^[\w./-]{1,64}$/;

test('no word of a user or a bot is in them, no id of a person, and no secret', async () => {
  let answer = '';
  await traced(
    { reply: () => [{ text: answer }] },
    {
      settings: { OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20s3cret-of-the-collector' },
    },
  );
  const odd = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 });
  const word = fc.stringMatching(/^[a-z]{9,14}$/);
  let times = 0;
  const words: string[] = [];
  await fc.assert(
    fc.asyncProperty(odd, word, async (text, said) => {
      answer = text;
      words.push(text, said);
      await ask(`to find ${said}`);
      times++;
    }),
    { numRuns: 20 },
  );
  const spans = await spansOf(times);
  for (const { attributes, resource } of spans) {
    for (const value of Object.values({ ...attributes, ...resource })) expect(String(value)).toMatch(VALUE);
  }
  const sent = collector.requests.map(({ body }) => body).join('\n');
  const secrets = [SECRET, 's3cret', 'amzn1.', 'ANNE', 'echo-api', ...Object.values(stage.vendor.environment)];
  const texts = [...words, ...secrets.filter((value) => value !== 'botdistrikt')];
  expect(texts.filter((text) => sent.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  expect(collector.requests[0]?.headers.authorization).toBe('Bearer s3cret-of-the-collector');
});

describe('a collector that', () => {
  /** As an operator sees it. */
  async function lost(): Promise<number> {
    const metrics = await (await fetch(`${stage.server.url}/metrics`)).text();
    return Number(/^aloud_spans_lost_total (\d+)$/m.exec(metrics)?.[1]);
  }

  test.each<[string, (url: string) => string]>([
    ['refuses', (url) => url],
    ['never answers', (url) => url],
    ['is not there', () => 'http://127.0.0.1:9'],
  ])('%s costs spans, and no turn', async (what, urlOf) => {
    collector.behaviour.answer = what === 'refuses' ? 401 : 'silent';
    const url = urlOf(collector.url);
    await traced(TEA, {
      settings: {
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${url}/v1/traces`,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-key=s3cret',
      },
    });
    for (let turn = 0; turn < 3; turn++)
      expect((await ask('to tell me a story'))?.speech).toContain('Tea is on its way');
    await until(async () => (await lost()) > 0, 'that spans are lost');
    const lines = stage.log.filter((line) => line.includes('ALOUD_TRACES_LOST'));
    // However often it happens, the log does not grow by it.
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/127\.0\.0\.1|s3cret/);
  });
});

test('how many are kept is what the environment says', async () => {
  process.env.OTEL_TRACES_SAMPLER = 'always_off';
  await traced(TEA);
  delete process.env.OTEL_TRACES_SAMPLER;
  expect((await ask('to tell me a story'))?.speech).toContain('Tea is on its way');
  await stage.server.close();
  expect(collector.requests).toEqual([]);
});
