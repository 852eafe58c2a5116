import { startTraces } from '../../lambda/server/traces';
import { createDemoBot } from '../../simulator/platforms/bot';
import { setStage } from './stage';

const SDK = ['sdk-trace-base', 'exporter-trace-otlp-http', 'resources'].map((name) => `@opentelemetry/${name}`);
for (const name of SDK) {
  jest.doMock(name, () => {
    throw new Error(`${name} is loaded`);
  });
}

test('without a collector nothing of what sends traces is loaded', async () => {
  const stage = await setStage(createDemoBot(), { settings: { OTEL_EXPORTER_OTLP_ENDPOINT: '' } });
  const turn = await stage.echo().hear('Alexa, ask chat companion to tell me your opening hours');
  expect(turn?.speech).toContain('Tuesday');
  await stage.close();

  const settings = { otlpEndpoint: 'http://127.0.0.1:9', serviceName: 'aloud', skills: [] as never };
  expect(() => startTraces(settings as never, { spansLost() {} }, { error() {} })).toThrow(/is loaded$/);
});
