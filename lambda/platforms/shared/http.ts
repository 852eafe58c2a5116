import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CallRecording, NO_RECORDER, type Recorder } from '../../capture/recorder';
import type { Signal } from '../../conversation/ports/signal';
import { AloudError, type ErrorCode, toAloudError } from '../../errors';
import { retryAfterMs } from '../../http/backoff';
import { ExchangeAborted, exchange, type RawAnswer, reasonOf } from '../../http/exchange';
import { openPool, type Pool } from '../../http/pool';
import type { Telemetry } from '../../telemetry/telemetry';
import { parseJson } from './json';

const MAX_ANSWER_BYTES = 1024 * 1024;
const CONNECT_TIMEOUT_MS = 3000;
/** Turns of a conversation come 5 to 20 seconds apart, and balancers commonly drop idle connections after 60. */
const KEEP_ALIVE_MS = 30_000;
/** More turns at a time wait for each other. */
export const MAX_CONNECTIONS = 128;
/** undici's errors that do not say that the vendor cannot be reached. */
const ERRORS_BEFORE_ANSWER: Readonly<Record<string, ErrorCode>> = {
  HeadersTimeoutError: 'ALOUD_PLATFORM_TIMEOUT',
  HeadersOverflowError: 'ALOUD_PLATFORM_BAD_ANSWER',
  HTTPParserError: 'ALOUD_PLATFORM_BAD_ANSWER',
  InvalidArgumentError: 'ALOUD_INTERNAL',
};

export interface HttpRequest {
  /** Names the call in errors and metrics. */
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  /** Follows the base URL's own path. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
  /** What an answer means: its error, or `undefined` for an answer to return. Default: `codeOfStatus`. */
  readonly interpret?: (status: number, body: unknown) => ErrorCode | ExplainedError | undefined;
}

/** An error that is worth more words than its status. */
export interface ExplainedError {
  readonly code: ErrorCode;
  /** Shown to the operator: words of our own, or a code of the vendor's that we know; never what else was answered. */
  readonly reason: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** The parsed JSON; `undefined` where there was none. Integers beyond a double's reach are strings. */
  readonly body: unknown;
  /** The same as it was written. */
  readonly text: string;
}

/** The connections to one vendor's API. */
export interface Http {
  /**
   * One HTTP exchange, at most once on the wire: nothing is sent again, not even where a kept-alive connection turns
   * out to be closed: the vendor may have read it, and its calls are not idempotent. The signal is the only clock.
   *
   * Rejects with an `AloudError` that names the operation and the HTTP status, and nothing of what was sent or answered.
   */
  request(request: HttpRequest, signal: Signal): Promise<HttpAnswer>;
  /** Ends all connections, and with them what is still running. */
  close(): Promise<void>;
}

export interface HttpOptions {
  readonly platform: string;
  /** `https://host/path`, with or without a slash at the end. */
  readonly baseUrl: string;
  readonly telemetry: Telemetry;
  /** Default: nothing is recorded. */
  readonly recorder?: Recorder;
}

export function createHttp({ platform, baseUrl, telemetry, recorder = NO_RECORDER }: HttpOptions): Http {
  const { origin, pathname } = new URL(baseUrl);
  const prefix = pathname.replace(/\/+$/, '');
  let made: Pool | undefined;
  /** Opened with the first call: a process that only takes in webhooks makes none. */
  const pool = () => {
    made ??= openPool(origin, {
      connections: MAX_CONNECTIONS,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      keepAliveMs: KEEP_ALIVE_MS,
    });
    return made;
  };

  async function ask(call: HttpRequest, signal: Signal, recording?: CallRecording): Promise<HttpAnswer> {
    const { method, path, body = null, interpret = codeOfStatus } = call;
    const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'aloud' };
    if (body !== null) headers['content-type'] = 'application/json';
    Object.assign(headers, call.headers);
    const request = { method, path: prefix + path, headers, body };
    const limits = { signal, maxBytes: MAX_ANSWER_BYTES };
    let raw: RawAnswer;
    try {
      raw = await exchange(pool(), request, limits);
    } catch (error) {
      throw noAnswer(error as Error);
    }
    const { status, headers: answered, text } = raw;
    // The pool has the connection back one turn of the event loop later. Who goes on at once (opens, then sends) would
    // otherwise pay for a second handshake.
    await nextTurn();
    const parsed = parse(text);
    const value = recording ? recording.answered(status, text, parsed?.value) : parsed?.value;
    const error = interpret(status, value);
    if (error) {
      const [code, reason] = typeof error === 'string' ? [error, ''] : [error.code, `, ${error.reason}`];
      throw new AloudError(code, `HTTP ${status}${reason}`, {
        retryAfterMs: retryAfterMs(answered['retry-after'], Date.now()),
      });
    }
    if (!parsed && isSuccess(status)) throw new AloudError('ALOUD_PLATFORM_BAD_ANSWER', `HTTP ${status}, unreadable`);
    return { status, body: value, text: text ?? '' };
  }

  return {
    async request(call, signal) {
      const started = performance.now();
      let outcome = 'ok';
      const { operation, method, path, body = null } = call;
      const recording = recorder.isOn ? recorder.call({ platform, operation, method, path, body }) : undefined;
      try {
        return await ask(call, signal, recording);
      } catch (thrown) {
        const { code, message, retryAfterMs } = toAloudError(thrown);
        outcome = code;
        throw new AloudError(code, `${platform} ${call.operation}: ${message}`, { retryAfterMs });
      } finally {
        recording?.ended(outcome);
        telemetry.platformCall({ platform, operation: call.operation, outcome, ms: performance.now() - started });
      }
    },
    close: async () => made?.destroy(),
  };
}

/** What an HTTP status means where the vendor gives it no meaning of its own. */
export function codeOfStatus(status: number): ErrorCode | undefined {
  if (isSuccess(status)) return undefined;
  if (status === 401 || status === 403) return 'ALOUD_PLATFORM_UNAUTHORIZED';
  if (status === 404) return 'ALOUD_PLATFORM_NOT_FOUND';
  if (status === 429) return 'ALOUD_PLATFORM_RATE_LIMITED';
  if (status >= 500) return 'ALOUD_PLATFORM_FAILED';
  return status >= 400 ? 'ALOUD_PLATFORM_REJECTED' : 'ALOUD_PLATFORM_BAD_ANSWER';
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The value of a text, none for an empty one; `undefined` for what is not JSON. */
function parse(text: string | undefined): { value: unknown } | undefined {
  if (text === undefined) return undefined;
  try {
    return { value: text.trim() === '' ? undefined : parseJson(text) };
  } catch {
    return undefined;
  }
}

/** An error before any answer. */
function noAnswer(error: Error): AloudError {
  if (error instanceof ExchangeAborted) return new AloudError('ALOUD_PLATFORM_TIMEOUT', error.message);
  const code = ERRORS_BEFORE_ANSWER[error.name] ?? 'ALOUD_PLATFORM_UNREACHABLE';
  return new AloudError(code, `no answer (${reasonOf(error)})`);
}
