import { createVerify, type KeyObject } from 'node:crypto';

/** The bytes of a base64 text, or `undefined` where it is anything but canonical base64. */
export function decodeSignature(header: string): Buffer | undefined {
  const signature = Buffer.from(header, 'base64');
  return signature.toString('base64') === header ? signature : undefined;
}

/** Whether the holder of the key signed this very body. */
export function isSignedBy(key: KeyObject, body: string, signature: Buffer): boolean {
  return createVerify('RSA-SHA256').update(body).verify(key, signature);
}
