import { once } from 'node:events';
import express, { type Express } from 'express';
import { createApp } from '../../lambda/app';
import { type Config, loadConfig } from '../../lambda/app/config';
import { webhookEndpoint } from '../../lambda/server/webhook-endpoint';
import { alexaEndpoint, type EndpointOptions } from '../../lambda/skill/endpoint';
import { createVerifiers, type Trust } from '../../lambda/skill/verifier';
import { createLogger, logTelemetry } from '../../lambda/telemetry/log';
import type { Webhooks } from '../../lambda/webhooks/webhooks';

/** Your app, with the skill and the platform's webhook in it. */
export function createShop({ webhooks, ...endpoint }: EndpointOptions & { webhooks: Webhooks }): Express {
  const shop = express();
  shop.post('/alexa', alexaEndpoint(endpoint));
  shop.use('/webhooks', webhookEndpoint(webhooks));
  // Parsers of bodies only here: Alexa and the platforms sign the very bytes.
  shop.use(express.json());
  shop.get('/opening-hours', (_request, response) => void response.json({ monday: '9 to 5' }));
  return shop;
}

/** Starts it. Only tests give a `trust`: whose signatures are believed instead of Amazon's. */
export async function startShop(config: Config, logger = createLogger(config.logLevel), trust: Trust = {}) {
  const telemetry = logTelemetry(logger);
  const aloud = createApp({ config, telemetry, runsOn: true });
  const webhooks = aloud.webhooks();
  const verifiers = createVerifiers({ skillIds: aloud.skillIds, telemetry, ...trust });
  const server = createShop({ skill: aloud.skill(), webhooks, verifiers, telemetry }).listen(config.port, config.host);
  await once(server, 'listening');
  aloud.notifications()?.start();
  aloud.queuedWords().start();
  const sweeping = setInterval(() => void aloud.sweep(), 15 * 60_000);

  /** Lets running turns finish, then lets go of the database. */
  async function close(): Promise<void> {
    clearInterval(sweeping);
    const ended = once(server, 'close');
    server.close();
    await ended;
    await aloud.close();
  }
  return { server, webhookPath: webhooks.paths[0], close };
}

export async function main(): Promise<void> {
  const { close } = await startShop(loadConfig(process.env));
  process.once('SIGTERM', () => void close());
}
