import { createTokenSource, type TokenOptions, type TokenSource } from '../../lambda/amazon/login-with-amazon';
import type { AloudError } from '../../lambda/errors';
import { type Amazon, startAmazon } from '../../simulator/amazon';

const CLIENT_ID = 'amzn1.application-oa2-client.1';
/** What breaks where a form is not encoded. */
const CLIENT_SECRET = 'a+b/c&d=e f%20ü';
const MINUTE = 60_000;
const START = 1_800_000_000_000;
let now: number;
let amazon: Amazon;
let tokens: TokenSource;
let errors: AloudError[];

function start(options: Partial<TokenOptions> = {}): void {
  errors = [];
  tokens = createTokenSource({
    url: amazon.lwaUrl,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    telemetry: { error: (error) => void errors.push(error as AloudError) },
    now: () => now,
    random: () => 1,
    ...options,
  });
}

beforeEach(async () => {
  now = START;
  amazon = await startAmazon({ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, now: () => now });
  start();
});
afterEach(async () => {
  await tokens.close();
  await amazon.close();
});

async function token(source = tokens): Promise<string> {
  const answer = await source.get();
  return 'token' in answer ? answer.token : `none before +${answer.retryAt - START}`;
}

/** Waits until the simulator was asked so often. */
async function asked(count: number): Promise<void> {
  while (amazon.login.requests < count) await new Promise(setImmediate);
}

/** The token that takes the place of this one, once it is there. */
async function another(first: string): Promise<string> {
  for (;;) {
    const second = await token();
    if (second !== first) return second;
    await new Promise(setImmediate);
  }
}

test('a token is fetched once, and used while it is good', async () => {
  const first = await token();
  expect(amazon.login.accepts(first)).toBe(true);
  now += 54 * MINUTE;
  expect(await token()).toBe(first);
  expect(amazon.login.requests).toBe(1);
  expect(amazon.login.violations).toEqual([]);
});

test('who asks while it is fetched waits for the same', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => token()));
  expect(new Set(answers).size).toBe(1);
  expect(amazon.login.requests).toBe(1);
});

test('it is renewed some minutes before its end, and nobody waits for that', async () => {
  const first = await token();
  now += 56 * MINUTE;
  amazon.login.behaviour.delayMs = 20;
  expect(await token()).toBe(first);
  await asked(2);
  const second = await another(first);
  expect(amazon.login.accepts(second)).toBe(true);
  expect(amazon.login.requests).toBe(2);
});

test('an outage of some minutes is not felt', async () => {
  const first = await token();
  now += 56 * MINUTE;
  amazon.login.behaviour.faults.push(503);
  expect(await token()).toBe(first);
  await asked(2);
  while (errors.length === 0) await new Promise(setImmediate);
  expect(await token()).toBe(first);
  now += 3 * MINUTE;
  await token();
  await asked(3);
  const second = await another(first);
  now = START + 61 * MINUTE;
  expect(await token()).toBe(second);
});

test('a token with a short life is renewed at half of it', async () => {
  amazon.login.behaviour.tokenSeconds = 60;
  await token();
  now += 29_000;
  await token();
  expect(amazon.login.requests).toBe(1);
  now += 2000;
  await token();
  await asked(2);
});

test('a token that is over is not used', async () => {
  const first = await token();
  now += 61 * MINUTE;
  expect(await token()).not.toBe(first);
});

test('a clock that is set back makes no token good for ever', async () => {
  const first = await token();
  now -= 24 * 60 * MINUTE;
  expect(await token()).not.toBe(first);
});

test('a refused token is replaced, once for all who were refused', async () => {
  const first = await token();
  amazon.login.revoke();
  const answers = await Promise.all(Array.from({ length: 20 }, () => tokens.replace(first)));
  const [second] = answers;
  expect(second && 'token' in second && amazon.login.accepts(second.token)).toBe(true);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(amazon.login.requests).toBe(2);
});

test('when the new one is refused as well, no more are fetched for a minute', async () => {
  const first = await token();
  await tokens.replace(first);
  const second = await token();
  for (let n = 0; n < 5; n++) expect(await tokens.replace(second)).toEqual({ token: second });
  expect(amazon.login.requests).toBe(2);
  now += MINUTE;
  expect(await tokens.replace(second)).not.toEqual({ token: second });
});

test('with a wrong secret it is asked again after a minute, then two, at most fifteen', async () => {
  await tokens.close();
  start({ clientSecret: 'the wrong secret' });
  expect(await token()).toBe('none before +60000');
  expect(await token()).toBe('none before +60000');
  expect(amazon.login.requests).toBe(1);
  now += MINUTE;
  expect(await token()).toBe(`none before +${3 * MINUTE}`);
  for (let n = 0; n < 10; n++) {
    now += 15 * MINUTE;
    await token();
  }
  const last = now;
  expect(await tokens.get()).toEqual({ retryAt: last + 15 * MINUTE });
  expect(errors).toHaveLength(12);
  expect([errors[0]?.code, errors[0]?.message]).toEqual([
    'ALOUD_NOTIFICATIONS_UNAUTHORIZED',
    'Login with Amazon: HTTP 401, invalid_client',
  ]);
});

test.each<[string, () => Partial<TokenOptions>, string]>([
  ['it fails', () => ({}), 'HTTP 503'],
  ['nobody listens', () => ({ url: 'http://127.0.0.1:9/auth/O2/token' }), 'no answer (ECONNREFUSED)'],
])('when %s, it is asked again after seconds, and then it works', async (_name, options, reason) => {
  await tokens.close();
  start(options());
  amazon.login.behaviour.faults.push(503, 503);
  expect(await token()).toBe('none before +5000');
  expect(await token()).toBe('none before +5000');
  now += 5000;
  expect(await token()).toBe('none before +15000');
  expect(errors.map(({ code, message }) => [code, message])).toEqual([
    ['ALOUD_NOTIFICATIONS_UNAVAILABLE', `Login with Amazon: ${reason}`],
    ['ALOUD_NOTIFICATIONS_UNAVAILABLE', `Login with Amazon: ${reason}`],
  ]);
});

test('after an outage it works again', async () => {
  amazon.login.behaviour.faults.push(503);
  await token();
  now += 5000;
  expect(amazon.login.accepts(await token())).toBe(true);
});

test.each(['hang', 'reset', 'garbage', 'half', 'huge', 'not-json', 'html', 'html-502'] as const)(
  'an answer that is no answer (%s) is an outage',
  async (fault) => {
    await tokens.close();
    start({ timeoutMs: 100 });
    amazon.login.behaviour.faults.push(fault);
    expect(await token()).toBe('none before +5000');
    expect(errors.map(({ code }) => code)).toEqual(['ALOUD_NOTIFICATIONS_UNAVAILABLE']);
  },
);

test('an error tells nothing of what was sent or answered', async () => {
  await tokens.close();
  start({ clientSecret: 'hunter2' });
  await token();
  const told = JSON.stringify(errors.map(({ message, cause, stack }) => [message, String(cause), stack]));
  expect(told).not.toMatch(/hunter2|oa2-client|client_secret/);
});
