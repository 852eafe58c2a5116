import { createHash, createHmac } from 'node:crypto';
import type { Call } from './call';

/** How a call says that it is signed. */
export interface Signature {
  readonly keyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: string;
  readonly signature: string;
}

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** The signature of a call, which need not be right; `undefined` where there is none. */
export function signatureOf({ headers }: Call): Signature | undefined {
  const [, keyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] =
    FORM.exec(headers.authorization ?? '') ?? [];
  return signature ? { keyId, date, region, service, signedHeaders, signature } : undefined;
}

/**
 * Whether a call was signed with a secret key: Signature Version 4, for services whose calls have no query
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function isSignedWith(call: Call, secretAccessKey: string): boolean {
  const found = signatureOf(call);
  if (!found) return false;
  const { date, region, service, signedHeaders, signature } = found;
  const names = signedHeaders.split(';');
  if (!['host', 'x-amz-date'].every((name) => names.includes(name))) return false;
  const canonical = [
    call.method,
    // Each part is escaped, and then once more.
    call.path
      .split('/')
      .map((part) => escaped(escaped(part)))
      .join('/'),
    '',
    ...names.map(
      (name) =>
        `${name}:${String(call.headers[name] ?? '')
          .trim()
          .replace(/\s+/g, ' ')}`,
    ),
    '',
    signedHeaders,
    hash(call.body),
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', call.headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(keyed, `AWS4${secretAccessKey}`);
  return keyed(key, toSign).toString('hex') === signature;
}

function escaped(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function keyed(key: string | Buffer, content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}
