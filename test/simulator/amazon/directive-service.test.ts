import { type DirectiveService, startDirectiveService } from '../../../simulator/amazon/directive-service';
import { WIRE_FAULTS } from '../../../simulator/platforms/faults';

const REQUEST = 'amzn1.echo-api.request.1';
const TOKEN = 'token-1';
let service: DirectiveService;

beforeEach(async () => {
  service = await startDirectiveService();
  service.begin(REQUEST, TOKEN);
});
afterEach(() => service.close());

const directive = (speech: unknown = 'One moment.', requestId: unknown = REQUEST) => ({
  header: { requestId },
  directive: { type: 'VoicePlayer.Speak', speech },
});

interface Call {
  readonly token?: string;
  readonly path?: string;
  readonly method?: string;
  readonly type?: string;
}

function send(body: unknown, { token = TOKEN, path = '/v1/directives', method = 'POST', type }: Call = {}) {
  return fetch(service.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': type ?? 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const kinds = () => service.violations.map(({ kind, status }) => [kind, status]);

test('what is sent while the request is answered is spoken, in order', async () => {
  expect((await send(directive('<speak>One moment.</speak>'))).status).toBe(204);
  expect((await send(directive('Still here.'))).status).toBe(204);
  expect(service.end(REQUEST)).toEqual(['<speak>One moment.</speak>', '<speak>Still here.</speak>']);
  expect(service.spoken(REQUEST)).toEqual(service.end(REQUEST));
  expect(service.violations).toEqual([]);
});

test('five are accepted, and no more', async () => {
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push((await send(directive())).status);
  expect(statuses).toEqual([204, 204, 204, 204, 204, 403]);
  expect(kinds()).toEqual([['too-many', 403]]);
  expect(service.end(REQUEST)).toHaveLength(5);
});

test('after the answer nothing is spoken: it is late', async () => {
  service.end(REQUEST);
  expect((await send(directive())).status).toBe(403);
  expect(service.violations).toEqual([{ kind: 'late', status: 403, message: expect.any(String), requestId: REQUEST }]);
  expect(service.spoken(REQUEST)).toEqual([]);
});

test('what came in time but took Amazon too long is not spoken, and nobody’s fault', async () => {
  service.behaviour.delayMs = 50;
  const sending = send(directive());
  while (service.waiting === 0) await new Promise(setImmediate);
  service.end(REQUEST);
  expect((await sending).status).toBe(403);
  expect(service.spoken(REQUEST)).toEqual([]);
  expect(service.violations).toEqual([]);
});

test.each<[string, unknown, Call, string, number]>([
  ['another path', directive(), { path: '/v1/directive' }, 'route', 404],
  ['another method', directive(), { method: 'PUT' }, 'route', 404],
  ['a token nobody gave out', directive(), { token: 'token-9' }, 'token', 401],
  ['no token', directive(), { token: '' }, 'token', 401],
  ["another request's token", directive(), { token: 'token-2' }, 'token', 401],
  ['a request that was never sent', directive('Hm.', 'amzn1.echo-api.request.9'), {}, 'unknown-request', 403],
  ['plain text', 'hello', {}, 'body', 400],
  ['another content type', directive(), { type: 'text/plain' }, 'body', 400],
  ['nothing', '', {}, 'body', 400],
  ['no header', { directive: directive().directive }, {}, 'body', 400],
  ['a number for an id', directive('Hm.', 1), {}, 'body', 400],
  ['no speech', directive(''), {}, 'body', 400],
  ['another directive', { ...directive(), directive: { type: 'AudioPlayer.Play' } }, {}, 'body', 400],
  ['a member too many', { ...directive(), extra: 1 }, {}, 'body', 400],
  ['broken SSML', directive('<speak>Q & A</speak>'), {}, 'speech', 400],
  ['SSML that never ends', directive('<speak><p>One moment.</speak>'), {}, 'speech', 400],
  ['a text with a tag', directive('One <moment.'), {}, 'speech', 400],
  ['a long speech', directive('really '.repeat(100)), {}, 'speech', 400],
])('%s is refused', async (_name, body, call, kind, status) => {
  service.begin('amzn1.echo-api.request.2', 'token-2');
  const answer = await send(body, call);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ code: status, message: expect.any(String) });
  expect(kinds()).toEqual([[kind, status]]);
  expect([...service.end(REQUEST), ...service.end('amzn1.echo-api.request.2')]).toEqual([]);
});

test('fails as it is told to: with a status it speaks nothing', async () => {
  service.behaviour.faults.push(429, 503);
  expect([(await send(directive())).status, (await send(directive())).status]).toEqual([429, 503]);
  expect(service.end(REQUEST)).toEqual([]);
  expect(service.violations).toEqual([]);
});

test.each(WIRE_FAULTS.filter((fault) => fault !== 'hang' && fault !== 'drip'))(
  '%s: spoken, but without a good answer',
  async (fault) => {
    service.behaviour.faults.push(fault);
    const outcome = await send(directive()).then(
      async (answer) => (await answer.text().catch(() => 'cut off')) !== '' || answer.status,
      () => 'failed',
    );
    expect(outcome).not.toBe(204);
    expect(service.end(REQUEST)).toEqual(['<speak>One moment.</speak>']);
  },
);

test('forgets what is long over', async () => {
  for (let n = 0; n < 1000; n++) service.begin(`later.${n}`, `later-token.${n}`);
  expect((await send(directive())).status).toBe(401);
  expect((await send(directive('Hm.', 'later.0'), { token: 'later-token.0' })).status).toBe(204);
});
