import { createHash, createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { SignatureV4 } from '@smithy/signature-v4';

/** What a call to AWS is signed with. */
export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Keys that are lent for a while come with one. */
  readonly sessionToken?: string;
}

/** A POST to a service of AWS. */
export interface SignedCall {
  /** As it is signed for: `secretsmanager`, `lambda`. */
  readonly service: string;
  readonly region: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly keys: AwsKeys;
  readonly signal: AbortSignal;
}

export interface SignedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/**
 * Where a service is reached: where the AWS SDK's own variables say so, there.
 *
 * @param env AWS_ENDPOINT_URL_<SERVICE>, or AWS_ENDPOINT_URL of all of them
 */
export function endpointOf(service: 'secretsmanager' | 'lambda', region: string, env: Env): string {
  const name = service === 'lambda' ? 'LAMBDA' : 'SECRETS_MANAGER';
  return env[`AWS_ENDPOINT_URL_${name}`] || env.AWS_ENDPOINT_URL || `https://${service}.${region}.amazonaws.com`;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Calls AWS without a client of its SDK, which takes ten times as long to load.
 *
 * @throws Error where nothing answers in time
 */
export async function callSigned({ service, region, url, keys, signal, ...call }: SignedCall): Promise<SignedAnswer> {
  const signer = new SignatureV4({ service, region, credentials: keys, sha256: Sha256 });
  const { protocol, hostname, port, host, pathname } = url;
  const { headers } = await signer.sign({
    ...{ method: 'POST', protocol, hostname, path: pathname, query: {}, body: call.body },
    ...(port && { port: Number(port) }),
    headers: { ...call.headers, host, 'content-length': String(Buffer.byteLength(call.body)) },
  });
  const send = protocol === 'http:' ? plainRequest : tlsRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, { method: 'POST', headers, signal }, async (response) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      } catch (error) {
        reject(error);
      }
    });
    request.once('error', reject).end(call.body);
  });
}

/** SHA-256, keyed or not, in the form that the signer wants. */
class Sha256 {
  private readonly hash;

  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = key === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(key));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}
