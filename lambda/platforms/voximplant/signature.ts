import { createHash, timingSafeEqual } from 'node:crypto';

/** Bare hex digits in the samples; the vendor's page words it as "the authorization header contains signature: MD5(…)". */
const AUTHORIZATION = /^\s*(?:bearer\s+|signature\s*[:=]?\s*)?([0-9a-f]{32})\s*$/i;
/** The page prints blanks behind the colons, which may be those of its typesetting. */
const SEPARATORS = [':', ': '];

/** Whether the value of an Authorization header signs an event, or without one a test request. */
export type SignatureCheck = (authorization: string | undefined, eventId?: string) => boolean;

/**
 * "MD5(${Salt}:${token}:${EventId})" for an event, "MD5(${Salt}:${token})" for the test request. It covers nothing else of
 * a request: one signature is enough to sign any body with the same event id.
 */
export function createSignatureCheck(salt: string, token: string): SignatureCheck {
  return (authorization = '', eventId) => {
    const [, digits] = AUTHORIZATION.exec(authorization) ?? [];
    if (digits === undefined) return false;
    const given = Buffer.from(digits, 'hex');
    const parts = eventId === undefined ? [salt, token] : [salt, token, eventId];
    return SEPARATORS.map((separator) => timingSafeEqual(md5(parts.join(separator)), given)).includes(true);
  };
}

function md5(text: string): Buffer {
  return createHash('md5').update(text).digest();
}
