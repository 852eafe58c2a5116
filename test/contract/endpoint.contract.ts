import type { OutgoingHttpHeaders, RequestListener } from 'node:http';
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import fc from 'fast-check';
import type { WebhookRequest } from '../../lambda/conversation/ports/platform';
import type { AlexaListenerOptions } from '../../lambda/server/alexa-listener';
import type { EndpointOptions } from '../../lambda/skill/endpoint';
import { EventNotTaken } from '../../lambda/skill/events';
import { createVerifiers } from '../../lambda/skill/verifier';
import type { RefusalReason } from '../../lambda/telemetry/telemetry';
import type { Webhook, Webhooks } from '../../lambda/webhooks/webhooks';
import { createCertificate, createPki, signBody } from '../../simulator/pki';
import { relabel } from '../support/authority';
import { testPki } from '../support/pki';
import {
  type Answer,
  envelope,
  post,
  type RecordedTelemetry,
  recordTelemetry,
  SKILL_ID,
  serveOnLoopback,
  type TestServer,
} from '../support/signed-request';

const pki = testPki();
/** As good as ours, but for whom we trust. */
const stranger = createPki();
const JSON_TYPE = { 'Content-Type': 'application/json;charset=UTF-8' };
const RESPONSE: ResponseEnvelope = { version: '1.0', response: { shouldEndSession: true } };
const KB = 1024;
/** The verifier's clock stands still: a slow machine makes no request older. */
const NOW = Date.now();
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

interface Harness {
  readonly telemetry: RecordedTelemetry;
  /** The envelopes that reached the skill. */
  readonly invoked: RequestEnvelope[];
  readonly fetched: string[];
  /** Posts a body, signed unless other headers are given. */
  send(body: string | Buffer, headers?: OutgoingHttpHeaders, options?: { chunked: boolean }): Promise<Answer>;
  readonly url: string;
}

/** What a way in is made of: a skill, who believes its requests, and the platform's webhook. */
export type EndpointParts = AlexaListenerOptions & { readonly webhooks: Webhooks };

const TEXTS =
  /^(?:Bad Request|(?:Content|Payload) Too Large|AskSdk.Request verification failed Error, request refused)$/;

/** One refusal: the status, a fixed text, counted once, and nothing for the skill to do. */
function expectRefused({ telemetry, invoked }: Harness, answer: Answer, reason: RefusalReason, status = 400): void {
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(TEXTS);
  expect(telemetry.refusals).toEqual([reason]);
  expect(telemetry.errors).toEqual([]);
  expect(invoked).toEqual([]);
}

function expectAnswered(answer: Answer, response: object = RESPONSE): void {
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  expect(JSON.parse(answer.text)).toEqual(response);
}

const REFUSALS = {
  busy: { status: 503, body: 'try again' },
  unknown_path: { status: 404, body: 'not found' },
  too_large: { status: 413, body: 'too large' },
  malformed: { status: 400, body: 'bad request' },
} as const;

/** A platform's webhook that takes everything. */
function recordWebhooks(path = '/webhooks/none') {
  const handled: WebhookRequest[] = [];
  const refused: string[] = [];
  const refuse = (outcome: keyof typeof REFUSALS) => {
    refused.push(outcome);
    return REFUSALS[outcome];
  };
  const webhook: Webhook = {
    path,
    refuse,
    async handle(request) {
      handled.push(request);
      return { status: 202, body: '{"taken":true}', json: true };
    },
  };
  const webhooks: Webhooks = {
    paths: [path],
    at: (given) => (given === path ? webhook : undefined),
    refuse: () => refuse('unknown_path'),
  };
  return { webhooks, handled, refused };
}

/** What every way in over HTTP must do with requests for `POST /alexa` and `/webhooks`. */
export function describeEndpoint(name: string, createListener: (parts: EndpointParts) => RequestListener): void {
  describe(`endpoint: ${name}`, () => {
    let server: TestServer | undefined;
    afterEach(async () => {
      await server?.close();
      server = undefined;
    });

    /** Returns the skill's address. */
    async function serve(parts: EndpointParts): Promise<string> {
      server = await serveOnLoopback(createListener(parts));
      return `${server.url}/alexa`;
    }

    /** The whole way of a request, with verification, and a skill that says nothing. */
    async function start({
      invoke = async () => RESPONSE,
      roots = [pki.rootPem],
      fetchPem = async (_url: string): Promise<string> => pki.chainPem,
    }: {
      invoke?: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;
      roots?: readonly string[];
      fetchPem?: (url: string) => Promise<string>;
    } = {}): Promise<Harness> {
      const telemetry = recordTelemetry();
      const invoked: RequestEnvelope[] = [];
      const fetched: string[] = [];
      const skill: EndpointOptions['skill'] = {
        invoke(request) {
          invoked.push(request);
          return invoke(request);
        },
      };
      const verifiers = createVerifiers({
        skillIds: [SKILL_ID],
        telemetry,
        roots,
        now: () => NOW,
        fetchPem(url) {
          fetched.push(url);
          return fetchPem(url);
        },
      });
      const url = await serve({ skill, verifiers, telemetry, webhooks: recordWebhooks().webhooks });
      return {
        telemetry,
        invoked,
        fetched,
        url,
        send: (body, headers = { ...JSON_TYPE, ...pki.sign(body) }, options) => post(url, body, headers, options),
      };
    }

    describe('a genuine request', () => {
      test('reaches the skill as it was sent, and is answered', async () => {
        const harness = await start();
        const body = envelope({ attributes: { name: 'Zoë 🎈', nothing: '\u0000' } });
        expectAnswered(await harness.send(body));
        expect(harness.invoked).toEqual([JSON.parse(body)]);
        expect(harness.telemetry.refusals).toEqual([]);
      });

      test('is answered again from the certificate already there', async () => {
        const { send, fetched } = await start();
        for (let i = 0; i < 3; i++) expectAnswered(await send(envelope()));
        expect(fetched).toEqual([pki.certificateUrl]);
      });

      test('is one fetch, when twenty come at once', async () => {
        const { send, fetched } = await start();
        const answers = await Promise.all(Array.from({ length: 20 }, () => send(envelope())));
        for (const answer of answers) expectAnswered(answer);
        expect(fetched).toHaveLength(1);
      });

      test.each([
        'https://s3.amazonaws.com:443/echo.api/echo-api-cert-1.pem',
        'https://S3.AMAZONAWS.COM/echo.api/echo-api-cert-1.pem',
        'https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert-1.pem',
      ])('may write the URL of its certificate as %s', async (SignatureCertChainUrl) => {
        const { send, fetched } = await start();
        const body = envelope();
        expectAnswered(await send(body, { ...pki.sign(body), SignatureCertChainUrl }));
        expect(fetched).toEqual(['https://s3.amazonaws.com/echo.api/echo-api-cert-1.pem']);
      });

      test.each([
        ['149 seconds old', { timestamp: ago(149) }],
        ['from a clock that is 149 seconds fast', { timestamp: ago(-149) }],
        ['149 seconds old, in epoch milliseconds', { timestamp: NOW - 149_000 }],
        ['140 seconds old, in epoch seconds', { timestamp: Math.floor(NOW / 1000) - 140 }],
        [
          'an event half an hour old',
          { type: 'AlexaSkillEvent.SkillDisabled', timestamp: ago(1800), sessionApplicationId: null },
        ],
        [
          'news of a subscription half an hour old',
          { type: 'AlexaSkillEvent.ProactiveSubscriptionChanged', timestamp: ago(1800), sessionApplicationId: null },
        ],
      ])('may be %s', async (_what, options) => {
        const { send } = await start();
        expectAnswered(await send(envelope(options)));
      });

      test.each([
        ['no content type', {}],
        ['another content type', { 'Content-Type': 'text/plain; charset="utf-8"' }],
        ['the encoding "identity"', { 'Content-Encoding': 'identity' }],
      ])('may have %s', async (_what, headers) => {
        const { send } = await start();
        const body = envelope();
        expectAnswered(await send(body, { ...headers, ...pki.sign(body) }));
      });

      test.each([
        ['of 255 KB', false],
        ['of 255 KB in chunks', true],
      ])('may be one %s', async (_what, chunked) => {
        const { send } = await start();
        const body = envelope({ attributes: { long: 'x'.repeat(254 * KB) } });
        expectAnswered(await send(body, pki.sign(body), { chunked }));
      });
    });

    describe('what does not prove to be from Alexa, now and for us', () => {
      const { SignatureCertChainUrl, ...withoutUrl } = pki.sign(envelope());

      test.each<[string, (body: string) => OutgoingHttpHeaders, RefusalReason]>([
        ['no headers', () => ({}), 'headers'],
        ['no certificate URL', () => withoutUrl, 'headers'],
        ['no signature', () => ({ SignatureCertChainUrl }), 'headers'],
        [
          'the SHA-1 signature alone',
          (body) => ({ SignatureCertChainUrl, Signature: pki.sign(body)['Signature-256'] }),
          'headers',
        ],
        ['an empty signature', () => ({ SignatureCertChainUrl, 'Signature-256': '' }), 'signature'],
        [
          'a signature that is not base64',
          () => ({ SignatureCertChainUrl, 'Signature-256': 'TEST_INVALID' }),
          'signature',
        ],
        [
          'two signatures',
          (body) => ({ ...pki.sign(body), 'Signature-256': [pki.sign(body)['Signature-256'], 'AAAA'] }),
          'signature',
        ],
        [
          'a signature in base64url',
          (body) => ({
            ...pki.sign(body),
            'Signature-256': Buffer.from(pki.sign(body)['Signature-256'], 'base64').toString('base64url'),
          }),
          'signature',
        ],
        ['the signature of another body', (body) => pki.sign(`${body} `), 'signature'],
        [
          'the signature of another key',
          (body) => ({ SignatureCertChainUrl, 'Signature-256': stranger.sign(body)['Signature-256'] }),
          'signature',
        ],
        [
          'a certificate URL without TLS',
          (body) => ({ ...pki.sign(body), SignatureCertChainUrl: SignatureCertChainUrl.replace('https', 'http') }),
          'certificate_url',
        ],
        [
          'a certificate on another host',
          (body) => ({ ...pki.sign(body), SignatureCertChainUrl: 'https://evil.com/echo.api/x.pem' }),
          'certificate_url',
        ],
      ])('%s', async (_what, headers, reason) => {
        const harness = await start();
        const body = envelope();
        expectRefused(harness, await harness.send(body, headers(body)), reason);
      });

      test.each([
        ['one byte changed', (body: string) => body.replace('LaunchRequest', 'LaunchRequesu')],
        ['one byte more', (body: string) => `${body}\n`],
        ['a byte order mark', (body: string) => `\uFEFF${body}`],
      ])('a body with %s', async (_what, change) => {
        const harness = await start();
        const body = envelope();
        const answer = await harness.send(change(body), pki.sign(body));
        expect(answer.status).toBe(400);
        expect(harness.invoked).toEqual([]);
      });

      test.each([
        ['151 seconds old', ago(151)],
        ['a day in the future', ago(-86_400)],
        ['151 seconds in the future', ago(-151)],
        ['garbage', 'garbage'],
        ['missing', null],
        ['151 seconds old, in epoch milliseconds', NOW - 151_000],
        ['151 seconds old, in epoch seconds', Math.floor(NOW / 1000) - 151],
        ['a small number', 5],
      ])('a timestamp that is %s', async (_what, timestamp) => {
        const harness = await start();
        expectRefused(harness, await harness.send(envelope({ timestamp })), 'timestamp');
      });

      test('an event older than an hour', async () => {
        const harness = await start();
        const body = envelope({ type: 'AlexaSkillEvent.SkillEnabled', timestamp: ago(3601) });
        expectRefused(harness, await harness.send(body), 'timestamp');
      });

      test.each([
        ['of another skill', { applicationId: 'amzn1.ask.skill.other' }],
        ['of another skill in its session', { sessionApplicationId: 'amzn1.ask.skill.other' }],
        ['of no skill', { applicationId: null }],
      ])('a request %s', async (_what, options) => {
        const harness = await start();
        expectRefused(harness, await harness.send(envelope(options)), 'application');
      });

      test.each([
        'https://s3.amazonaws.com/echo.api/../other-bucket/x.pem',
        'https://s3.amazonaws.com/echo.api/%2e%2e/other-bucket/x.pem',
      ])('a certificate fetched around the corner: %s', async (url) => {
        const harness = await start();
        const body = envelope();
        const answer = await harness.send(body, { ...pki.sign(body), SignatureCertChainUrl: url });
        expectRefused(harness, answer, 'certificate_url');
        expect(harness.fetched).toEqual([]);
      });

      test('a self-made certificate under an old label before a genuine chain', async () => {
        const forger = createCertificate({ name: 'echo-api.amazon.com', host: 'echo-api.amazon.com' });
        const harness = await start({ fetchPem: async () => relabel(forger, 'X509 CERTIFICATE') + pki.chainPem });
        const body = envelope();
        const headers = { SignatureCertChainUrl, 'Signature-256': signBody(forger.keys, body) };
        expectRefused(harness, await harness.send(body, headers), 'certificate');
      });

      test.each<[string, () => Promise<string>, RefusalReason]>([
        ['out of reach', () => Promise.reject(new Error('HTTP 404 at 10.0.0.1')), 'certificate_fetch'],
        ['empty', async () => '', 'certificate'],
        ['a page', async () => '<html></html>', 'certificate'],
        ['of a root that is not trusted', async () => stranger.chainPem, 'certificate'],
      ])('a certificate that is %s', async (_what, fetchPem, reason) => {
        const harness = await start({ fetchPem });
        expectRefused(harness, await harness.send(envelope()), reason);
      });

      test('a certificate that was out of reach is asked for again', async () => {
        const answers = [() => Promise.reject(new Error('reset')), async () => pki.chainPem];
        const { send } = await start({ fetchPem: async () => answers.shift()?.() ?? '' });
        expect((await send(envelope())).status).toBe(400);
        expectAnswered(await send(envelope()));
      });

      test('variants of one certificate URL are never fetched', async () => {
        const harness = await start();
        const body = envelope();
        const headers = pki.sign(body);
        const variants = Array.from({ length: 10 }, (_, i) => [`?q=${i}`, `#${i}`]).flat();
        await Promise.all(
          variants.map((variant) =>
            harness.send(body, { ...headers, SignatureCertChainUrl: SignatureCertChainUrl + variant }),
          ),
        );
        expect(harness.fetched).toEqual([]);
        expect(harness.telemetry.refusals).toEqual(variants.map(() => 'certificate_url'));
      });
    });

    describe('what is not a request at all', () => {
      test.each([
        ['nothing', ''],
        ['malformed JSON', '{"version":"1.0",'],
        ['null', 'null'],
        ['a list', '[]'],
        ['a number', '42'],
        ['a text', '"LaunchRequest"'],
        ['a byte order mark before JSON', `\uFEFF${envelope()}`],
      ])('%s', async (_what, body) => {
        const harness = await start();
        expectRefused(harness, await harness.send(body), 'body');
      });

      test.each(['', 'null'])('%j without a content type and unsigned', async (body) => {
        const harness = await start();
        expectRefused(harness, await harness.send(body, {}), 'headers');
      });

      test('no body', async () => {
        const harness = await start();
        const answer = await new Promise<Answer>((resolve, reject) => {
          const request = httpRequest(harness.url, { method: 'POST', agent: false }, (response) => {
            response.resume();
            response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: {}, text: 'Bad Request' }));
          });
          request.removeHeader('Transfer-Encoding');
          request.useChunkedEncodingByDefault = false;
          request.on('error', reject).end();
        });
        expectRefused(harness, answer, 'body');
      });

      test('an object that holds nothing', async () => {
        const harness = await start();
        expectRefused(harness, await harness.send('{}'), 'timestamp');
      });

      test('bytes that are not UTF-8, though signed', async () => {
        const harness = await start();
        const body = Buffer.from(envelope({ attributes: { name: 'Zoë' } }), 'latin1');
        expectRefused(harness, await harness.send(body), 'body');
      });

      test.each(['latin1', 'utf-16', 'bogus', '"iso-8859-1"'])('the charset %s', async (charset) => {
        const harness = await start();
        const body = envelope();
        const headers = { ...pki.sign(body), 'Content-Type': `application/json; charset=${charset}` };
        expectRefused(harness, await harness.send(body, headers), 'body');
      });

      test.each([
        ['gzip', gzipSync(envelope())],
        ['gzip', gzipSync('x'.repeat(10 * KB * KB))],
        ['bogus', Buffer.from(envelope())],
      ])('the content encoding %s', async (encoding, body) => {
        const harness = await start();
        expectRefused(harness, await harness.send(body, { ...pki.sign(body), 'Content-Encoding': encoding }), 'body');
      });

      test.each([
        ['announced', false],
        ['in chunks', true],
      ])('more than 256 KB, %s', async (_what, chunked) => {
        const harness = await start();
        const body = 'x'.repeat(256 * KB + 1);
        expectRefused(harness, await harness.send(body, JSON_TYPE, { chunked }), 'too_large', 413);
        expectAnswered(await harness.send(envelope()));
      });

      test('an upload that is broken off', async () => {
        const telemetry = recordTelemetry();
        const refused = new Promise<RefusalReason>((resolve) => {
          telemetry.refused = resolve;
        });
        const skill = { invoke: async () => RESPONSE };
        const fetchPem = async () => pki.chainPem;
        const verifiers = createVerifiers({
          skillIds: [SKILL_ID],
          telemetry,
          roots: [pki.rootPem],
          now: () => NOW,
          fetchPem,
        });
        const url = await serve({ skill, verifiers, telemetry, webhooks: recordWebhooks().webhooks });
        const request = httpRequest(url, { method: 'POST', agent: false, headers: { 'Content-Length': 1000 } });
        request.on('error', () => {});
        request.write('{"version":', () => request.destroy());
        expect(await refused).toBe('body');
        const body = envelope();
        expectAnswered(await post(url, body, { ...JSON_TYPE, ...pki.sign(body) }));
      });

      test('any bytes with any headers are refused, and the server lives on', async () => {
        const { send, telemetry, invoked } = await start();
        const value = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
        const headers = fc.record(
          {
            SignatureCertChainUrl: fc.oneof(value, fc.constant(pki.certificateUrl)),
            'Signature-256': fc.oneof(value, fc.base64String()),
            'Content-Type': fc.oneof(value, fc.constant('application/json')),
            'Content-Encoding': fc.oneof(value, fc.constant('identity')),
          },
          { requiredKeys: [] },
        );
        const body = fc.oneof(
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
          fc.json().map((json) => Buffer.from(json)),
          fc.constant(Buffer.from(envelope())),
        );
        let sent = 0;
        await fc.assert(
          fc.asyncProperty(body, headers, async (bytes, heads) => {
            const answer = await send(bytes, heads);
            expect(answer.status).toBe(400);
            expect(answer.text).toMatch(TEXTS);
            expect(telemetry.refusals).toHaveLength(++sent);
          }),
        );
        expect(invoked).toEqual([]);
        expectAnswered(await send(envelope()));
      });
    });

    describe('a skill that fails', () => {
      const circular: Record<string, unknown> = {};
      circular.self = circular;

      test.each<[string, () => Promise<unknown>]>([
        ['throws', () => Promise.reject(new Error('secret of the database'))],
        ['throws no error', () => Promise.reject('secret')],
        [
          'throws before it returns a promise',
          () => {
            throw new Error('secret');
          },
        ],
        ['returns nothing', async () => undefined],
        ['returns null', async () => null],
        ['returns a text', async () => 'hello'],
        ['returns what refers to itself', async () => circular],
        ['returns what JSON has no word for', async () => ({ version: '1.0', response: 1n })],
      ])('is silent when it %s', async (_what, invoke) => {
        const { send, telemetry } = await start({ invoke: invoke as () => Promise<ResponseEnvelope> });
        expectAnswered(await send(envelope()), { version: '1.0', response: {} });
        expect(telemetry.errors).toHaveLength(1);
      });

      it('does not acknowledge an event that was not taken, and says no more than that', async () => {
        const { send, telemetry } = await start({ invoke: () => Promise.reject(new EventNotTaken()) });
        const answer = await send(envelope({ type: 'AlexaSkillEvent.SkillDisabled', timestamp: ago(1800) }));
        expect(answer.status).toBe(500);
        expect(answer.text).toMatch(/^(?:AskSdk.Skill dispatch failed Error, )?event not taken$/);
        // Whoever refused it has told why.
        expect(telemetry.errors).toEqual([]);
      });
    });

    describe('a webhook', () => {
      const PATH = '/webhooks/wotnot/0123456789abcdef0123456789abcdef';
      const serveWebhook = async () => {
        const { webhooks, ...recorded } = recordWebhooks(PATH);
        const skill = { invoke: async () => RESPONSE };
        const telemetry = recordTelemetry();
        const verifiers = createVerifiers({ skillIds: [SKILL_ID], telemetry, roots: [pki.rootPem] });
        const url = await serve({ skill, verifiers, telemetry, webhooks });
        return { ...recorded, at: (path: string) => new URL(path, url).href };
      };

      test('is handed on as it came, and answered as the platform wants to read it', async () => {
        const { handled, at } = await serveWebhook();
        const body = '{ "text": "Zoë 🎈" }\n';
        const answer = await post(at(`${PATH}?a=1&a=2`), body, { ...JSON_TYPE, 'X-Signature': 'abc' });
        expect(answer).toMatchObject({ status: 202, text: '{"taken":true}' });
        expect(answer.headers['content-type']).toMatch(/^application\/json/);
        expect(handled).toMatchObject([{ method: 'POST', body, headers: { 'x-signature': 'abc' } }]);
        expect(handled[0]?.query.getAll('a')).toEqual(['1', '2']);
      });

      test('may ask with GET', async () => {
        const { handled, at } = await serveWebhook();
        expect((await fetch(at(`${PATH}?challenge=7`))).status).toBe(202);
        expect(handled).toMatchObject([{ method: 'GET', body: '' }]);
        expect(handled[0]?.query.get('challenge')).toBe('7');
      });

      test('with another path or method is refused before it is read', async () => {
        const { handled, refused, at } = await serveWebhook();
        expect((await post(at(`${PATH}/`), '{}', JSON_TYPE)).status).toBe(404);
        expect((await post(at('/webhooks'), 'x'.repeat(256 * KB + 1))).status).toBe(404);
        expect((await fetch(at(PATH), { method: 'PUT', body: '{}' })).status).toBe(404);
        expect(refused).toEqual(['unknown_path', 'unknown_path', 'unknown_path']);
        expect(handled).toEqual([]);
      });

      test.each<[string, string | Buffer, OutgoingHttpHeaders, string, number]>([
        ['of more than 256 KB', 'x'.repeat(256 * KB + 1), {}, 'too_large', 413],
        ['that is compressed', gzipSync('{}'), { 'Content-Encoding': 'gzip' }, 'malformed', 400],
      ])('with a body %s is refused', async (_what, body, headers, outcome, status) => {
        const { handled, refused, at } = await serveWebhook();
        expect((await post(at(PATH), body, headers)).status).toBe(status);
        expect(refused).toEqual([outcome]);
        expect(handled).toEqual([]);
      });
    });
  });
}
