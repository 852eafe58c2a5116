import { createDemoBot } from '../../simulator/platforms/bot';
import { envelope, post } from '../support/signed-request';
import { until } from '../support/until';
import { SKILL_ID, type Stage, setStage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

test('says that it lives and is ready, and tells browsers to leave it alone', async () => {
  stage = await setStage(createDemoBot());
  for (const path of ['healthz', 'readyz']) {
    const response = await fetch(`${stage.server.url}/${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-powered-by')).toBeNull();
  }
  expect((await fetch(`${stage.server.url}/nothing`)).status).toBe(404);
});

test('metrics are for the operator only', async () => {
  stage = await setStage(createDemoBot());
  const url = `${stage.server.url}/metrics`;
  expect((await fetch(url)).status).toBe(200);
  expect((await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(403);
  await stage.close();

  stage = await setStage(createDemoBot(), { settings: { ALOUD_METRICS_TOKEN: 'a token of sixteen' } });
  const guarded = `${stage.server.url}/metrics`;
  expect((await fetch(guarded)).status).toBe(401);
  expect((await fetch(guarded, { headers: { authorization: 'Bearer a token of sixteem' } })).status).toBe(401);
  expect((await fetch(guarded, { headers: { authorization: 'Bearer a token of sixteen' } })).status).toBe(200);
});

test('turns, refusals and calls to the platform are counted', async () => {
  stage = await setStage(createDemoBot());
  await stage.echo().hear('Alexa, ask chat companion to tell me your opening hours');
  const body = envelope({ applicationId: SKILL_ID });
  expect((await post(`${stage.server.url}/alexa`, `${body} `, stage.pki.sign(body))).status).toBe(400);
  const metrics = await (await fetch(`${stage.server.url}/metrics`)).text();
  expect(metrics).toContain('aloud_turn_seconds_count{request="ChatIntent",outcome="ok",skill="default"} 1');
  expect(metrics).toContain('aloud_requests_refused_total{reason="signature"} 1');
  expect(metrics).toMatch(
    /aloud_platform_call_seconds_count{platform="botdistrikt",operation="send",outcome="ok",skill="default"} 1/,
  );
});

test('closing lets a running turn finish, and takes no new one', async () => {
  stage = await setStage(createDemoBot());
  const echo = stage.echo();
  await echo.hear('Alexa, open chat companion');
  stage.vendor.behaviour.delayMs = 500;
  const turn = echo.hear('what are your opening hours');
  await until(
    () => stage.vendor.requests.some(({ operation }) => operation === 'send'),
    'the message at the vendor',
    20_000,
  );
  const closing = stage.server.close();
  await expect(fetch(`${stage.server.url}/healthz`)).rejects.toThrow();
  expect((await turn)?.speech).toContain('Tuesday');
  await closing;
});
