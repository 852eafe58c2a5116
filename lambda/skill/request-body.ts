import { isUtf8 } from 'node:buffer';

/** Requests are some 5 KB; session attributes and the visual context of APL may make one larger than 100 KB. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/**
 * A body as text: exactly the bytes that were signed, as `isUtf8` makes the way back to them unambiguous. `undefined`
 * where they are no UTF-8, or are said to be none.
 */
export function textOf(body: Buffer, contentType: string | undefined): string | undefined {
  return isUtf8(body) && isUtf8Charset(contentType) ? body.toString('utf8') : undefined;
}

function isUtf8Charset(contentType = ''): boolean {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}
