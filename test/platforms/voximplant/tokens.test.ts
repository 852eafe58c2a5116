import { inspect } from 'node:util';
import type { Platform, PlatformInput } from '../../../lambda/conversation/ports/platform';
import { NO_TELEMETRY, type PlatformCall } from '../../../lambda/telemetry/telemetry';
import { WIRE_FAULTS } from '../../../simulator/platforms/faults';
import {
  startVoximplant,
  type VoximplantBehaviour,
  type VoximplantServer,
} from '../../../simulator/platforms/voximplant';
import { createAdapter } from '../../support/adapter';

const CHANNEL = { account: 'bluebell', apiToken: 'api/token', channelUuid: 'uuid', salt: 'salt' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = 1_760_000_000_000;

let clock: number;
let vendor: VoximplantServer;
let platform: Platform;
let calls: PlatformCall[];
let said: string[];

async function start(behaviour: Partial<VoximplantBehaviour> = {}): Promise<void> {
  clock = START;
  said = [];
  calls = [];
  const bot = {
    reply(_user: string, words: string) {
      said.push(words);
      return [];
    },
  };
  vendor = await startVoximplant({ bot, ...CHANNEL, behaviour, now: () => clock });
  platform = newAdapter();
}

function newAdapter(): Platform {
  return createAdapter(
    'voximplant',
    { ...CHANNEL, baseUrl: vendor.baseUrl },
    { telemetry: { ...NO_TELEMETRY, platformCall: (call) => calls.push(call) }, now: () => clock },
  );
}

afterEach(async () => {
  await platform.close();
  await vendor.close();
});

const soon = () => AbortSignal.timeout(5000);
const say = (words: string, signal = soon()) => {
  const input: PlatformInput = { kind: 'text', text: words };
  return platform.send({ clientId: 'anna' }, input, signal);
};
const paths = () => vendor.requests.map(({ url }) => url.replace(/^.*\/|\?.*$/g, ''));
const bearers = () => vendor.requests.flatMap(({ headers }) => headers.authorization ?? []);
const eventIds = () =>
  vendor.requests.flatMap(({ operation, body }) => (operation === 'send' ? [JSON.parse(body).event_id] : []));
const outcomes = () => calls.map(({ operation, outcome }) => `${operation} ${outcome}`);

async function eventually(check: () => boolean): Promise<void> {
  for (const deadline = performance.now() + 3000; !check(); ) {
    if (performance.now() > deadline) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

describe('the access token', () => {
  it('serves until twelve minutes have passed, and is then renewed by the refresh token', async () => {
    await start();
    await say('one');
    clock += 12 * MINUTE - 1;
    await say('two');
    clock += 1;
    await say('three');
    await say('four');
    expect(paths()).toEqual(['login', 'uuid', 'uuid', 'refreshToken', 'uuid', 'uuid']);
    const [first, second, third, fourth] = bearers();
    expect([second, fourth]).toEqual([first, third]);
    expect(third).not.toBe(first);
  });

  it('is refreshed with nothing but the refresh token, in a form', async () => {
    await start();
    await say('one');
    clock += 12 * MINUTE;
    await say('two');
    const refresh = vendor.requests[2];
    expect(refresh).toMatchObject({
      method: 'POST',
      url: '/api/v3/botService/refreshToken',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(refresh?.headers.authorization).toBeUndefined();
    expect([...new URLSearchParams(refresh?.body).keys()]).toEqual(['refresh_token']);
  });

  it('never runs out, over a day of talking with a vendor who takes a refresh token once', async () => {
    await start({ sessions: 'one' });
    for (let sent = 0; sent < 120; sent++) {
      await say('hello');
      clock += 14 * MINUTE;
    }
    expect(new Set(outcomes())).toEqual(new Set(['login ok', 'refresh ok', 'send ok']));
    expect(outcomes().filter((outcome) => outcome === 'login ok')).toHaveLength(1);
    expect(said).toHaveLength(120);
  });

  it.each([23 * HOUR, 30 * HOUR, 400 * HOUR])(
    'comes of a new login after %d milliseconds without a word',
    async (ms) => {
      await start();
      await say('one');
      clock += ms;
      await say('two');
      expect(outcomes()).toEqual(['login ok', 'send ok', 'login ok', 'send ok']);
    },
  );

  it('is taken from either place of the answer', async () => {
    await start({ tokensIn: 'top' });
    await say('one');
    clock += 12 * MINUTE;
    await say('two');
    expect(outcomes()).toEqual(['login ok', 'send ok', 'refresh ok', 'send ok']);
  });

  it("is an adapter's own", async () => {
    await start();
    const other = newAdapter();
    await say('one');
    await other.send({ clientId: 'bert' }, { kind: 'text', text: 'two' }, soon());
    await other.close();
    expect(paths()).toEqual(['login', 'uuid', 'login', 'uuid']);
    expect(new Set(bearers()).size).toBe(2);
  });
});

describe('a refresh that fails', () => {
  it.each([401, 404, 500, ...WIRE_FAULTS.filter((fault) => !['hang', 'drip'].includes(fault))])(
    'with %s leads to a login',
    async (fault) => {
      await start();
      await say('one');
      clock += 12 * MINUTE;
      vendor.behaviour.faults.open.push(fault);
      await say('two');
      expect(paths()).toEqual(['login', 'uuid', 'refreshToken', 'login', 'uuid']);
      expect(said).toEqual(['one', 'two']);
    },
  );

  it('because the vendor has ended all sessions leads to a login', async () => {
    await start({ errorStatus: 'ok' });
    await say('one');
    vendor.endTokens('all');
    clock += 13 * MINUTE;
    await say('two');
    expect(outcomes().slice(2)).toEqual(['refresh ALOUD_PLATFORM_UNAUTHORIZED', 'login ok', 'send ok']);
  });

  it('for want of an answer is not tried again with the same token', async () => {
    await start();
    await say('one');
    clock += 20 * MINUTE;
    vendor.behaviour.faults.open.push('hang');
    await expect(say('two', AbortSignal.timeout(50))).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' });
    await say('three');
    expect(outcomes().slice(2)).toEqual(['refresh ALOUD_PLATFORM_TIMEOUT', 'login ok', 'send ok']);
    expect(paths()).toEqual(['login', 'uuid', 'refreshToken', 'login', 'uuid']);
    expect(said).toEqual(['one', 'three']);
  });

  it('together with the login is no harm while the old token holds', async () => {
    await start();
    await say('one');
    clock += 14 * MINUTE;
    vendor.behaviour.faults.open.push(500, 503);
    await say('two');
    const [first, second] = bearers();
    expect(second).toBe(first);

    clock += MINUTE;
    vendor.behaviour.faults.open.push(503);
    await expect(say('three')).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_FAILED' });
    expect(said).toEqual(['one', 'two']);
  });
});

it('makes no call for a send whose time was up before it began', async () => {
  await start();
  await expect(say('one', AbortSignal.abort())).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' });
  expect([vendor.requests, calls]).toEqual([[], []]);
});

describe('many at a time', () => {
  const together = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => say(`${index}`)));

  it('share one login, and later one refresh', async () => {
    await start({ delayMs: 20 });
    await together(50);
    expect(paths().filter((path) => path !== 'uuid')).toEqual(['login']);
    clock += 12 * MINUTE;
    await together(50);
    expect(paths().filter((path) => path !== 'uuid')).toEqual(['login', 'refreshToken']);
    expect(said).toHaveLength(100);
    expect(new Set(eventIds()).size).toBe(100);
  });

  it('share one login when all of them are refused', async () => {
    await start({ delayMs: 20 });
    await say('first');
    vendor.endTokens('all');
    await together(50);
    expect(paths().filter((path) => path !== 'uuid')).toEqual(['login', 'login']);
    expect(said).toHaveLength(51);
  });

  it('share its failure, and the next one tries again', async () => {
    await start({ delayMs: 20 });
    vendor.behaviour.faults.open.push(503);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => say('x')));
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(paths()).toEqual(['login']);
    await say('again');
    expect(said).toEqual(['again']);
  });

  it('do not fail because one of them gives up', async () => {
    await start({ delayMs: 100 });
    const impatient = new AbortController();
    const first = say('first', impatient.signal);
    const second = say('second');
    const expectation = expect(first).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' });
    await eventually(() => vendor.requests.length === 1);
    impatient.abort();
    await expectation;
    await second;
    expect(paths()).toEqual(['login', 'uuid']);
    expect(said).toEqual(['second']);
  });

  it('hang up the login once nobody waits for it, and the next one begins another', async () => {
    await start();
    vendor.behaviour.faults.open.push('hang');
    const impatient = [new AbortController(), new AbortController()];
    const sends = impatient.map(({ signal }) => say('never', signal));
    const expectations = sends.map((sent) => expect(sent).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' }));
    await eventually(() => vendor.requests.length === 1);
    impatient[0]?.abort();
    await expectations[0];
    expect(vendor.waiting).toBe(1);
    impatient[1]?.abort();
    await Promise.all(expectations);
    await eventually(() => vendor.waiting === 0);
    await say('now');
    expect(paths()).toEqual(['login', 'login', 'uuid']);
    expect(said).toEqual(['now']);
  });
});

describe('a send that was not taken', () => {
  it.each([401, 403])('with %i is sent once more, as the same event, after a login', async (status) => {
    await start();
    vendor.behaviour.faults.send.push(status);
    await say('hello');
    expect(paths()).toEqual(['login', 'uuid', 'login', 'uuid']);
    expect(new Set(eventIds()).size).toBe(1);
    expect(new Set(bearers()).size).toBe(2);
    expect(said).toEqual(['hello']);
  });

  it.each(['own', 'ok'] as const)(
    'because its token ran out on the way is sent once more (%s)',
    async (errorStatus) => {
      await start({ errorStatus });
      await say('one');
      vendor.behaviour.delayMs = 30;
      clock += 11 * MINUTE;
      const second = say('two');
      await eventually(() => vendor.requests.length === 3);
      clock += 5 * MINUTE;
      await second;
      expect(outcomes().slice(2)).toEqual(['send ALOUD_PLATFORM_UNAUTHORIZED', 'login ok', 'send ok']);
      expect(said).toEqual(['one', 'two']);
    },
  );

  it('is not sent a third time, and the next one begins with a login', async () => {
    await start();
    vendor.behaviour.faults.send.push(401, 401);
    await expect(say('one')).rejects.toMatchObject({
      code: 'ALOUD_PLATFORM_UNAUTHORIZED',
      message: 'voximplant send: HTTP 401',
    });
    await say('two');
    expect(paths()).toEqual(['login', 'uuid', 'login', 'uuid', 'login', 'uuid']);
    expect(said).toEqual(['two']);
  });

  it.each([
    [400, 'ALOUD_PLATFORM_REJECTED', 'HTTP 200, success: false, code 400'],
    [503, 'ALOUD_PLATFORM_FAILED', 'HTTP 200, success: false, code 503'],
    [1001, 'ALOUD_PLATFORM_REJECTED', 'HTTP 200, success: false'],
    [200, 'ALOUD_PLATFORM_REJECTED', 'HTTP 200, success: false'],
  ] as const)(
    'in an answer of success: false, code %i, is sent once more, and then told',
    async (refusal, code, words) => {
      await start({ errorStatus: 'ok', refusals: [refusal] });
      await say('one');
      expect(said).toEqual(['one']);
      expect(paths()).toEqual(['login', 'uuid', 'login', 'uuid']);

      vendor.behaviour.refusals.push(refusal, refusal);
      await expect(say('two')).rejects.toMatchObject({ code, message: `voximplant send: ${words}` });
      expect(said).toEqual(['one']);
      expect(paths().slice(4)).toEqual(['uuid', 'login', 'uuid']);
    },
  );

  it('for too many calls is not sent again', async () => {
    await start({ errorStatus: 'ok', refusals: [429] });
    await expect(say('one')).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_RATE_LIMITED' });
    expect(paths()).toEqual(['login', 'uuid']);
  });
});

describe('a send of which nobody knows whether it was taken', () => {
  it.each([
    ['hang', 'ALOUD_PLATFORM_TIMEOUT'],
    ['drip', 'ALOUD_PLATFORM_TIMEOUT'],
    ['reset', 'ALOUD_PLATFORM_UNREACHABLE'],
    ['half', 'ALOUD_PLATFORM_BAD_ANSWER'],
    ['not-json', 'ALOUD_PLATFORM_BAD_ANSWER'],
    ['html-502', 'ALOUD_PLATFORM_FAILED'],
    [429, 'ALOUD_PLATFORM_RATE_LIMITED'],
    [500, 'ALOUD_PLATFORM_FAILED'],
  ] as const)('(%s) is not sent again', async (fault, code) => {
    await start();
    await say('one');
    vendor.behaviour.faults.send.push(fault);
    await expect(say('two', AbortSignal.timeout(200))).rejects.toMatchObject({ code });
    expect(paths()).toEqual(['login', 'uuid', 'uuid']);
    expect(said.filter((words) => words === 'two').length).toBe(typeof fault === 'number' ? 0 : 1);
  });

  it('because the time was up while it was to be sent again is not sent again', async () => {
    await start();
    await say('one');
    vendor.behaviour.faults.send.push(401);
    vendor.behaviour.faults.open.push('hang');
    const deadline = new AbortController();
    const sent = expect(say('two', deadline.signal)).rejects.toMatchObject({ code: 'ALOUD_PLATFORM_TIMEOUT' });
    await eventually(() => vendor.requests.length === 4);
    deadline.abort();
    await sent;
    await say('three');
    expect(paths()).toEqual(['login', 'uuid', 'uuid', 'login', 'login', 'uuid']);
    expect(said).toEqual(['one', 'three']);
  });
});

it('shows the API token to nobody but the login', async () => {
  await start();
  const errors: unknown[] = [];
  for (const fault of [400, 401, 500, 'reset', 'garbage', 'half', 'not-json', 'html'] as const) {
    vendor.behaviour.faults.open.push(fault);
    await say('x').catch((error: unknown) => errors.push(error));
  }
  vendor.behaviour.faults.open.push('hang');
  await say('x', AbortSignal.timeout(30)).catch((error: unknown) => errors.push(error));
  await vendor.close();
  await say('x').catch((error: unknown) => errors.push(error));
  expect(errors).toHaveLength(10);
  const all = inspect([errors, calls], { depth: 10, showHidden: true });
  for (const secret of ['api/token', 'api%2Ftoken', 'access_token=', 'simulated-', CHANNEL.account]) {
    expect(all).not.toContain(secret);
  }
});
