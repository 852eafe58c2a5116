import type { IncomingHttpHeaders } from 'node:http';
import { rootCertificates } from 'node:tls';
import type { Verifier } from 'ask-sdk-express-adapter';
import type { RequestEnvelope } from 'ask-sdk-model';
import { ofText } from '../../conversation/answers/kept';
import { AloudError } from '../../errors';
import type { Telemetry } from '../../telemetry/telemetry';
import { readRequest } from '../incoming';
import { isForSkill } from './application';
import { createCertificateCache } from './certificate-cache';
import { createChainCheck } from './certificate-chain';
import { certificateUrl } from './certificate-url';
import { parseEnvelope } from './envelope';
import { fetchPem as fetchPemFromAmazon } from './fetch-pem';
import { Refusal } from './refusal';
import { decodeSignature, isSignedBy } from './signature';
import { isTimely } from './timestamp';

/** With the longest turn (6.5 s) still within the 8 s that Alexa waits. */
const FETCH_TIMEOUT_MS = 1_500;

/** Whose signatures are believed. Empty: Alexa's. */
export interface Trust {
  /** The roots to trust, PEM. Default: those that Node bundles. */
  readonly roots?: readonly string[];
  /** Gets the PEM bundle behind a URL; must give up when the signal fires. Default: over HTTPS, from Amazon. */
  readonly fetchPem?: (url: string, signal: AbortSignal) => Promise<string>;
}

export interface VerifierOptions extends Trust {
  /** The ids of the skills whose requests are answered. */
  readonly skillIds: readonly string[];
  readonly telemetry: Telemetry;
  /** The clock, epoch milliseconds. */
  readonly now?: () => number;
}

/** Proves requests, and hands on what it had to read for that. */
export interface AlexaVerifier extends Verifier {
  /**
   * Resolves to the request that the body holds, as `readRequest` reads it.
   *
   * @throws when the request is not from Alexa, not for one of our skills, or not of now: an Error that does not say why;
   * where it is genuine and cannot be read, an AloudError that does
   */
  authenticate(body: string, headers: IncomingHttpHeaders): Promise<RequestEnvelope>;
}

/**
 * What proves that a request comes from Alexa, for our skill, now. For `new ExpressAdapter(skill, false, false, …)`, in
 * place of the adapter's own verifiers, which can be led past the signature and refuse Amazon's present certificates.
 *
 * It is one verifier, as the adapter runs several at the same time and one bad request would be counted once by each.
 * The cheap checks come first: who does not know a skill id cannot make this process fetch or check a signature.
 * The caller is only told that the request is refused; why goes to the telemetry.
 */
export function createVerifiers(options: VerifierOptions): [AlexaVerifier] {
  const { telemetry, roots = rootCertificates, fetchPem = fetchPemFromAmazon, now = Date.now } = options;
  const skillIds = new Set<unknown>(options.skillIds);
  const urlIn = ofText(certificateUrl);
  const checkChain = createChainCheck(roots);
  const certificates = createCertificateCache(async (url) => {
    const pem = await fetchPem(url, AbortSignal.timeout(FETCH_TIMEOUT_MS)).catch(() => {
      throw new Refusal('certificate_fetch');
    });
    return checkChain(pem, now());
  }, now);

  async function check(body: string, headers: IncomingHttpHeaders): Promise<RequestEnvelope> {
    // `signature`, over a SHA-1 digest, is sent as well and not looked at.
    const { signaturecertchainurl: urlHeader, 'signature-256': signatureHeader } = headers;
    if (typeof urlHeader !== 'string' || typeof signatureHeader !== 'string') throw new Refusal('headers');
    const url = urlIn(urlHeader);
    if (!url) throw new Refusal('certificate_url');
    const signature = decodeSignature(signatureHeader);
    if (!signature) throw new Refusal('signature');
    const envelope = parseEnvelope(body);
    if (!envelope) throw new Refusal('body');
    if (!isTimely(envelope, now())) throw new Refusal('timestamp');
    if (!isForSkill(envelope, skillIds)) throw new Refusal('application');
    const certificate = certificates.kept(url) ?? (await certificates.get(url));
    if (!isSignedBy(certificate.key, body, signature)) throw new Refusal('signature');
    certificates.keep(url, certificate);
    return readRequest(envelope);
  }

  async function authenticate(body: string, headers: IncomingHttpHeaders): Promise<RequestEnvelope> {
    try {
      return await check(body, headers);
    } catch (thrown) {
      if (thrown instanceof Refusal) telemetry.refused(thrown.reason);
      else telemetry.error(thrown, 'verifier');
      throw thrown instanceof AloudError ? thrown : new Error('request refused');
    }
  }

  return [
    {
      authenticate,
      async verify(body, headers = {}) {
        await authenticate(body, headers).catch((error: Error) => {
          throw new Error(refusalText(error) ?? error.message);
        });
      },
    },
  ];
}

/** What the caller of a genuine request is told of why it is refused; `undefined` for all others, who are told nothing. */
export function refusalText(refused: Error): string | undefined {
  return refused instanceof AloudError ? `${refused.code}: ${refused.message}` : undefined;
}
