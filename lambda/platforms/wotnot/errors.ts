import type { ErrorCode } from '../../errors';
import { codeOfStatus, type ExplainedError } from '../http';
import { isObject, type JsonObject, member } from '../json';

/** The error by which a start may say that the visitor is known already. */
export const CREATION_REFUSED = 'CONVERSATION_CREATION_EXCEPTION';

/** The errors that the vendor's pages name; only these are shown to the operator. */
const KNOWN: readonly ExplainedError[] = [
  { reason: CREATION_REFUSED, code: 'ALOUD_PLATFORM_REJECTED' },
  { reason: 'CHANNEL_NOT_ENABLED', code: 'ALOUD_PLATFORM_UNAUTHORIZED' },
  { reason: 'JWT_SIGNATURE_EXCEPTION', code: 'ALOUD_PLATFORM_UNAUTHORIZED' },
  { reason: 'UNAUTHORIZED_FEATURE', code: 'ALOUD_PLATFORM_UNAUTHORIZED' },
];

/** What an answer of the API says went wrong, if anything did. */
export function errorOfAnswer(status: number, body: unknown): ErrorCode | ExplainedError | undefined {
  const error = isObject(body) && isError(body) ? body : undefined;
  const named = error && KNOWN.find(({ reason }) => codesOf(error).includes(reason));
  if (named) return named;
  const code = codeOfStatus(status);
  if (!error || status === 429 || status >= 500) return code;
  if (codesOf(error).some((name) => typeof name === 'string' && /_NOT_FOUND$/.test(name))) {
    return 'ALOUD_PLATFORM_NOT_FOUND';
  }
  return code ?? 'ALOUD_PLATFORM_REJECTED';
}

/** The same for a message to a conversation, which may be one that is no longer there, or closed. */
export function errorOfSend(status: number, body: unknown): ErrorCode | ExplainedError | undefined {
  const error = errorOfAnswer(status, body);
  if (error === 'ALOUD_PLATFORM_NOT_FOUND') return 'ALOUD_PLATFORM_THREAD_GONE';
  if (error === 'ALOUD_PLATFORM_REJECTED' && saysClosed(body)) {
    return { code: 'ALOUD_PLATFORM_THREAD_GONE', reason: 'closed' };
  }
  return error;
}

/** Whether an answer refuses to create a conversation. */
export function isCreationRefused(body: unknown): boolean {
  return isObject(body) && isError(body) && codesOf(body).includes(CREATION_REFUSED);
}

/** A failed start has `ok: false`, a failed message nothing but an `error`. */
function isError(body: JsonObject): boolean {
  return member(body, 'ok') === false || (member(body, 'ok') !== true && member(body, 'error') != null);
}

function codesOf(error: JsonObject): unknown[] {
  return [member(error, 'code'), member(error, 'error')];
}

function saysClosed(body: unknown): boolean {
  if (!isObject(body)) return false;
  const words = [...codesOf(body), member(body, 'message')].filter((value) => typeof value === 'string').join(' ');
  return /conversation.{0,20}(closed|resolved|ended)/is.test(words);
}
