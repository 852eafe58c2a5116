import { type Amazon, startAmazon } from '../../../simulator/amazon';

const CREDENTIALS = { client_id: 'the-id', client_secret: 'a+b/c&d=e f%' };
const FORM = { grant_type: 'client_credentials', ...CREDENTIALS, scope: 'alexa::proactive_events' };
let now = 1_800_000_000_000;
let amazon: Amazon;

beforeEach(async () => {
  amazon = await startAmazon({
    clientId: CREDENTIALS.client_id,
    clientSecret: CREDENTIALS.client_secret,
    now: () => now,
  });
});
afterEach(() => amazon.close());

interface Call {
  readonly method?: string;
  readonly type?: string;
  readonly body?: string;
}

function ask(form: Record<string, string>, { method = 'POST', type, body }: Call = {}) {
  return fetch(amazon.lwaUrl, {
    method,
    headers: { 'content-type': type ?? 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: method === 'GET' ? undefined : (body ?? new URLSearchParams(form).toString()),
  });
}

test('gives a token for an hour, to whom has the secret', async () => {
  const answer = await ask(FORM);
  expect(answer.status).toBe(200);
  const { access_token: token, ...rest } = (await answer.json()) as { access_token: string };
  expect(rest).toEqual({ token_type: 'bearer', expires_in: 3600, scope: 'alexa::proactive_events' });
  expect(amazon.login.accepts(token)).toBe(true);
  now += 3_600_000;
  expect(amazon.login.accepts(token)).toBe(false);
  expect(amazon.login.accepts('made-up')).toBe(false);
  expect(amazon.login.violations).toEqual([]);
});

test('a token can be made bad', async () => {
  const { access_token: token } = (await (await ask(FORM)).json()) as { access_token: string };
  amazon.login.revoke();
  expect(amazon.login.accepts(token)).toBe(false);
});

const raw = Object.entries(FORM).map((pair) => pair.join('='));

test.each<[string, Record<string, string>, Call, number, string]>([
  ['another secret', { ...FORM, client_secret: 'x' }, {}, 401, 'invalid_client'],
  ['another id', { ...FORM, client_id: 'x' }, {}, 401, 'invalid_client'],
  ['another grant', { ...FORM, grant_type: 'refresh_token' }, {}, 400, 'unsupported_grant_type'],
  ['another scope', { ...FORM, scope: 'alexa:skill_messaging' }, {}, 400, 'invalid_scope'],
  ['a missing parameter', CREDENTIALS, {}, 400, 'invalid_request'],
  ['a parameter too many', { ...FORM, extra: '1' }, {}, 400, 'invalid_request'],
  ['JSON', FORM, { type: 'application/json', body: JSON.stringify(FORM) }, 400, 'invalid_request'],
  ['a form that is not encoded', FORM, { body: raw.join('&') }, 400, 'invalid_request'],
  ['another method', FORM, { method: 'GET' }, 405, 'invalid_request'],
])('%s is refused', async (_name, form, call, status, error) => {
  const answer = await ask(form, call);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error });
  expect(amazon.login.violations).toMatchObject([{ status, error }]);
});

test('fails as it is told to', async () => {
  amazon.login.behaviour.faults.push(503, 'not-json');
  expect((await ask(FORM)).status).toBe(503);
  expect(await (await ask(FORM)).text()).toBe('OK, message accepted');
  expect(amazon.login.requests).toBe(2);
});
