import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestType, SkillBuilders } from 'ask-sdk-core';
import { ExpressAdapter } from 'ask-sdk-express-adapter';
import express from 'express';
import { Pool } from 'undici';
import { loadConfig } from '../lambda/config';
import { startServer } from '../lambda/server';
import { SKILL_ID } from './traffic';

interface Options {
  readonly vendorUrl: string;
  readonly rootPem: string;
  readonly chainPem: string;
}

const REPLY = JSON.stringify([
  {
    text: 'We open at half past eight and close at six. Which day would suit you?',
    quick_replies: [{ title: 'Monday' }, { title: 'Tuesday' }, { title: 'Friday' }],
  },
]);

/** The bot, as fast as Node answers. */
export function startVendor(): Promise<{ url: string }> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(request.url?.endsWith('/user') ? '{"id":1}' : REPLY);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
  });
}

/** What a skill costs at the least: nothing verified, nothing kept, the bot's text spoken as it came. */
export function startFloor({ vendorUrl }: Options): Promise<{ url: string }> {
  const pool = new Pool(vendorUrl);
  const skill = SkillBuilders.custom()
    .addRequestHandlers({
      canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'IntentRequest',
      async handle({ responseBuilder }) {
        const { body } = await pool.request({
          method: 'POST',
          path: '/webchat_apps/1234/message',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ message: { text: 'when do you open tomorrow' } }),
        });
        const [reply] = (await body.json()) as { text: string }[];
        return responseBuilder
          .speak(String(reply?.text))
          .reprompt('Which day?')
          .addElicitSlotDirective('query')
          .getResponse();
      },
    })
    .create();
  const app = express();
  app.post('/alexa', ...new ExpressAdapter(skill, false, false).getRequestHandlers());
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
}

/** The whole server: signatures verified, the conversation kept in SQLite, logs and metrics on. */
export function startOurs({ vendorUrl, rootPem, chainPem }: Options): Promise<{ url: string }> {
  const config = loadConfig({
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: 'a secret for the benchmark, 32 characters',
    ALOUD_STORE: `sqlite:${join(mkdtempSync(join(tmpdir(), 'aloud-bench-')), 'aloud.db')}`,
    ALOUD_HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
    BOTDISTRIKT_DOMAIN: 'https://bench.example',
    BOTDISTRIKT_BASE_URL: vendorUrl,
  });
  return startServer({ config, trust: { roots: [rootPem], fetchPem: async () => chainPem } });
}
