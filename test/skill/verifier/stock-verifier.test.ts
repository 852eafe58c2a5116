/** Why the verifiers of ask-sdk-express-adapter are not used: what they do with the same bundles. */

import { X509Certificate } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { rootCertificates } from 'node:tls';
import { SkillRequestSignatureVerifier } from 'ask-sdk-express-adapter';
import { createVerifiers } from '../../../lambda/skill/verifier';
import { createCertificate, signBody } from '../../../simulator/pki';
import { createAuthority, relabel, YESTERDAY } from '../../support/authority';
import { asReceived, envelope, recordTelemetry, SKILL_ID } from '../../support/signed-request';

const trusted: { roots: readonly string[] } = { roots: [] };
// The stock verifier asks `require('tls')` for the roots at every check, and the real list cannot be replaced.
jest.mock('tls', () => {
  const tls = jest.requireActual('tls');
  return new Proxy(tls, { get: (_, name) => (name === 'rootCertificates' ? trusted.roots : tls[name]) });
});

const { root, intermediate, leaf, stranger } = createAuthority();
const GOOD = leaf.pem + intermediate.pem;
const crossSigned = (dates = {}) =>
  createCertificate({ name: root.name, keys: root.keys, ca: true, issuer: stranger, ...dates }).pem;

const body = envelope();
const SignatureCertChainUrl = 'https://s3.amazonaws.com/echo.api/echo-api-cert-1.pem';
const headersWith = (signature: string) => asReceived({ SignatureCertChainUrl, 'Signature-256': signature });

async function stockVerify(pem: string, headers = headersWith(signBody(leaf.keys, body))): Promise<void> {
  const get = jest.spyOn(https, 'get').mockImplementation(((_url: string, respond: (response: unknown) => void) => {
    respond(Object.assign(new PassThrough().end(pem), { statusCode: 200 }));
    return Object.assign(new EventEmitter(), { end() {} });
  }) as never);
  try {
    await new SkillRequestSignatureVerifier().verify(body, headers);
  } finally {
    get.mockRestore();
  }
}

async function ownVerify(pem: string, headers = headersWith(signBody(leaf.keys, body))): Promise<void> {
  const [verifier] = createVerifiers({
    skillIds: [SKILL_ID],
    telemetry: recordTelemetry(),
    roots: trusted.roots,
    fetchPem: async () => pem,
  });
  await verifier?.verify(body, headers);
}

beforeEach(() => {
  trusted.roots = [root.pem];
});

test('both accept a plain chain', async () => {
  await expect(stockVerify(GOOD)).resolves.toBeUndefined();
  await expect(ownVerify(GOOD)).resolves.toBeUndefined();
});

test('a self-made certificate under an old label in front of a good chain: stock takes it, ours does not', async () => {
  const bundle = relabel(stranger, 'X509 CERTIFICATE') + GOOD;
  const headers = headersWith(signBody(stranger.keys, body));
  await expect(stockVerify(bundle, headers)).resolves.toBeUndefined();
  await expect(ownVerify(bundle, headers)).rejects.toThrow('request refused');
});

test('a cross-signed tail whose root is not bundled: stock refuses it, ours does not', async () => {
  const bundle = GOOD + crossSigned();
  await expect(stockVerify(bundle)).rejects.toThrow('Certificate is not trusted.');
  await expect(ownVerify(bundle)).resolves.toBeUndefined();
});

test('an expired tail: stock refuses it, ours does not', async () => {
  const bundle = GOOD + crossSigned(YESTERDAY);
  await expect(stockVerify(bundle)).rejects.toThrow('Certificate is not valid yet or has expired.');
  await expect(ownVerify(bundle)).resolves.toBeUndefined();
});

test("Amazon's own chain of 2019: stock refuses it since Node has dropped the root of its tail", async () => {
  const amazon = readFileSync(join(__dirname, 'fixtures/amazon-2019.pem'), 'utf8');
  const { rootCertificates: bundled } = jest.requireActual<{ rootCertificates: typeof rootCertificates }>('tls');
  // Older releases of Node still bundle it.
  trusted.roots = bundled.filter((pem) => !new X509Certificate(pem).subject.includes('Starfield Class 2'));
  jest.useFakeTimers({
    now: Date.parse('2019-10-01T00:00:00Z'),
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'],
  });
  try {
    await expect(stockVerify(amazon)).rejects.toThrow('Certificate is not trusted.');
    // Without the tail it gets as far as the signature, for which nobody but Amazon has the key.
    const withoutTail = amazon.slice(0, amazon.lastIndexOf('-----BEGIN'));
    await expect(stockVerify(withoutTail)).rejects.toThrow('request body and signature does not match');
  } finally {
    jest.useRealTimers();
  }
});
