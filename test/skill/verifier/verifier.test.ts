import fc from 'fast-check';
import { createVerifiers, type Trust } from '../../../lambda/skill/verifier';
import { testPki } from '../../support/pki';
import { asReceived, envelope, recordTelemetry, SKILL_ID } from '../../support/signed-request';

const pki = testPki();
const REFUSED = new Error('request refused');

function setUp(trust: Partial<Trust> = {}) {
  const telemetry = recordTelemetry();
  const fetched: string[] = [];
  const verifiers = createVerifiers({
    skillIds: [SKILL_ID],
    telemetry,
    roots: [pki.rootPem],
    fetchPem: async (url) => {
      fetched.push(url);
      return pki.chainPem;
    },
    ...trust,
  });
  const verify = async (body: string, headers: Record<string, string> = pki.sign(body)) => {
    await Promise.all(verifiers.map((verifier) => verifier.verify(body, asReceived(headers))));
  };
  return { telemetry, fetched, verify };
}

test('a bad request is counted once, whatever is wrong with it', async () => {
  const { verify, telemetry } = setUp();
  const body = envelope({ timestamp: 'garbage', applicationId: 'other' });
  await expect(verify(body, {})).rejects.toEqual(REFUSED);
  expect(telemetry.refusals).toEqual(['headers']);
});

test.each(['SignatureCertChainUrl', 'Signature-256'])('a request without %s is counted as one', async (missing) => {
  const { verify, telemetry } = setUp();
  const body = envelope();
  const { [missing]: _, ...headers } = pki.sign(body) as Record<string, string>;
  await expect(verify(body, headers)).rejects.toEqual(REFUSED);
  expect(telemetry.refusals).toEqual(['headers']);
});

test.each(['null', '[]', '"text"', '3', 'true', ''])(
  'a body that is %s, and no object, is counted as one',
  async (body) => {
    const { verify, telemetry } = setUp();
    await expect(verify(body)).rejects.toEqual(REFUSED);
    expect(telemetry.refusals).toEqual(['body']);
    expect(telemetry.errors).toEqual([]);
  },
);

test('a genuine request that cannot be read is told why, by code', async () => {
  const { verify, telemetry } = setUp();
  const body = JSON.stringify({ ...JSON.parse(envelope()), request: { timestamp: new Date().toISOString() } });
  await expect(verify(body)).rejects.toThrow(/^ALOUD_REQUEST_UNREADABLE: .*request\.type/);
  expect(telemetry.errors).toMatchObject([{ code: 'ALOUD_REQUEST_UNREADABLE' }]);
});

test('a verifier called without headers refuses', async () => {
  const [verifier] = createVerifiers({ skillIds: [SKILL_ID], telemetry: recordTelemetry() });
  await expect(verifier?.verify(envelope())).rejects.toEqual(REFUSED);
});

test('nothing is fetched for what can be refused without', async () => {
  const { verify, telemetry, fetched } = setUp();
  const body = envelope();
  const headers = pki.sign(body);
  const attempts: [string, Record<string, string>][] = [
    [body, { ...headers, SignatureCertChainUrl: `${pki.certificateUrl}?1` }],
    [body, { ...headers, 'Signature-256': 'not base64' }],
    ['{', headers],
    [envelope({ timestamp: '2019-07-15T22:44:23Z' }), headers],
    [envelope({ applicationId: 'amzn1.ask.skill.other' }), headers],
  ];
  for (const [text, sent] of attempts) await expect(verify(text, sent)).rejects.toEqual(REFUSED);
  expect(telemetry.refusals).toEqual(['certificate_url', 'signature', 'body', 'timestamp', 'application']);
  expect(fetched).toEqual([]);
});

test('forged requests leave nothing behind that a genuine one would miss', async () => {
  const { verify, telemetry, fetched } = setUp();
  const body = envelope();
  await verify(body);
  const forged = `${body} `;
  for (let i = 0; i < 100; i++) {
    const SignatureCertChainUrl = `https://s3.amazonaws.com/echo.api/echo-api-cert-${i}.pem`;
    await expect(verify(forged, { ...pki.sign(body), SignatureCertChainUrl })).rejects.toEqual(REFUSED);
  }
  await verify(body);
  expect(new Set(telemetry.refusals)).toEqual(new Set(['signature']));
  expect(fetched.filter((url) => url === pki.certificateUrl)).toHaveLength(1);
});

test('a certificate that does not come is given up after a second and a half, and asked for again by the next request', async () => {
  const answers = [
    (signal: AbortSignal) =>
      new Promise<string>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    async () => pki.chainPem,
  ];
  const { verify, telemetry } = setUp({ fetchPem: async (_url, signal) => answers.shift()?.(signal) ?? '' });
  const startedAt = performance.now();
  await expect(verify(envelope())).rejects.toEqual(REFUSED);
  expect(performance.now() - startedAt).toBeLessThan(3_500);
  expect(telemetry.refusals).toEqual(['certificate_fetch']);
  await verify(envelope());
});

test('a fault of ours refuses too, tells the caller nothing and is reported', async () => {
  const { verify, telemetry } = setUp({ roots: ['not a certificate'] });
  await expect(verify(envelope())).rejects.toEqual(REFUSED);
  expect(telemetry.refusals).toEqual([]);
  expect(telemetry.errors).toHaveLength(1);
});

describe('what is not exactly what Alexa sent', () => {
  const body = envelope({ attributes: { name: 'Zoë 🎈' } });
  const headers = pki.sign(body);

  const text = (maxLength: number) =>
    fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength });
  /** A text with a piece cut out and another put in its place. */
  const edited = (original: string) =>
    fc
      .tuple(fc.nat(original.length), fc.nat(4), text(4))
      .map(([at, cut, piece]) => original.slice(0, at) + piece + original.slice(at + cut))
      .filter((other) => other !== original);

  const { verify, telemetry } = setUp();
  let sent = 0;
  const refuses = async (otherBody: string, otherHeaders: Record<string, string>) => {
    await expect(verify(otherBody, otherHeaders)).rejects.toEqual(REFUSED);
    expect(telemetry.refusals).toHaveLength(++sent);
    expect(telemetry.errors).toEqual([]);
  };

  test('is refused: another body', () =>
    fc.assert(fc.asyncProperty(fc.oneof(edited(body), fc.json(), text(40)), (other) => refuses(other, headers))));

  test('is refused: another signature', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(edited(headers['Signature-256']), fc.base64String(), text(40)), (other) =>
        refuses(body, { ...headers, 'Signature-256': other }),
      ),
    ));

  test('is refused: another bundle', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(text(40), fc.constant(''), edited('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----')),
        async (pem) => {
          const { verify, telemetry } = setUp({ fetchPem: async () => pem });
          await expect(verify(body, headers)).rejects.toEqual(REFUSED);
          expect(telemetry.refusals).toEqual(['certificate']);
        },
      ),
    ));
});
