import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import fc from 'fast-check';
import { createChainCheck } from '../../../lambda/skill/verifier/certificate-chain';
import { Refusal } from '../../../lambda/skill/verifier/refusal';
import { type CertificateRequest, createCertificate, createKeyPair } from '../../../simulator/pki';
import { createAuthority, relabel, TOMORROW, YESTERDAY } from '../../support/authority';

const { root, intermediate, leaf, stranger, issue } = createAuthority();
const GOOD = leaf.pem + intermediate.pem;

/** Whether the bundle is accepted; if it is, then never with another key than the leaf's. */
function accepts(pem: string, roots = [root.pem], now = Date.now()): boolean {
  try {
    const { key } = createChainCheck(roots)(pem, now);
    expect(key.equals(createPublicKey(leaf.keys.publicKey))).toBe(true);
    return true;
  } catch (thrown) {
    expect(thrown).toEqual(new Refusal('certificate'));
    return false;
  }
}

/** The root certified by one that is not trusted: what Amazon's bundle ends in. */
const crossSign = (dates = {}) =>
  createCertificate({ name: root.name, keys: root.keys, ca: true, issuer: stranger, ...dates }).pem;

/** The leaf and an intermediate that differs from the good one. */
const issuedBy = (change: Partial<CertificateRequest>) =>
  leaf.pem +
  createCertificate({ name: intermediate.name, keys: intermediate.keys, ca: true, issuer: root, ...change }).pem;

const MAY_SIGN = { name: 'keyUsage', critical: true, keyCertSign: true };
const MAY_NOT_SIGN = { name: 'keyUsage', critical: true, digitalSignature: true };
const FOR_SERVERS = { name: 'extKeyUsage', serverAuth: true };
const FOR_PROGRAMS = { name: 'extKeyUsage', codeSigning: true };

describe('accepted', () => {
  test.each<[string, () => string]>([
    ['leaf and intermediate', () => GOOD],
    ['a leaf that the root itself has issued', () => issue({ issuer: root }).pem],
    ['the root at the end', () => GOOD + root.pem],
    ['a cross-signed tail of an unknown root', () => GOOD + crossSign()],
    ['an expired tail', () => GOOD + crossSign(YESTERDAY)],
    ['a tail that has nothing to do with it', () => GOOD + stranger.pem],
    [
      'Windows line ends and remarks between the blocks',
      () => `# Alexa\n${leaf.pem}\n\nissuer:\n${intermediate.pem}`.replaceAll('\n', '\r\n'),
    ],
    ['six certificates', () => GOOD + stranger.pem.repeat(4)],
    ['a leaf for TLS servers', () => issue({ extensions: [FOR_SERVERS] }).pem + intermediate.pem],
  ])('%s', (_what, pem) => {
    expect(accepts(pem())).toBe(true);
  });

  test('a root that was renewed under its old name and key, the old one expired', () => {
    const old = createCertificate({ name: root.name, keys: root.keys, ca: true, ...YESTERDAY });
    expect(accepts(GOOD, [old.pem, root.pem])).toBe(true);
  });

  test('a root that was renewed under its old name and key, the new one not valid yet', () => {
    const next = createCertificate({ name: root.name, keys: root.keys, ca: true, ...TOMORROW });
    expect(accepts(GOOD, [next.pem, root.pem])).toBe(true);
  });

  test('from the first to the last moment, and not a moment longer', () => {
    const [from, to] = [Date.parse('2026-01-01T00:00:00Z'), Date.parse('2026-12-31T23:59:59Z')];
    const dates = { notBefore: new Date(from), notAfter: new Date(to) };
    const rootThen = createCertificate({ name: root.name, keys: root.keys, ca: true, ...dates });
    const leafThen = issue({ issuer: root, ...dates });
    const at = (now: number) => accepts(leafThen.pem, [rootThen.pem], now);
    expect([from - 1000, from, to, to + 1000].map(at)).toEqual([false, true, true, false]);
  });

  describe('for as long as the whole path is valid', () => {
    const soon = new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000);
    const shortRoot = () => createCertificate({ name: root.name, keys: root.keys, ca: true, notAfter: soon }).pem;

    test.each<[string, () => string, () => string]>([
      ['leaf', () => issue({ notAfter: soon }).pem + intermediate.pem, () => root.pem],
      ['intermediate', () => issuedBy({ notAfter: soon }), () => root.pem],
      ['root', () => GOOD, shortRoot],
    ])('though only the %s ends early', (_which, pem, rootPem) => {
      expect(createChainCheck([rootPem()])(pem(), Date.now()).notAfter).toBe(soon.getTime());
    });
  });
});

describe('refused', () => {
  test.each<[string, () => string]>([
    ['an empty file', () => ''],
    ['a page', () => '<html><body>Not found</body></html>'],
    ['a block without an end', () => GOOD.slice(0, 200)],
    ['a block of nonsense', () => GOOD.replace(/MII.{40}/, 'A'.repeat(43))],
    ['a leaf without its intermediate', () => leaf.pem],
    ['the intermediate first', () => intermediate.pem + leaf.pem],
    ['seven certificates', () => leaf.pem + intermediate.pem.repeat(6)],
    ['a leaf of another host', () => issue({ host: 'echo-api.amazon.com.evil.com' }).pem + intermediate.pem],
    ['a leaf of all hosts of the domain', () => issue({ host: '*.amazon.com' }).pem + intermediate.pem],
    ['a leaf with the host as its common name only', () => issue({ host: undefined }).pem + intermediate.pem],
    ['an expired leaf', () => issue(YESTERDAY).pem + intermediate.pem],
    ['a leaf of tomorrow', () => issue(TOMORROW).pem + intermediate.pem],
    ['a leaf that is an authority', () => issue({ ca: true }).pem + intermediate.pem],
    ['a leaf for signing programs', () => issue({ extensions: [FOR_PROGRAMS] }).pem + intermediate.pem],
    ['a leaf with a short key', () => issue({ keys: createKeyPair(1024) }).pem + intermediate.pem],
    ['a leaf that has signed itself', () => stranger.pem],
    ['a leaf that has signed itself before a good chain', () => stranger.pem + GOOD],
    ['a leaf issued by a leaf', () => issue({ issuer: leaf }).pem + GOOD],
    ['an issuer that is no authority', () => issuedBy({ ca: false, extensions: [MAY_SIGN] })],
    ['an issuer that may not sign certificates', () => issuedBy({ extensions: [MAY_NOT_SIGN] })],
    ['an issuer for signing programs', () => issuedBy({ extensions: [FOR_PROGRAMS] })],
    ['an issuer of another name', () => issuedBy({ name: 'Other CA' })],
    ['an issuer of the same name with another key', () => issuedBy({ keys: stranger.keys })],
    ['an expired issuer', () => issuedBy(YESTERDAY)],
    ['an issuer of tomorrow', () => issuedBy(TOMORROW)],
    ['a root of the same name with another key', () => issuedBy({ issuer: { name: root.name, keys: stranger.keys } })],
  ])('%s', (_what, pem) => {
    expect(accepts(pem())).toBe(false);
  });

  test.each(['X509 CERTIFICATE', 'TRUSTED CERTIFICATE'])('a first block labelled %s before a good chain', (label) => {
    expect(accepts(relabel(stranger, label) + GOOD)).toBe(false);
  });

  test.each(['X509 CERTIFICATE', 'TRUSTED CERTIFICATE', 'PKCS7'])('a last block labelled %s', (label) => {
    expect(accepts(GOOD + relabel(stranger, label))).toBe(false);
  });

  test('a private key among the certificates', () => {
    expect(accepts(GOOD + stranger.keys.privateKey)).toBe(false);
  });

  test('a good chain without a root to trust, or with an expired one', () => {
    expect(accepts(GOOD, [])).toBe(false);
    expect(accepts(GOOD, [stranger.pem])).toBe(false);
    expect(accepts(GOOD, [createCertificate({ ...root, ca: true, ...YESTERDAY }).pem])).toBe(false);
  });
});

test('a bundle with any one character changed is refused, or is the same certificate', () => {
  fc.assert(
    fc.property(fc.nat(GOOD.length - 1), fc.constantFrom(...'A9+/=- \n'), (at, character) => {
      accepts(GOOD.slice(0, at) + character + GOOD.slice(at + 1));
    }),
    { numRuns: 300 },
  );
});

describe('the chain that Amazon served in 2019, by the roots that Node bundles today', () => {
  const pem = readFileSync(join(__dirname, 'fixtures/amazon-2019.pem'), 'utf8');
  const checkAmazon = createChainCheck(rootCertificates);

  test('is accepted at its time', () => {
    const { notBefore, notAfter } = checkAmazon(pem, Date.parse('2019-10-01T00:00:00Z'));
    expect(new Date(notBefore).toISOString()).toBe('2019-05-22T00:00:00.000Z');
    expect(new Date(notAfter).toISOString()).toBe('2020-05-15T12:00:00.000Z');
  });

  test('is refused before and after', () => {
    expect(() => checkAmazon(pem, Date.parse('2019-05-21T23:59:59Z'))).toThrow(Refusal);
    expect(() => checkAmazon(pem, Date.parse('2020-05-15T12:00:01Z'))).toThrow(Refusal);
  });
});
