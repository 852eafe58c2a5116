import type { ErrorCode } from '../../errors';
import { codeOfStatus, type ExplainedError } from '../shared/http';
import { isObject, member } from '../shared/json';

/** What a login gives. */
export interface Tokens {
  readonly access: string;
  /** Absent where the answer held none. */
  readonly refresh?: string;
}

/** A token that can go into a header. */
const TOKEN = /^[\x21-\x7e]{1,8192}$/;

/**
 * What an answer means. An error has an HTTP status of its own or comes with a success as
 * `{"success": false, "result": {"error": string, "code": number}}`; its codes are not documented, and read as statuses
 * where they look like one.
 *
 * @param unexplained what a `success: false` without such a code comes to
 */
export function errorOfAnswer(
  status: number,
  body: unknown,
  unexplained: ErrorCode = 'ALOUD_PLATFORM_REJECTED',
): ErrorCode | ExplainedError | undefined {
  const byStatus = codeOfStatus(status);
  if (byStatus || !isFailure(body)) return byStatus;
  const code = readCode(body);
  if (code === undefined) return { code: unexplained, reason: 'success: false' };
  return { code: codeOfStatus(code) ?? unexplained, reason: `success: false, code ${code}` };
}

/**
 * What the answer to a login or a refresh means. A refusal there without a reason that we know means wrong
 * credentials.
 */
export function errorOfTokens(status: number, body: unknown): ErrorCode | ExplainedError | undefined {
  const error = errorOfAnswer(status, body, 'ALOUD_PLATFORM_UNAUTHORIZED');
  if (error || readTokens(body)) return error;
  return { code: 'ALOUD_PLATFORM_BAD_ANSWER', reason: 'no access_token' };
}

/**
 * Whether the vendor says that it did not take an event, and may take it with another token. Not so for a limit of the
 * rate, which a second try would only strain.
 */
export function isNotTaken(status: number, body: unknown): boolean {
  if (status === 401 || status === 403) return true;
  return codeOfStatus(status) === undefined && isFailure(body) && readCode(body) !== 429;
}

/** The tokens of an answer, in its `result` or beside it. */
export function readTokens(body: unknown): Tokens | undefined {
  if (!isObject(body)) return undefined;
  const place = [member(body, 'result'), body]
    .filter(isObject)
    .find((object) => isToken(member(object, 'access_token')));
  const access = place && member(place, 'access_token');
  if (!place || !isToken(access)) return undefined;
  const refresh = member(place, 'refresh_token');
  return { access, ...(isToken(refresh) && { refresh }) };
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value);
}

function isFailure(body: unknown): boolean {
  return isObject(body) && member(body, 'success') === false;
}

/** The code of a failure, if it looks like an HTTP status of an error. */
function readCode(body: unknown): number | undefined {
  const result = isObject(body) ? member(body, 'result') : undefined;
  const code = isObject(result) ? Number(member(result, 'code')) : Number.NaN;
  return Number.isInteger(code) && code >= 400 && code <= 599 ? code : undefined;
}
