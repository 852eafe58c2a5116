import { type KeyObject, X509Certificate } from 'node:crypto';
import { Refusal } from './refusal';

/** A key that Alexa signs with, and the time (epoch milliseconds) in which its whole path is valid. */
export interface SigningCertificate {
  readonly key: KeyObject;
  readonly notBefore: number;
  readonly notAfter: number;
}

const MAX_CERTIFICATES = 6;
const MIN_RSA_BITS = 2048;
/** Extended key usages that allow a TLS server, which is what the bundled roots are trusted for. */
const SERVER_USAGES = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'];

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
const LABEL = /-----BEGIN/g;

/**
 * Makes the check of a PEM bundle, leaf first: the leaf is Alexa's, and its path leads to one of `roots` (PEM). The
 * check throws a `Refusal` for any other bundle; `now` is in epoch milliseconds.
 *
 * The path ends at the first certificate that a root has issued, and what follows is ignored: Amazon's bundle ends in a
 * cross-signed certificate whose own root Node no longer bundles, so a check that starts from the last one refuses real
 * requests (alexa/alexa-skills-kit-sdk-for-nodejs #745).
 *
 * Path length and name constraints stay unchecked, as `X509Certificate` does not tell them: to use that, a public
 * authority would have to break its own rules and the result would have to appear in Amazon's bucket.
 */
export function createChainCheck(roots: readonly string[]): (pem: string, now: number) => SigningCertificate {
  let rootsBySubject: ReadonlyMap<string, readonly X509Certificate[]> | undefined;

  return (pem, now) => {
    // Lazily: parsing the 140 roots that Node bundles takes some 20 ms.
    rootsBySubject ??= indexBySubject(roots);
    const path = readPath(pem, rootsBySubject, now);
    const leaf = path?.[0];
    if (!path || !leaf || !isAlexa(leaf)) throw new Refusal('certificate');
    const notBefore = Math.max(...path.map((certificate) => Date.parse(certificate.validFrom)));
    const notAfter = Math.min(...path.map((certificate) => Date.parse(certificate.validTo)));
    if (!(notBefore <= now && now <= notAfter)) throw new Refusal('certificate');
    return { key: leaf.publicKey, notBefore, notAfter };
  };
}

function indexBySubject(pems: readonly string[]): ReadonlyMap<string, readonly X509Certificate[]> {
  const index = new Map<string, X509Certificate[]>();
  for (const pem of pems) {
    const root = new X509Certificate(pem);
    index.set(root.subject, [...(index.get(root.subject) ?? []), root]);
  }
  return index;
}

/** The certificates from the leaf up to and including the root, or `undefined` when no root is reached. */
function readPath(
  pem: string,
  rootsBySubject: ReadonlyMap<string, readonly X509Certificate[]>,
  now: number,
): readonly X509Certificate[] | undefined {
  // Every block must be what all readers of PEM agree on: OpenSSL also reads old labels ("X509 CERTIFICATE") as a
  // certificate, and a reader that skips them sees another leaf than the one whose key is used.
  const blocks = pem.match(CERTIFICATE) ?? [];
  if (blocks.length > MAX_CERTIFICATES || blocks.length !== pem.match(LABEL)?.length) return undefined;

  const path: X509Certificate[] = [];
  for (const block of blocks) {
    const certificate = parse(block);
    const issued = path.at(-1);
    if (!certificate || !servesTls(certificate)) return undefined;
    if (issued && !(certificate.ca && hasIssued(certificate, issued))) return undefined;
    path.push(certificate);
    const root = rootsBySubject
      .get(certificate.issuer)
      ?.find((candidate) => isCurrent(candidate, now) && hasIssued(candidate, certificate));
    if (root) return [...path, root];
  }
  return undefined;
}

function parse(block: string): X509Certificate | undefined {
  try {
    return new X509Certificate(block);
  } catch {
    return undefined;
  }
}

/** `checkIssued` compares names and key identifiers and wants the right to sign certificates; `verify` proves it. */
function hasIssued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function isCurrent(certificate: X509Certificate, now: number): boolean {
  return Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
}

/** `keyUsage` is, despite its name, the *extended* key usage; a certificate without one may be used for anything. */
function servesTls(certificate: X509Certificate): boolean {
  const usages: readonly string[] | undefined = certificate.keyUsage;
  return !usages || usages.some((usage) => SERVER_USAGES.includes(usage));
}

function isAlexa(leaf: X509Certificate): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = leaf.publicKey;
  return (
    !leaf.ca &&
    leaf.checkHost('echo-api.amazon.com', { subject: 'never', wildcards: false }) !== undefined &&
    asymmetricKeyType === 'rsa' &&
    (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS
  );
}
