import { bad, type Finding, good, unchecked, warning } from '../finding';
import type { Setup } from '../setup';
import { look, type Shown, Unreached } from './network';

const ID = 'certificate';
const DAY_MS = 24 * 60 * 60_000;
/** Let's Encrypt renews thirty days before the end: who is later than this has forgotten. */
const SOON_DAYS = 14;
const RENEW = 'see whether the proxy renews it: caddy does by itself; with certbot,  certbot renew';

/** The certificate of the endpoint, which Amazon looks at before anything else. */
export async function checkCertificate(setup: Setup): Promise<readonly Finding[]> {
  const { publicUrl: url, offline, network, now } = setup;
  if (url === undefined) return [];
  if (offline) return [unchecked(ID, `${url} was not called, offline`)];
  const { hostname } = new URL(url);
  try {
    return [judge(await look(url, network), hostname, now())];
  } catch (error) {
    if (!(error instanceof Unreached)) throw error;
    return [unreached(error, hostname, setup)];
  }
}

function judge({ certificate, protocol, distrust }: Shown, hostname: string, now: number): Finding {
  const until = Date.parse(certificate.valid_to);
  const days = Math.floor((until - now) / DAY_MS);
  const day = Number.isNaN(until) ? 'some time ago' : `on ${new Date(until).toISOString().slice(0, 10)}`;
  if (distrust !== undefined) return distrusted(distrust, hostname, day);
  if (!/^TLSv1\.[23]$/.test(protocol)) {
    return bad(ID, `${hostname} speaks ${protocol}, which Amazon does not`, 'let the proxy speak TLS 1.2 and 1.3');
  }
  if (days < 0) return bad(ID, `the certificate of ${hostname} ended ${day}`, RENEW);
  if (days < SOON_DAYS) return warning(ID, `the certificate of ${hostname} ends ${day}, in ${days} days`, RENEW);
  return good(ID, `the certificate of ${hostname} is trusted, for ${days} more days (${protocol})`);
}

function distrusted(code: string, hostname: string, day: string): Finding {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return bad(ID, `the certificate of ${hostname} ended ${day}`, RENEW);
    case 'CERT_NOT_YET_VALID':
      return bad(
        ID,
        `the certificate of ${hostname} is not valid yet`,
        'set the clock of the server:  timedatectl set-ntp true',
      );
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return bad(
        ID,
        `the certificate is of another host than ${hostname}`,
        `get one for ${hostname}: certbot -d ${hostname}`,
      );
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return bad(
        ID,
        `${hostname} has signed its certificate itself`,
        "get one of a public authority: Let's Encrypt, by Caddy or certbot",
      );
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return bad(
        ID,
        `${hostname} shows its certificate without the intermediate one`,
        'let the proxy show the whole chain: fullchain.pem, not cert.pem',
      );
    default:
      return bad(
        ID,
        `no public authority stands behind the certificate of ${hostname} (${code})`,
        "get one of a public authority: Let's Encrypt, by Caddy or certbot",
      );
  }
}

function unreached({ code }: Unreached, hostname: string, { value }: Setup): Finding {
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
      return bad(
        ID,
        `nobody knows the host ${hostname} (${code})`,
        `give ${hostname} an A or AAAA record, or mend ALOUD_PUBLIC_URL`,
      );
    case 'EAI_AGAIN':
      return warning(
        ID,
        `${hostname} could not be looked up (${code})`,
        'see whether this machine reaches the internet; without it,  npx aloud doctor --offline',
      );
    case 'ECONNREFUSED':
      return bad(
        ID,
        `nothing listens on port 443 of ${hostname}`,
        `start the proxy that hands on to port ${value('PORT') ?? '3000'}: docs/deploy-self-hosted.md`,
      );
    case 'TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return bad(
        ID,
        `${hostname} does not answer on port 443 (${code})`,
        'open port 443 in the firewall; where others do reach it, your router does not lead back to it from inside',
      );
    default:
      return bad(
        ID,
        `${hostname} does not speak TLS on port 443, or none that is still in use (${code})`,
        'let the proxy speak TLS 1.2 and 1.3: docs/deploy-self-hosted.md',
      );
  }
}
