import { type Certificate, type CertificateRequest, createCertificate, createKeyPair } from '../../simulator/pki';

const ECHO_API = 'echo-api.amazon.com';
const DAY_MS = 24 * 60 * 60 * 1000;

/** What bundles, good and evil, can be made of. */
export interface Authority {
  readonly root: Certificate;
  readonly intermediate: Certificate;
  readonly leaf: Certificate;
  /** Issues a leaf like `leaf`, but for what is asked. */
  issue(request?: Partial<CertificateRequest>): Certificate;
  /** Has made a certificate for Alexa's host himself; nobody trusts it. */
  readonly stranger: Certificate;
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
  };
}

export const YESTERDAY = { notBefore: new Date(Date.now() - 30 * DAY_MS), notAfter: new Date(Date.now() - DAY_MS) };
export const TOMORROW = { notBefore: new Date(Date.now() + DAY_MS), notAfter: new Date(Date.now() + 30 * DAY_MS) };

/** The label of old OpenSSL, which some readers of PEM take for a certificate and some do not. */
export function relabel({ pem }: Certificate, label: string): string {
  return pem.replaceAll('CERTIFICATE-----', `${label}-----`);
}
