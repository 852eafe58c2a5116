import { createHash, createHmac } from 'node:crypto';

/** What a function's role has lent it. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Signing {
  readonly host: string;
  readonly region: string;
  readonly target: string;
  readonly body: string;
  readonly keys: Keys;
  readonly at: Date;
}

const SERVICE = 'dynamodb';
const CONTENT_TYPE = 'application/x-amz-json-1.0';

/**
 * Makes the headers of a call of DynamoDB, a POST to "/", signed:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createSigner(): (signing: Signing) => Record<string, string> {
  let derived: { readonly of: string; readonly key: Buffer } | undefined;

  /** The same for all calls of a day. */
  function keyOf(secret: string, day: string, region: string): Buffer {
    const of = `${secret} ${day} ${region}`;
    if (derived?.of !== of) {
      derived = { of, key: [day, region, SERVICE, 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`)) };
    }
    return derived.key;
  }

  return ({ host, region, target, body, keys, at }) => {
    const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
    const day = time.slice(0, 8);
    const headers: Record<string, string> = {
      'content-type': CONTENT_TYPE,
      host,
      'x-amz-date': time,
      ...(keys.sessionToken && { 'x-amz-security-token': keys.sessionToken }),
      'x-amz-target': target,
    };
    const names = Object.keys(headers).join(';');
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
    const request = `POST\n/\n\n${lines.join('')}\n${names}\n${sha256(body)}`;
    const scope = `${day}/${region}/${SERVICE}/aws4_request`;
    const toSign = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(request)}`;
    const signature = hmac(keyOf(keys.secretAccessKey, day, region), toSign).toString('hex');
    const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
    return { ...headers, authorization };
  };
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
