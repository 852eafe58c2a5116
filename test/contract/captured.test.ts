import { createHash } from 'node:crypto';
import { platformSecrets, secretsOf } from '../../lambda/app/capture';
import { loadConfig } from '../../lambda/app/config';
import type { Captured } from '../../lambda/capture/entry';
import { createRecording } from '../../lambda/capture/record';
import type { Recorder } from '../../lambda/capture/recorder';
import { watching } from '../../lambda/capture/watch';
import type { Platform } from '../../lambda/conversation/ports/platform';
import { PLATFORM_NAMES, PLATFORMS, type PlatformName } from '../../lambda/platforms';
import { NO_TELEMETRY } from '../../lambda/telemetry/telemetry';
import { type CapturedFixture, fixtureOf } from '../../operator/capture/fixture';
import { show } from '../../operator/capture/show';
import { startWebhookReceiver } from '../../operator/contract/webhook-receiver';
import { startVendor } from '../../simulator/platforms';
import { createDemoBot } from '../../simulator/platforms/bot';
import { screenOfTest } from '../support/screen';
import { type CapturedHarness, replay } from './captured.contract';

jest.setTimeout(8000);
const KEY = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const SAID = 'I am Wilhelmina Quist, wilhelmina@quist.example, +49 170 1234567, prices please';
const ADDRESS: Readonly<Record<PlatformName, string>> = {
  ...{ botdistrikt: 'baseUrl', voximplant: 'baseUrl', klaunch: 'url', wotnot: 'baseUrl', chataibot: 'baseUrl' },
};

/** A conversation with the simulated vendor, of which everything was captured. */
async function captureFrom(name: PlatformName, words = false) {
  const vendor = await startVendor(name, { bot: createDemoBot() });
  const environment = {
    ...vendor.environment,
    ALOUD_SECRET: 'the secret of this test, which is long',
    ALOUD_SKILL_ID: 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555',
  };
  const config = loadConfig(environment);
  const captured: Captured[] = [];
  const state = { id: 'x', salt: 'a salt', since: 0, until: 1, words };
  const recording = createRecording({
    state,
    secrets: secretsOf(config),
    now: Date.now,
    watching,
    keep: (one) => void captured.push(one),
  });
  const recorder: Recorder = { isOn: true, ...recording };
  const { values } = config.skills[0].platform;
  const platform = PLATFORMS[name].create(values, { name, telemetry: NO_TELEMETRY, recorder });
  const receive: Platform['receive'] = (request) => {
    const received = platform.receive(request);
    recorder.webhook(platform, request, received);
    return received;
  };
  const receiver = await startWebhookReceiver({ ...platform, receive });
  vendor.sendWebhooksTo(receiver.url);
  const { signal } = new AbortController();
  try {
    let thread = await platform.open({ key: KEY, locale: 'en-US' }, signal);
    for (const text of ['start', SAID, 'meet the team', 'how to find us', 'talk to a person']) {
      const input =
        text === 'start' && platform.greetsFirst ? { kind: 'start' as const } : { kind: 'text' as const, text };
      thread = (await platform.send(thread, input, signal)).thread;
      await vendor.idle();
    }
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    await platform.close();
    await receiver.close();
    await vendor.close();
  }
  // A region ("eu") may stand in the letters that take the place of others.
  const secrets = platformSecrets(config.skills[0].platform).flatMap(([, value]) =>
    typeof value === 'string' && value.length > 4 ? value : [],
  );
  const settings = Object.fromEntries(
    Object.values(PLATFORMS[name].settings).flatMap(({ name: variable }) => {
      const value = environment[variable as keyof typeof environment];
      return value === undefined ? [] : [[variable, value]];
    }),
  );
  const harness: CapturedHarness = {
    settings,
    create: (baseUrl, made) =>
      PLATFORMS[name].create(
        { ...values, [ADDRESS[name]]: baseUrl },
        { name, telemetry: NO_TELEMETRY, recorder: made },
      ),
    ...(name === 'voximplant' && {
      sign: ({ event_id }) => ({ authorization: signature(settings, event_id) }),
    }),
  };
  return { captured, secrets, harness, callbacks: receiver.events.length };
}

function signature(settings: Readonly<Record<string, string>>, eventId: unknown): string {
  const parts = [settings.VOXIMPLANT_SALT, settings.VOXIMPLANT_API_TOKEN, ...(eventId === undefined ? [] : [eventId])];
  return createHash('md5').update(parts.join(':')).digest('hex');
}

describe.each(PLATFORM_NAMES)('a capture of %s', (name) => {
  it('keeps nothing of anybody, and no secret', async () => {
    const { captured, secrets } = await captureFrom(name);
    const text = JSON.stringify(captured);
    for (const found of [KEY, 'Wilhelmina', 'Quist', 'quist.example', '1234567', 'prices', 'Bluebell', ...secrets]) {
      expect(text).not.toContain(found);
    }
    expect(captured.length).toBeGreaterThan(4);
  });

  it('keeps words where that is wanted, but no address, no number and no secret', async () => {
    const { captured, secrets } = await captureFrom(name, true);
    const text = JSON.stringify(captured);
    expect(text).toContain('prices please');
    for (const found of [KEY, 'wilhelmina@', '170 1234567', ...secrets]) expect(text).not.toContain(found);
  });

  it('makes a fixture of which the adapter reads the same', async () => {
    const { captured, harness, callbacks } = await captureFrom(name);
    const fixture: CapturedFixture = JSON.parse(JSON.stringify(fixtureOf(captured)));
    const outcomes = await replay(fixture, harness);
    expect(outcomes).toHaveLength(captured.length);
    for (const { before, now } of outcomes) expect(now).toEqual(before);
    if (callbacks > 0) expect(JSON.stringify(outcomes)).toContain('message of bot: text');
  });

  it('is shown with what was read and what was not, ids by their names', async () => {
    const { captured } = await captureFrom(name);
    const shown = show(captured, screenOfTest().screen);
    expect(shown).toContain(`call ${name} send: ok, HTTP 200`);
    expect(shown).toMatch(/<user-1>|<conversation-1>/);
    expect(shown).toMatch(/^ {3}read +\S/m);
  });
});
