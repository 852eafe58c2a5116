import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { mock } from 'node:test';
import { getRequestType, SkillBuilders } from 'ask-sdk-core';
import { ExpressAdapter } from 'ask-sdk-express-adapter';
import express from 'express';
import { Pool } from 'undici';
import { projectRoot } from '../simulator/root';
import { listen } from './listen';
import type { Served } from './served';

import stockVerifier = require('ask-sdk-express-adapter/dist/verifier/helper');

export interface Asking {
  /** Where the bot is. */
  readonly vendorUrl: string;
}

/** A throw-away PKI, of which the certificates are fetched from nowhere. */
export interface Trusting {
  readonly rootPem: string;
  readonly chainPem: string;
}

/** What a skill costs at the least: nothing verified, nothing kept, the bot's text spoken as it came. */
export function startFloor({ vendorUrl }: Asking): Promise<Served> {
  return listen(stockSkill(vendorUrl, false));
}

/**
 * The floor behind the SDK's own verifiers of signature and time. Two things are stubbed, as the SDK offers no way in, and
 * both are asked only when a certificate is first seen: the chain is handed over instead of fetched from Amazon, and our
 * root is believed instead of those that Node brings. The chain is then checked and kept, and the signature of every
 * request is checked, by the SDK's own code.
 */
export function startStockVerified({ vendorUrl, rootPem, chainPem }: Asking & Trusting): Promise<Served> {
  const generate = stockVerifier.generateCAStore;
  mock.method(stockVerifier, 'generateCAStore', () => generate([rootPem]));
  mock.method(https, 'get', (_url: string, answer: (response: PassThrough) => void) => {
    const response = Object.assign(new PassThrough(), { statusCode: 200 });
    answer(response);
    response.end(chainPem);
    return new PassThrough();
  });
  return listen(stockSkill(vendorUrl, true));
}

function stockSkill(vendorUrl: string, verified: boolean): RequestListener {
  const ask = botAt(vendorUrl);
  const skill = SkillBuilders.custom()
    .addRequestHandlers({
      canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'IntentRequest',
      handle: async ({ responseBuilder }) =>
        responseBuilder
          .speak(await ask('when do you open tomorrow'))
          .reprompt('Which day?')
          .addElicitSlotDirective('query')
          .getResponse(),
    })
    .create();
  return express().post('/alexa', ...new ExpressAdapter(skill, verified, verified).getRequestHandlers());
}

const JOVO = join(projectRoot(), 'bench/jovo');

/** Whether Jovo is there: it has a folder of packages of its own. */
export function hasJovo(): boolean {
  return existsSync(join(JOVO, 'node_modules'));
}

/** The floor in Jovo 4, which verifies nothing by itself either. */
export async function startJovo({ vendorUrl }: Asking): Promise<Served> {
  const { createJovoApp } = createRequire(join(JOVO, 'app.js'))('./app.js') as {
    createJovoApp(ask: Ask): Promise<RequestListener>;
  };
  return listen(await createJovoApp(botAt(vendorUrl)));
}

type Ask = (said: string) => Promise<string>;

/** One call, and what the bot says. */
export function botAt(vendorUrl: string): Ask {
  const pool = new Pool(vendorUrl);
  return async (said) => {
    const { body } = await pool.request({
      method: 'POST',
      path: '/webchat_apps/1234/message',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: { text: said } }),
    });
    const [reply] = (await body.json()) as { text: string }[];
    return String(reply?.text);
  };
}
