import { AloudError, type ErrorCode } from '../../errors';

/** Where it went wrong, for the operator. */
export interface Place {
  readonly table: string;
  /** As far as it is known. */
  readonly region: string | undefined;
}

const CREDENTIALS = new Set([
  'CredentialsProviderError',
  'TokenProviderError',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'IncompleteSignature',
  'MissingAuthenticationTokenException',
  'ExpiredToken',
  'ExpiredTokenException',
]);
const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionConflictException',
  'TransactionInProgressException',
]);
const UNREACHABLE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'TimeoutError',
  'AbortError',
]);

/** Thrown by us when the tries are used up: others were in the way, or the table takes no more. */
export class StillThrottled extends Error {
  override readonly name = 'ThrottlingException';
}

/**
 * Anything that the SDK throws, as a coded error with one line that says what is wrong. The SDK's own messages stay in
 * the cause, which is never shown: they hold account numbers, roles and keys of items.
 */
export function storeError(what: string, thrown: unknown, { table, region = 'unknown' }: Place): AloudError {
  if (thrown instanceof AloudError) return thrown;
  const [code, why] = explain(thrown, table, region);
  return new AloudError(code, `cannot ${what}: ${why}`, { cause: thrown });
}

function explain(thrown: unknown, table: string, region: string): readonly [ErrorCode, string] {
  const { name, code, message } = toWords(thrown);
  if (name === 'ResourceNotFoundException') return ['ALOUD_STORE_NO_TABLE', `no table ${table} in region ${region}`];
  if (name === 'AccessDeniedException') {
    const [, action] = /to perform: (dynamodb:\w+)/.exec(message) ?? [];
    return ['ALOUD_STORE_FORBIDDEN', `AWS does not allow ${action ?? 'it'} on table ${table}`];
  }
  if (CREDENTIALS.has(name)) return ['ALOUD_STORE_CREDENTIALS', `no AWS credentials that are accepted (${name})`];
  if (/^Region is missing/.test(message)) return ['ALOUD_STORE_UNREACHABLE', 'AWS_REGION is not set'];
  if (THROTTLED.has(name)) return ['ALOUD_STORE_THROTTLED', `table ${table} takes no more at the moment (${name})`];
  if (UNREACHABLE.has(name) || UNREACHABLE.has(code)) {
    const word = UNREACHABLE.has(code) ? code : name;
    return ['ALOUD_STORE_UNREACHABLE', `no answer from DynamoDB in region ${region} (${word})`];
  }
  if (name === 'ValidationException' && /item size|4 ?MB|400 ?KB/i.test(message)) {
    return ['ALOUD_STORE_TOO_LARGE', 'it does not fit into one item'];
  }
  if (name === 'ValidationException' && /schema|index/.test(message)) {
    return ['ALOUD_STORE_NO_TABLE', `table ${table} has other keys or indexes than Aloud's`];
  }
  if (thrown instanceof SyntaxError) return ['ALOUD_STORE_UNAVAILABLE', 'an item is damaged'];
  return ['ALOUD_STORE_UNAVAILABLE', name];
}

/** Whether nobody can say if it was carried out: no answer came, or one that leaves it open. */
export function isUnanswered(thrown: unknown): boolean {
  const { name, code } = toWords(thrown);
  const { $metadata } = Object(thrown) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return UNREACHABLE.has(name) || UNREACHABLE.has(code) || ($metadata?.httpStatusCode ?? 0) >= 500;
}

/** Read off the error's own words, not its class: the SDK throws its own, Node's, and those of other packages. */
function toWords(thrown: unknown): { readonly name: string; readonly code: string; readonly message: string } {
  const { name, code, message, errors } = Object(thrown) as Readonly<Record<string, unknown>>;
  // A host with several addresses fails with one error for each.
  if (code === undefined && Array.isArray(errors) && errors.length > 0) return toWords(errors[0]);
  // The SDK wraps some errors, and then the code is left in the text only.
  const [inText = ''] = /\bE[A-Z]{4,}\b/.exec(textOf(message)) ?? [];
  return { name: textOf(name) || 'an unknown error', code: textOf(code) || inText, message: textOf(message) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
