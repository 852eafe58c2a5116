import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../lambda/app/config';
import type { Environment } from '../../lambda/config/environment';
import { type RunningServer, startServer } from '../../lambda/server';
import { createLogger } from '../../lambda/telemetry/log';
import { webhookPath } from '../../lambda/webhooks/webhooks';
import { createEcho } from '../../simulator/echo/echo';
import { loadModels } from '../../simulator/echo/models';
import { startVendor } from '../../simulator/platforms';
import type { Vendor } from '../../simulator/platforms/vendor';
import { testPki } from '../support/pki';
import { envelope, post } from '../support/signed-request';
import { describeSeveralSkills } from './several-skills';

const folder = mkdtempSync(join(tmpdir(), 'aloud-several-'));
afterAll(() => rmSync(folder, { recursive: true }));

describeSeveralSkills('sqlite', () => `sqlite:${join(folder, 'aloud.db')}`);

const MODELS = loadModels();
const PKI = testPki();
const TRUST = { roots: [PKI.rootPem], fetchPem: async () => PKI.chainPem };
const DENTIST = { name: 'dentist', id: 'amzn1.ask.skill.dentist', secret: 'the secret of the dentist, 32 letters' };
const HOTEL = { name: 'hotel', id: 'amzn1.ask.skill.hotel', secret: 'the secret of the hotel, 32 letters' };

/** Two businesses, each with a bot on a platform of its own, served by one process from one store. */
async function start(dentist: Partial<typeof DENTIST> = {}) {
  const vendors = [
    await startVendor('botdistrikt', { bot: { reply: () => [{ text: 'We drill.' }] } }),
    await startVendor('wotnot', { bot: { reply: () => [{ text: 'We have rooms.' }] } }),
  ] as const;
  const one = configOf({ ...DENTIST, ...dentist }, vendors[0]);
  const other = configOf(HOTEL, vendors[1]);
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => void log.push(line) });
  const close = () => Promise.all(vendors.map((vendor) => vendor.close()));
  const server = await startServer({
    config: { ...one, skills: [...one.skills, ...other.skills] },
    logger,
    trust: TRUST,
  }).catch(async (error) => {
    await close();
    throw error;
  });
  vendors[0].sendWebhooksTo(server.url + webhookPath(DENTIST.secret, 'botdistrikt'));
  vendors[1].sendWebhooksTo(server.url + webhookPath(HOTEL.secret, 'wotnot'));
  return {
    server,
    log: () => log.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    async close() {
      await server.close();
      await close();
    },
  };
}

function configOf({ name, id, secret }: typeof DENTIST, vendor: Vendor): Config {
  const settings: Environment = {
    ALOUD_SKILL_ID: id,
    ALOUD_SECRET: secret,
    ALOUD_STORE: 'sqlite::memory:',
    ALOUD_HOST: '127.0.0.1',
    ALOUD_QUIET_MS: '60',
    PORT: '0',
    ...vendor.environment,
  };
  const config = loadConfig(settings);
  return { ...config, skills: [{ ...config.skills[0], name }] };
}

/** The Echo of one and the same customer, on which both skills are enabled. */
function echoOf(skillId: string, server: RunningServer) {
  return createEcho({
    models: MODELS,
    locale: 'en-US',
    endpoint: `${server.url}/alexa`,
    sign: PKI.sign,
    skillId,
    userId: 'amzn1.ask.account.ANNE',
    deviceId: 'amzn1.ask.device.ANNE',
    apiEndpoint: 'https://api.amazonalexa.com',
  });
}

let running: Awaited<ReturnType<typeof start>>;
afterEach(() => running?.close());

test('each skill talks to its own bot, whichever way the bot answers', async () => {
  running = await start();
  const [dentist, hotel] = [DENTIST, HOTEL].map(({ id }) => echoOf(id, running.server));
  for (const echo of [dentist, hotel]) await echo?.hear('Alexa, open chat companion');
  expect((await dentist?.hear('which treatments are there'))?.speech).toContain('We drill.');
  expect((await hotel?.hear('which treatments are there'))?.speech).toContain('We have rooms.');
});

test('metrics and lines of the log say which skill they are of', async () => {
  running = await start();
  const hotel = echoOf(HOTEL.id, running.server);
  await hotel.hear('Alexa, open chat companion');
  await hotel.hear('which treatments are there');
  const metrics = await (await fetch(`${running.server.url}/metrics`)).text();
  expect(metrics).toContain('aloud_turn_seconds_count{request="ChatIntent",outcome="ok",skill="hotel"} 1');
  expect(metrics).toMatch(/aloud_platform_call_seconds_count\{platform="wotnot",.*,skill="hotel"\} 1/);
  expect(metrics).toMatch(/aloud_webhook_seconds_count\{outcome="stored",skill="hotel"\} [12]/);
  expect(metrics).not.toContain('skill="dentist"');
  expect(running.log().filter(({ msg }) => msg === 'turn')).toEqual([
    expect.objectContaining({ skill: 'hotel', name: 'LaunchRequest' }),
    expect.objectContaining({ skill: 'hotel', name: 'ChatIntent' }),
  ]);
});

test('a request for a third skill is refused, and of no skill', async () => {
  running = await start();
  const body = envelope({ applicationId: 'amzn1.ask.skill.third' });
  expect((await post(`${running.server.url}/alexa`, body, PKI.sign(body))).status).toBe(400);
  const metrics = await (await fetch(`${running.server.url}/metrics`)).text();
  expect(metrics).toContain('aloud_requests_refused_total{reason="application"} 1');
});

test.each([
  ['name', { name: HOTEL.name }, 'two skills are named hotel'],
  ['secret', { secret: HOTEL.secret }, 'the skills dentist and hotel have the same ALOUD_SECRET'],
  ['id', { id: HOTEL.id }, 'the skills dentist and hotel have the same ALOUD_SKILL_ID, amzn1.ask.skill.hotel'],
])('two skills of one %s are not served', async (_what, same, message) => {
  await expect(start(same)).rejects.toMatchObject({ code: 'ALOUD_CONFIG_INVALID', message });
});
