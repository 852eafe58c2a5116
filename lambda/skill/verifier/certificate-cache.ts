import { createSingleFlight } from '../../http/single-flight';
import type { SigningCertificate } from './certificate-chain';
import { Refusal } from './refusal';

/** Amazon uses one certificate at a time, two while it changes to the next. */
const MAX_KEPT = 8;
const MAX_LOADING = 16;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A certificate, and when it is to be loaded again (epoch milliseconds). */
export interface LoadedCertificate extends SigningCertificate {
  readonly reloadAt: number;
}

export interface CertificateCache {
  /** The certificate behind a URL, where it is kept and in force. */
  kept(url: string): LoadedCertificate | undefined;
  /** The same, loaded if need be. Callers who ask at the same time share one load. */
  get(url: string): Promise<LoadedCertificate>;
  /** To be called when a signature was verified with the certificate: only then is it kept. */
  keep(url: string, certificate: LoadedCertificate): void;
}

/**
 * Holds the certificates in use. Anybody may name any URL in Amazon's bucket, so a flood of names must cost neither
 * memory nor the certificate in use: only what has verified a request of Alexa's is kept, failures are forgotten at once,
 * and at most 16 loads run at a time. A URL that was kept before is loaded even then.
 */
export function createCertificateCache(
  load: (url: string) => Promise<SigningCertificate>,
  now: () => number,
): CertificateCache {
  /** In the order of use, the latest last. */
  const kept = new Map<string, LoadedCertificate>();
  const loads = createSingleFlight<LoadedCertificate>(async (url) => {
    const certificate = await load(url);
    return { ...certificate, reloadAt: Math.min(certificate.notAfter, now() + DAY_MS) };
  });

  function keptNow(url: string): LoadedCertificate | undefined {
    const known = kept.get(url);
    return known && known.notBefore <= now() && now() < known.reloadAt ? known : undefined;
  }

  return {
    kept: keptNow,
    async get(url) {
      const known = keptNow(url);
      if (known) return known;
      if (!kept.has(url) && !loads.isRunning(url) && loads.running() >= MAX_LOADING)
        throw new Refusal('certificate_fetch');
      return loads.join(url);
    },
    keep(url, certificate) {
      // Nearly always the only one.
      if (kept.size === 1 && kept.get(url) === certificate) return;
      kept.delete(url);
      kept.set(url, certificate);
      for (const oldest of [...kept.keys()].slice(0, -MAX_KEPT)) kept.delete(oldest);
    },
  };
}
