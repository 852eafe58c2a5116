import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type * as Entry from '../../lambda/index';
import { packSkill } from '../../lambda/secrets/stored-skill';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { type Call, readCall, send } from '../../simulator/aws/call';
import type { Rights } from '../../simulator/aws/rights';
import { createSecretsManager, type SecretsManager } from '../../simulator/aws/secrets-manager';
import { isSignedWith, signatureOf } from '../../simulator/aws/signature';
import { envelope } from '../support/signed-request';

type Functions = typeof Entry;

const ENVIRONMENT = process.env;
const CONTEXT = { getRemainingTimeInMillis: () => 60_000 };
const KEYS = { AWS_ACCESS_KEY_ID: 'ASIAROLE', AWS_SECRET_ACCESS_KEY: 'secret/key+', AWS_SESSION_TOKEN: 'lent' };
const ALL: Rights = { allows: () => true };

let secrets: SecretsManager;
let rights: Rights;
let calls: Call[];
let server: Server;
const written: string[] = [];

beforeEach(async () => {
  secrets = createSecretsManager({ region: 'eu-west-1', account: '123456789012' });
  rights = ALL;
  calls = [];
  server = createServer(async (request, response) => {
    const call = await readCall(request);
    calls.push(call);
    send(response, await secrets.handle(call, rights));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  written.length = 0;
  const { writeSync } = fs;
  jest.spyOn(fs, 'writeSync').mockImplementation((file: number, data, ...rest) => {
    if (file !== process.stdout.fd) return Reflect.apply(writeSync, fs, [file, data, ...rest]);
    written.push(String(data));
    return String(data).length;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.env = ENVIRONMENT;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const idOf = (name: string) => `amzn1.ask.skill.${name}`;
const secretOf = (name: string) => `the secret of the ${name}, of 32 letters`;

function store(name: string, more: Readonly<Record<string, string>> = {}): void {
  const environment = {
    ...{ ALOUD_SKILL_ID: idOf(name), ALOUD_SECRET: secretOf(name), ALOUD_PLATFORM: 'wotnot' },
    ...{
      WOTNOT_API_URL: 'http://127.0.0.1:9',
      WOTNOT_TOKEN: 'jwt',
      WOTNOT_BOT_KEY: 'key',
      WOTNOT_WEBHOOK_TOKEN: `hook of ${name}`,
    },
    ...more,
  };
  const business = { locales: { 'en-US': { name: `the ${name}` } } };
  secrets.put(`aloud/skills/${name}`, packSkill({ environment, business }));
}

/** The functions as a process of AWS Lambda has them just after its start. */
function load(): Functions {
  const { port } = server.address() as AddressInfo;
  process.env = {
    ...ENVIRONMENT,
    ...KEYS,
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
    ALOUD_SKILL_SECRETS: 'aloud/skills',
    ALOUD_SETTINGS: JSON.stringify({ ALOUD_SECRET: 'what seals the store, at least 32 letters' }),
    ALOUD_STORE: 'sqlite::memory:',
    ALOUD_NOTIFIER: 'elsewhere',
    LOG_LEVEL: 'error',
  };
  jest.resetModules();
  return require('../../lambda/index');
}

/** What an Echo says to a launch, before a bot that is not there; `undefined` where the invocation fails. */
async function open({ handler }: Functions, name: string): Promise<string | undefined> {
  const event = JSON.parse(envelope({ applicationId: idOf(name) }));
  const answer = await handler(event, CONTEXT).catch(() => undefined);
  return (answer?.response.outputSpeech as { ssml: string } | undefined)?.ssml;
}

/** How the vendor's handshake ends. */
async function knock({ webhook }: Functions, name: string): Promise<number> {
  const { statusCode } = await webhook({
    ...{ rawPath: webhookPath(secretOf(name), 'wotnot'), rawQueryString: '' },
    headers: { 'content-type': 'application/json' },
    requestContext: { http: { method: 'POST' } },
    body: JSON.stringify({ token: `hook of ${name}` }),
  });
  return statusCode;
}

/** What was logged of our own. */
const codes = () => written.map((line) => JSON.parse(line).code).filter((code) => !code.startsWith('ALOUD_PLATFORM_'));

test('the secrets of all are read once in a process, with a signed call, and each serves its own', async () => {
  for (const name of ['baker', 'dentist']) store(name);
  secrets.put('aloud/skills-of-others/cinema', '{}');
  secrets.put('aloud/settings', '{}');
  const functions = load();
  expect(await open(functions, 'baker')).toContain('through to the baker ');
  expect(await open(functions, 'dentist')).toContain('through to the dentist ');
  expect(await Promise.all(['baker', 'dentist'].map((name) => knock(functions, name)))).toEqual([200, 200]);
  expect(calls).toHaveLength(1);
  const [call] = calls as [Call];
  expect(signatureOf(call)).toMatchObject({
    keyId: KEYS.AWS_ACCESS_KEY_ID,
    region: 'eu-west-1',
    service: 'secretsmanager',
  });
  expect(isSignedWith(call, KEYS.AWS_SECRET_ACCESS_KEY)).toBe(true);
  expect(call.headers['x-amz-security-token']).toBe(KEYS.AWS_SESSION_TOKEN);
  expect(codes()).toEqual([]);
});

test('more than a page of them', async () => {
  for (let index = 10; index < 55; index++) store(`brand-${index}`);
  expect(await open(load(), 'brand-54')).toContain('through to the brand-54 ');
  expect(calls).toHaveLength(3);
});

test('a skill that was added since is found when Alexa or its vendor comes, and no stranger makes it look all the time', async () => {
  store('baker');
  const functions = load();
  await open(functions, 'baker');
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + 60_000);
  store('dentist');
  expect(await knock(functions, 'dentist')).toBe(200);
  expect(await open(functions, 'dentist')).toContain('through to the dentist ');
  expect(await open(functions, 'baker')).toContain('baker');
  for (let times = 0; times < 20; times++) expect(await knock(functions, 'stranger')).toBe(404);
  expect(await open(functions, 'stranger')).toBeUndefined();
  expect(calls).toHaveLength(2);
});

test.each([
  [
    'Secrets Manager fails',
    () => secrets.faults.push('InternalServiceError', 'InternalServiceError'),
    'ALOUD_SECRETS_UNREACHABLE',
  ],
  ['the role may not', () => (rights = { allows: () => false }), 'ALOUD_SECRETS_FORBIDDEN'],
])(
  '%s: a calm sentence, the vendor tries again, and so does the next request',
  async (_, fail, code) => {
    store('baker');
    const functions = load();
    fail();
    const spoken = await open(functions, 'baker');
    expect(spoken).toMatch(/^<speak>.*again.*<\/speak>$/is);
    expect(codes()).toEqual([code]);
    fail();
    expect(await knock(functions, 'baker')).toBe(503);
    fail();
    const event = { source: 'aws.scheduler' } as const;
    await expect(functions.notifier(event, CONTEXT)).rejects.toThrow(code);
    rights = ALL;
    expect(await open(functions, 'baker')).toContain('through to the baker ');
    expect(await knock(functions, 'baker')).toBe(200);
  },
  30_000,
);

test('who waits for what does not answer hears it while Alexa still listens', async () => {
  store('baker');
  const functions = load();
  secrets.faults.push('hang', 'hang');
  const began = Date.now();
  expect(await open(functions, 'baker')).toMatch(/^<speak>/);
  expect(Date.now() - began).toBeLessThan(5000);
  expect(codes()).toEqual(['ALOUD_SECRETS_UNREACHABLE']);
});

test('one failure alone is nothing that anybody notices', async () => {
  store('baker');
  secrets.faults.push('ThrottlingException');
  expect(await open(load(), 'baker')).toContain('through to the baker ');
  expect(codes()).toEqual([]);
});

test('a skill whose secret is wrong keeps no other from being served', async () => {
  for (const name of ['baker', 'zoo']) store(name);
  store('dentist', { WOTNOT_TOKEN: '' });
  secrets.put('aloud/skills/hotel', 'written by hand');
  store('imitator', { ALOUD_SECRET: secretOf('baker') });
  const functions = load();
  for (const name of ['baker', 'zoo']) expect(await open(functions, name)).toContain(`through to the ${name} `);
  expect(await open(functions, 'dentist')).toBeUndefined();
  const told = written.join('\n');
  expect(told).toContain('the secret aloud/skills/dentist: WOTNOT_TOKEN is missing');
  expect(told).toContain('the secret aloud/skills/hotel: npm run deploy has not written it');
  expect(told).toContain('the skills baker and imitator have the same ALOUD_SECRET');
  expect(told).not.toContain('hook of');
  expect(told).not.toContain(secretOf('baker'));
});

test('no skill yet', async () => {
  const functions = load();
  expect(await open(functions, 'baker')).toMatch(/^<speak>/);
  expect(codes()).toEqual(['ALOUD_SECRETS_MISSING']);
});
