import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type PeerCertificate } from 'node:tls';

/** How hosts are reached. Tests have hosts, and an authority, of their own. */
export interface Network {
  /** Where a host is in truth. Default: where it says. */
  readonly at?: (url: URL) => { readonly host: string; readonly port: number } | undefined;
  /** Whom to trust, PEM. Default: the authorities that Node brings. */
  readonly ca?: string;
  /** Default: ten seconds. */
  readonly timeoutMs?: number;
}

export interface HttpAsk {
  readonly method: 'GET' | 'POST' | 'HEAD';
  readonly url: string;
  readonly body?: string;
}

export interface HttpTold {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The beginning of it. */
  readonly text: string;
}

/** No answer, by what stood in the way: Node's code, or `TIMEOUT`. */
export class Unreached extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

const TIMEOUT_MS = 10_000;
const MOST_CHARS = 4096;

/** One request over a connection of its own, whoever answers. @throws Unreached */
export function ask({ method, url, body }: HttpAsk, network: Network): Promise<HttpTold> {
  const target = new URL(url);
  const isTls = target.protocol === 'https:';
  const { host, port } = placeOf(target, network);
  const length =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = (isTls ? httpsRequest : httpRequest)(
      {
        ...{ host, port, method, path: target.pathname + target.search, agent: false },
        headers: { host: target.host, 'user-agent': 'aloud-doctor', ...length },
        ...(isTls && { servername: target.hostname, ca: network.ca, rejectUnauthorized: true }),
        signal: AbortSignal.timeout(network.timeoutMs ?? TIMEOUT_MS),
      },
      (response) => {
        const chunks: Buffer[] = [];
        const tell = () => {
          const text = Buffer.concat(chunks).toString('utf8').slice(0, MOST_CHARS);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        };
        response.on('data', (chunk: Buffer) => {
          if (chunks.length < MOST_CHARS) chunks.push(chunk);
        });
        response.on('end', tell).on('error', (error) => reject(new Unreached(codeOf(error))));
      },
    );
    request.on('error', (error) => reject(new Unreached(codeOf(error)))).end(body);
  });
}

/** What a server shows of itself before anything is asked of it. */
export interface Shown {
  readonly certificate: PeerCertificate;
  readonly protocol: string;
  /** Why nobody should believe it; `undefined` where it is to be believed. */
  readonly distrust: string | undefined;
}

/** Begins TLS with a host, and ends it. @throws Unreached */
export function look(url: string, network: Network): Promise<Shown> {
  const target = new URL(url);
  const { host, port } = placeOf(target, network);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: target.hostname, ca: network.ca, rejectUnauthorized: false });
    socket.setTimeout(network.timeoutMs ?? TIMEOUT_MS, () => socket.destroy(new Unreached('TIMEOUT')));
    socket.once('error', (error) => reject(error instanceof Unreached ? error : new Unreached(codeOf(error))));
    socket.once('secureConnect', () => {
      const { authorizationError } = socket;
      resolve({
        certificate: socket.getPeerCertificate(),
        protocol: socket.getProtocol() ?? '',
        // Node gives the code, whatever the type says.
        distrust: socket.authorized ? undefined : String(authorizationError),
      });
      socket.destroy();
    });
  });
}

function placeOf(url: URL, { at }: Network): { readonly host: string; readonly port: number } {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return at?.(url) ?? { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

function codeOf(error: unknown): string {
  const { code, name, errors } = Object(error) as Readonly<Record<string, unknown>>;
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR') return 'TIMEOUT';
  // A host of several addresses fails with one error for each.
  const [first] = Array.isArray(errors) ? errors : [];
  return typeof code === 'string' ? code : first === undefined ? 'UNKNOWN' : codeOf(first);
}
