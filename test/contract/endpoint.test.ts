import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { createListener } from '../../lambda/server/listener';
import { alexaEndpoint } from '../../lambda/skill/endpoint';
import { createMetrics } from '../../lambda/telemetry/metrics';
import { envelope, post, recordTelemetry, serveOnLoopback } from '../support/signed-request';
import { describeEndpoint } from './endpoint.contract';
import { createShop } from './shop';

describeEndpoint('the server', (parts) =>
  createListener({
    ...parts,
    isReady: async () => true,
    registry: createMetrics().registry,
    metricsToken: undefined,
  }),
);

describeEndpoint('an Express app of your own', createShop);

test('a body that another parser has read is refused, as its bytes are gone', async () => {
  const telemetry = recordTelemetry();
  const skill = { invoke: () => Promise.reject(new Error('never')) };
  const app = express();
  app.use(express.json());
  app.post('/alexa', alexaEndpoint({ skill, verifiers: [], telemetry }));
  const { url, close } = await serveOnLoopback(app);
  const answer = await post(`${url}/alexa`, envelope(), { 'Content-Type': 'application/json' });
  await close();
  expect(answer.status).toBe(400);
  expect(telemetry.refusals).toEqual(['body']);
});

test('the app of your own is the one in the documentation', () => {
  const page = readFileSync(join(__dirname, '../../docs/express.md'), 'utf8');
  const app = readFileSync(join(__dirname, 'shop.ts'), 'utf8').replaceAll("'../../lambda/", "'./");
  expect(page).toContain(`\`\`\`ts\n${app}\`\`\``);
});
