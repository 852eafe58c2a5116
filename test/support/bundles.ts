import { createSign } from 'node:crypto';
import { type Certificate, type CertificateRequest, createCertificate, createKeyPair } from '../../simulator/pki';

const ECHO_API = 'echo-api.amazon.com';
const DAY_MS = 24 * 60 * 60 * 1000;

/** The certificates of a small authority, and the bundles, good and evil, that can be made of them. */
export interface Authority {
  readonly root: Certificate;
  readonly intermediate: Certificate;
  readonly leaf: Certificate;
  /** Issues a leaf for Alexa, by the intermediate, but for what is asked. */
  issue(request?: Partial<CertificateRequest>): Certificate;
  /** Keys that nobody trusts. */
  readonly stranger: Certificate;
  /** Base64, as in `Signature-256`, by the leaf's key. */
  sign(body: string | Buffer): string;
}

/** Takes the better part of a second: make one per test file. */
export function createAuthority(): Authority {
  const root = createCertificate({ name: 'Test Root', ca: true });
  const intermediate = createCertificate({ name: 'Test Server CA', ca: true, issuer: root });
  const keys = createKeyPair();
  const issue = (request: Partial<CertificateRequest> = {}) =>
    createCertificate({ name: ECHO_API, host: ECHO_API, issuer: intermediate, keys, ...request });
  return {
    root,
    intermediate,
    leaf: issue(),
    issue,
    stranger: createCertificate({ name: ECHO_API, host: ECHO_API }),
    sign: (body) => signWith(keys.privateKey, body),
  };
}

export function signWith(privateKey: string, body: string | Buffer): string {
  return createSign('RSA-SHA256').update(body).sign(privateKey, 'base64');
}

export const YESTERDAY = { notBefore: new Date(Date.now() - 30 * DAY_MS), notAfter: new Date(Date.now() - DAY_MS) };
export const TOMORROW = { notBefore: new Date(Date.now() + DAY_MS), notAfter: new Date(Date.now() + 30 * DAY_MS) };

/** The label of old OpenSSL, which some readers of PEM take for a certificate and some do not. */
export function relabel({ pem }: Certificate, label: string): string {
  return pem.replaceAll('CERTIFICATE-----', `${label}-----`);
}
