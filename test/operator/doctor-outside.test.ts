/**
 * Times of other servers are compared with ours.
 * @jest-environment node
 */
import { createServer as createHttpServer, request as httpRequest, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { join } from 'node:path';
import { loadConfig } from '../../lambda/app/config';
import { NO_BUSINESS } from '../../lambda/business/words';
import { PLATFORM_NAMES, type PlatformName } from '../../lambda/platforms';
import { type RunningServer, startServer } from '../../lambda/server';
import { openStoreAt } from '../../lambda/store/open';
import { diagnose } from '../../operator/doctor';
import { examine } from '../../operator/doctor/examine';
import type { Finding } from '../../operator/doctor/finding';
import type { Network } from '../../operator/doctor/outside/network';
import { type Amazon, startAmazon } from '../../simulator/amazon';
import { type Certificate, createCertificate, createKeyPair } from '../../simulator/pki';
import { startVendor } from '../../simulator/platforms';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { screenOfTest } from '../support/screen';
import { findingsOf, makeFolder, removeFolders, SECRET, serverWith, type Typed } from './setups';

const HOST = 'alexa.hotel-adler.test';
const DAY_MS = 24 * 60 * 60 * 1000;
const BOT: Bot = { reply: () => [{ text: 'Good evening.' }] };

const keys = createKeyPair();
const root = createCertificate({ name: 'Root', ca: true });
const intermediate = createCertificate({ name: 'CA', ca: true, issuer: root, keys: createKeyPair() });
const leaf = (request: Partial<Parameters<typeof createCertificate>[0]> = {}): Certificate =>
  createCertificate({ name: HOST, host: HOST, issuer: intermediate, keys, ...request });
const good = leaf({ notAfter: new Date(Date.now() + 60 * DAY_MS) });

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(removeFolders);

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return (server.address() as AddressInfo).port;
}

/** The host of the public address: who shows this certificate, and answers so. */
async function host(answer: RequestListener, shown = good.pem + intermediate.pem): Promise<Network> {
  const server = createHttpsServer({ key: keys.privateKey, cert: shown }, answer);
  const port = await listen(server);
  return { at: (url) => (url.hostname === HOST ? { host: '127.0.0.1', port } : undefined), ca: root.pem };
}

/** What Caddy does with all that comes. */
function handOn(to: RunningServer): RequestListener {
  return (incoming, answer) => {
    const { method, url, headers } = incoming;
    const onward = httpRequest(`${to.url}${url}`, { method, headers, agent: false }, (response) => {
      answer.writeHead(response.statusCode ?? 0, response.headers);
      response.pipe(answer);
    });
    incoming.pipe(onward);
  };
}

async function aloud(platform: PlatformName, change: Typed = {}): Promise<RunningServer> {
  const settings = serverWith(platform, { KLAUNCH_HASHTAG: platform === 'klaunch' ? '#adler' : undefined, ...change });
  const server = await startServer({
    config: loadConfig({ ...settings, PORT: '0', ALOUD_STORE: 'sqlite::memory:', LOG_LEVEL: 'silent' }),
    businessOf: () => NO_BUSINESS,
  });
  open.push(server);
  return server;
}

async function amazon(): Promise<Amazon> {
  const started = await startAmazon();
  open.push(started);
  return started;
}

/** What is found when hosts may be called, but for those of the internet. */
async function outside(
  change: Typed,
  network: Network,
  platform: PlatformName = 'wotnot',
): Promise<readonly Finding[]> {
  // What would go to Amazon goes nowhere.
  const at: Network['at'] = (url) =>
    network.at?.(url) ?? (url.hostname === 'api.amazon.com' ? { host: '127.0.0.1', port: 1 } : undefined);
  return findingsOf({ file: serverWith(platform, change), offline: false, network: { ...network, at } });
}

function of(findings: readonly Finding[], id: string): Finding | undefined {
  return findings.find((finding) => finding.id === id);
}

test.each(PLATFORM_NAMES.filter((name) => name !== 'voximplant'))(
  '%s on a server behind Caddy, all as it should be',
  async (platform) => {
    const findings = await outside({}, await host(handOn(await aloud(platform))), platform);
    for (const id of ['certificate', 'endpoint', 'webhook'])
      expect(of(findings, id)).toMatchObject({ id, outcome: 'good' });
    expect(findings.filter(({ outcome }) => outcome === 'bad' || outcome === 'warning')).toEqual([]);
  },
);

test('the webhook of Voximplant Kit is reached, which answers otherwise', async () => {
  // Nobody is at the vendor's.
  const change = { VOXIMPLANT_BASE_URL: 'http://127.0.0.1:1' };
  const network = await host(handOn(await aloud('voximplant')));
  expect(of(await outside(change, network, 'voximplant'), 'webhook')).toMatchObject({ outcome: 'good' });
});

test('a proxy that speaks only what is out of use', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
  const server = createHttpsServer({ key: keys.privateKey, cert: good.pem + intermediate.pem, ...old });
  const port = await listen(server);
  const findings = await outside({}, { at: () => ({ host: '127.0.0.1', port }), ca: root.pem });
  expect(of(findings, 'certificate')).toMatchObject({ outcome: 'bad', remedy: expect.stringContaining('TLS 1.2') });
});

const CERTIFICATES: readonly (readonly [what: string, pem: string, said: RegExp, remedy: RegExp])[] = [
  [
    'over',
    leaf({ notBefore: new Date(0), notAfter: new Date(Date.now() - DAY_MS) }).pem + intermediate.pem,
    /ended on/,
    /certbot renew/,
  ],
  ['to come', leaf({ notBefore: new Date(Date.now() + DAY_MS) }).pem + intermediate.pem, /not valid yet/, /clock/],
  [
    'soon over',
    leaf({ notAfter: new Date(Date.now() + 5 * DAY_MS) }).pem + intermediate.pem,
    /ends on .* in [45] days/,
    /renew/,
  ],
  ["another host's", leaf({ host: 'www.hotel-adler.test' }).pem + intermediate.pem, /another host/, /certbot -d/],
  ['signed by itself', createCertificate({ name: HOST, host: HOST, keys }).pem, /itself/, /Let's Encrypt/],
  ['without the one between', good.pem, /intermediate/, /fullchain/],
  [
    'of an authority of one’s own',
    leaf({ issuer: createCertificate({ name: 'Office', ca: true }) }).pem,
    /authority|intermediate/,
    /Let's Encrypt|fullchain/,
  ],
];

test.each(CERTIFICATES)('a certificate that is %s', async (_what, pem, said, remedy) => {
  const findings = await outside({}, await host((_request, response) => void response.writeHead(400).end(), pem));
  expect(of(findings, 'certificate')).toMatchObject({
    what: expect.stringMatching(said),
    remedy: expect.stringMatching(remedy),
  });
  expect(of(findings, 'certificate')?.outcome).not.toBe('good');
});

test('nobody knows the host', async () => {
  const findings = await outside(
    {},
    { at: ({ hostname }) => (hostname === HOST ? { host: 'nothing.invalid', port: 443 } : undefined) },
  );
  expect(of(findings, 'certificate')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining(HOST),
    remedy: expect.stringContaining('A or AAAA'),
  });
});

test('nothing listens', async () => {
  const findings = await outside({}, { at: () => ({ host: '127.0.0.1', port: 1 }) });
  expect(of(findings, 'certificate')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining('nothing listens'),
    remedy: expect.stringContaining('3000'),
  });
});

test('a host that says nothing is not waited for', async () => {
  const port = await listen(createTcpServer((socket) => socket.resume()));
  const findings = await outside({}, { at: () => ({ host: '127.0.0.1', port }), timeoutMs: 200 });
  expect(of(findings, 'certificate')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining('does not answer'),
    remedy: expect.stringContaining('firewall'),
  });
  expect(of(findings, 'endpoint')?.outcome).toBe('not checked');
});

test('no check keeps the others waiting', async () => {
  const port = await listen(createTcpServer((socket) => socket.resume()));
  const network = { at: () => ({ host: '127.0.0.1', port }), timeoutMs: 2000 };
  const findings = await findingsOf({ file: serverWith('wotnot'), offline: false, network, patienceMs: 150 });
  expect(of(findings, 'doctor')).toMatchObject({
    outcome: 'not checked',
    what: expect.stringContaining('0.15 seconds'),
  });
  expect(of(findings, 'store')).toMatchObject({ outcome: 'good' });
});

test('a host that speaks no TLS', async () => {
  const port = await listen(createHttpServer((_request, response) => void response.end()));
  const findings = await outside({}, { at: () => ({ host: '127.0.0.1', port }) });
  expect(of(findings, 'certificate')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining('does not speak TLS'),
  });
});

const ANSWERS: readonly (readonly [what: string, status: number, location: string | undefined, remedy: RegExp])[] = [
  ['Aloud does not run', 502, undefined, /npx aloud start/],
  ['the proxy leaves the path out', 404, undefined, /hand on \/alexa/],
  [
    'another host is meant',
    301,
    'https://www.hotel-adler.test/alexa',
    /ALOUD_PUBLIC_URL=https:\/\/www\.hotel-adler\.test/,
  ],
  ['a password is asked for', 401, undefined, /password/],
  ['a firewall wants a browser', 403, undefined, /browser/],
  ['a website answers', 200, undefined, /something else/],
  ['only GET is handed on', 405, undefined, /method/],
];

test.each(ANSWERS)('%s', async (_what, status, location, remedy) => {
  const network = await host(
    (_request, response) => void response.writeHead(status, location ? { location } : {}).end('<html>'),
  );
  const findings = await outside({}, network);
  expect(of(findings, 'endpoint')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining(String(status)),
    remedy: expect.stringMatching(remedy),
  });
  expect(of(findings, 'webhook')).toMatchObject({ outcome: 'bad', what: expect.stringContaining(String(status)) });
});

test.each([
  ['another secret', { ALOUD_SECRET: [...SECRET].reverse().join('') }],
  ['another platform', undefined],
])('the server runs with %s', async (_what, change) => {
  const running = change ? await aloud('wotnot', change) : await aloud('klaunch');
  const findings = await outside({}, await host(handOn(running)));
  expect(of(findings, 'endpoint')?.outcome).toBe('good');
  expect(of(findings, 'webhook')).toMatchObject({
    outcome: 'bad',
    what: expect.stringMatching(/ALOUD_SECRET or ALOUD_PLATFORM/),
    remedy: expect.stringContaining('start it again'),
  });
});

test('on AWS the webhook is the one of the stack, and its secret is told to nobody else', async () => {
  const heard: (string | undefined)[] = [];
  const network = await host(({ url }, response) => {
    heard.push(url);
    response.writeHead(404).end('not found');
  });
  const states = {
    profiles: {
      default: {
        skillId: 'amzn1.ask.skill.1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809',
        skillInfrastructure: {
          '@ask-cli/cfn-deployer': {
            deployState: { default: { outputs: [{ OutputKey: 'WebhookUrl', OutputValue: `https://${HOST}/` }] } },
          },
        },
      },
    },
  };
  const { ALOUD_PUBLIC_URL: _, ALOUD_SKILL_ID: __, ALOUD_HOST: ___, ...file } = serverWith('wotnot');
  const findings = await findingsOf({
    file,
    offline: false,
    network,
    files: { '.ask/ask-states.json': JSON.stringify(states) },
  });
  expect(of(findings, 'webhook')).toMatchObject({ outcome: 'bad', remedy: 'npx aloud deploy' });
  expect(heard).toEqual([
    `/webhooks/wotnot/${'0'.repeat(32)}`,
    expect.stringMatching(/^\/webhooks\/wotnot\/[0-9a-f]{32}$/),
  ]);
});

test('what is no Aloud is not told the key', async () => {
  const heard: (string | undefined)[] = [];
  const network = await host(({ url }, response) => {
    heard.push(url);
    response.writeHead(200).end('ok');
  });
  await outside({}, network);
  expect(heard.filter((url) => url?.startsWith('/webhooks/'))).toEqual([`/webhooks/wotnot/${'0'.repeat(32)}`]);
});

/** The simulator in place of Amazon and vendor, on this machine. */
async function simulated(platform: PlatformName, change: Typed = {}) {
  const [vendor, services] = [await startVendor(platform, { bot: BOT }), await amazon()];
  open.push(vendor);
  const file: Record<string, string | undefined> = {
    ALOUD_SECRET: SECRET,
    ...vendor.environment,
    ...services.environment,
    ...change,
  };
  for (const [name, value] of Object.entries(file)) if (value && /[#"' ]/.test(value)) file[name] = `'${value}'`;
  return { file, services, vendor };
}

test("Amazon's credentials are taken, and the clock is hers", async () => {
  const { file, services } = await simulated('wotnot');
  const findings = await findingsOf({ file, offline: false });
  expect(of(findings, 'amazon.credentials')).toMatchObject({ outcome: 'good' });
  expect(of(findings, 'clock')).toMatchObject({ outcome: 'good' });
  expect(services.login.requests).toBe(1);
  expect(services.events.pending).toBeDefined();
  expect(findings.filter(({ outcome }) => outcome === 'bad' || outcome === 'warning')).toEqual([]);
});

test('credentials of another skill are told', async () => {
  const { file } = await simulated('wotnot', { ALEXA_CLIENT_SECRET: 'amzn1.oa2-cs.v1.wrong' });
  const findings = await findingsOf({ file, offline: false });
  expect(of(findings, 'amazon.credentials')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining('invalid_client'),
    remedy: expect.stringContaining('Alexa Skill Messaging'),
  });
  expect(JSON.stringify(findings)).not.toContain('amzn1.oa2-cs.v1.wrong');
});

test.each([
  [10 * 60, 'bad', /60[01] seconds ahead/],
  [-10 * 60, 'bad', /(?:599|600|601) seconds behind/],
  [60, 'warning', /6[01] seconds ahead/],
] as const)('a clock that is off by %d seconds', async (seconds, outcome, said) => {
  const { file } = await simulated('wotnot');
  const findings = await findingsOf({ file, offline: false, now: () => Date.now() + seconds * 1000 });
  expect(of(findings, 'clock')).toMatchObject({
    outcome,
    what: expect.stringMatching(said),
    remedy: 'timedatectl set-ntp true',
  });
});

test('Voximplant Kit is asked by its login', async () => {
  const { file, vendor } = await simulated('voximplant');
  expect(of(await findingsOf({ file, offline: false }), 'platform')).toMatchObject({ outcome: 'good' });
  expect(vendor.requests.length).toBe(1);
  const wrong = await findingsOf({ file: { ...file, VOXIMPLANT_API_TOKEN: 'another' }, offline: false });
  expect(of(wrong, 'platform')).toMatchObject({
    outcome: 'bad',
    remedy: expect.stringContaining('docs/platforms/voximplant.md'),
  });
});

test.each(PLATFORM_NAMES.filter((name) => name !== 'voximplant'))(
  '%s is not called unless that was asked for',
  async (platform) => {
    const { file, vendor } = await simulated(platform);
    expect(of(await findingsOf({ file, offline: false }), 'platform')).toMatchObject({
      outcome: 'not checked',
      remedy: expect.stringContaining('--call'),
    });
    expect(vendor.requests.length).toBe(0);
  },
);

test.each(PLATFORM_NAMES)(
  'with --call the bot on %s gets one message, and what stays of it is said',
  async (platform) => {
    const { file, vendor } = await simulated(platform);
    const env = Object.fromEntries(
      Object.entries(file).map(([name, value]) => [name, value?.replace(/^'(.*)'$/, '$1')]),
    );
    const call = { words: [], options: { call: true, yes: true }, env, root: makeFolder({ file }) };
    const { screen, out, err } = screenOfTest();
    await diagnose({ ...call, screen });
    expect(out()).toMatch(/^good .* took a message/m);
    expect(err()).toContain('a visitor "aloud-doctor"');
    expect(vendor.requests.length).toBeGreaterThan(0);
  },
);

test('without --yes nobody is called where nobody can be asked', async () => {
  const { file, vendor } = await simulated('klaunch');
  const env = Object.fromEntries(Object.entries(file).map(([name, value]) => [name, value?.replace(/^'(.*)'$/, '$1')]));
  const { screen } = screenOfTest();
  const root = makeFolder({ file });
  await expect(diagnose({ words: [], options: { call: true }, env, root, screen })).rejects.toThrow(/--yes/);
  expect(vendor.requests.length).toBe(0);
});

test('offline no host is called', async () => {
  const { file, vendor, services } = await simulated('voximplant');
  await findingsOf({ file, offline: true });
  expect([vendor.requests.length, services.login.requests]).toEqual([0, 0]);
});

test('a database that was written with another secret, or by a newer version, is told', async () => {
  const folder = makeFolder({});
  const path = join(folder, 'aloud.db');
  const store = openStoreAt(`sqlite:${path}`, { secret: [...SECRET].reverse().join('') });
  await store.open('k'.repeat(32), {
    userId: 'amzn1.ask.account.X',
    locale: 'en-US',
    apiEndpoint: 'https://api.amazonalexa.com',
  });
  await store.close();
  const env = serverWith('wotnot', { ALOUD_STORE: 'sqlite:./aloud.db' });
  const look = () => examine({ root: folder, env, offline: true, nodeVersion: '24.4.0' });
  expect(of(await look(), 'store')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining('another ALOUD_SECRET'),
  });
  const Libsql = require('libsql');
  const db = new Libsql(path);
  db.exec('PRAGMA user_version = 99');
  db.close();
  expect(of(await look(), 'store.newer')).toMatchObject({
    outcome: 'bad',
    what: expect.stringContaining('newer version'),
    remedy: expect.stringContaining('git pull'),
  });
});
