import { createPrivateKey, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { md, pki } from 'node-forge';

const ECHO_API = 'echo-api.amazon.com';
const DAY_MS = 24 * 60 * 60 * 1000;

/** An RSA key pair, PEM. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface Certificate {
  readonly pem: string;
  /** The common name. */
  readonly name: string;
  readonly keys: KeyPair;
}

export interface CertificateRequest {
  /** The common name. */
  readonly name: string;
  /** Who signs it. Absent: the certificate signs itself. */
  readonly issuer?: Pick<Certificate, 'name' | 'keys'>;
  /** Whether it may sign certificates. Default: no. */
  readonly ca?: boolean;
  /** The host it names as its alternative name. */
  readonly host?: string;
  /** Default: a new pair. */
  readonly keys?: KeyPair;
  /** Default: yesterday. */
  readonly notBefore?: Date;
  /** Default: in 30 days. */
  readonly notAfter?: Date;
  /** X.509 extensions in node-forge's terms: further ones, or in place of ours of the same name. */
  readonly extensions?: readonly { readonly name: string; readonly [property: string]: unknown }[];
}

/** What stands in for Amazon's certificates: as trustworthy as the holder of this object. */
export interface Pki {
  /** The root, for the verifier's `roots`. */
  readonly rootPem: string;
  /** Leaf and intermediate, as found behind `certificateUrl`. */
  readonly chainPem: string;
  readonly certificateUrl: string;
  /** The headers with which Alexa would send this body. */
  sign(body: string | Buffer): { readonly SignatureCertChainUrl: string; readonly 'Signature-256': string };
}

export function createKeyPair(bits = 2048): KeyPair {
  return generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
}

export function createCertificate(request: CertificateRequest): Certificate {
  const { name, ca = false, host, keys = createKeyPair(), extensions = [] } = request;
  const issuer = request.issuer ?? { name, keys };
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(keys.publicKey);
  // A positive number: the first bit must be 0.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = request.notBefore ?? new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = request.notAfter ?? new Date(Date.now() + 30 * DAY_MS);
  certificate.setSubject([{ name: 'commonName', value: name }]);
  certificate.setIssuer([{ name: 'commonName', value: issuer.name }]);
  const usual = [
    { name: 'basicConstraints', critical: true, cA: ca },
    { name: 'keyUsage', critical: true, ...(ca ? { keyCertSign: true } : { digitalSignature: true }) },
    ...(host ? [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }] : []),
  ];
  certificate.setExtensions([
    ...usual.filter(({ name }) => !extensions.some((extension) => extension.name === name)),
    ...extensions,
  ]);
  certificate.sign(pki.privateKeyFromPem(issuer.keys.privateKey), md.sha256.create());
  return { pem: pki.certificateToPem(certificate), name, keys };
}

/** What stands in `Signature-256`. */
export function signBody(key: KeyObject | KeyPair, body: string | Buffer): string {
  return createSign('RSA-SHA256')
    .update(body)
    .sign('privateKey' in key ? key.privateKey : key, 'base64');
}

/** What a PKI consists of, as plain data. */
export interface PkiParts {
  readonly rootPem: string;
  readonly chainPem: string;
  /** The leaf's. */
  readonly keys: KeyPair;
}

/**
 * Makes the parts of a throw-away PKI of the shape of Amazon's: a root, an intermediate, and the leaf that signs requests. All have
 * the same keys, as a pair takes a fifth of a second to make, and who holds one of them holds all.
 */
export function createPkiParts(): PkiParts {
  const keys = createKeyPair();
  const root = createCertificate({ name: 'Simulated Root', ca: true, keys });
  const intermediate = createCertificate({ name: 'Simulated Server CA', ca: true, issuer: root, keys });
  const leaf = createCertificate({ name: ECHO_API, host: ECHO_API, issuer: intermediate, keys });
  return { rootPem: root.pem, chainPem: leaf.pem + intermediate.pem, keys };
}

/** @param parts default: new ones, which take a third of a second */
export function createPki({ rootPem, chainPem, keys }: PkiParts = createPkiParts()): Pki {
  const certificateUrl = 'https://s3.amazonaws.com/echo.api/echo-api-cert-simulated.pem';
  const signer = createPrivateKey(keys.privateKey);
  return {
    rootPem,
    chainPem,
    certificateUrl,
    sign: (body) => ({ SignatureCertChainUrl: certificateUrl, 'Signature-256': signBody(signer, body) }),
  };
}

/** One for all that this process starts at Amazon's side and asks for no other: making it takes a third of a second. */
export function ownPki(): Pki {
  own ??= createPki();
  return own;
}

let own: Pki | undefined;
