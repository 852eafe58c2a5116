import type { Dispatcher } from 'undici';
import type { Pool } from './pool';

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Dispatcher.ResponseData['headers'];
  /** Absent when the answer was cut off or is too large. */
  readonly text?: string;
}

/** What of an `AbortSignal` is looked at. */
export interface Aborting {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface ExchangeLimits {
  /** The only clock. */
  readonly signal: Aborting;
  readonly maxBytes: number;
}

/** Made once: it keeps nothing of what it decodes whole. */
const UTF8 = new TextDecoder();

/** The signal came before the whole answer. */
export class ExchangeAborted extends Error {
  override readonly name = 'ExchangeAborted';
}

/** Why there was no answer, fit for the operator: undici's own text holds addresses and headers, so only its code is kept. */
export function reasonOf(error: Error): string {
  if (error instanceof ExchangeAborted) return 'not in time';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * One request on the pool, at most once on the wire: without `pool.request`, which leaves an abort unanswered until a
 * connection is there. Rejects with `ExchangeAborted`, or with undici's error where no answer came at all.
 */
export function exchange(
  pool: Pool,
  request: Dispatcher.DispatchOptions,
  { signal, maxBytes }: ExchangeLimits,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let ended = false;
    let head: RawAnswer | undefined;
    let size = 0;
    const chunks: Buffer[] = [];

    const end = () => {
      ended = true;
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = () => {
      end();
      reject(new ExchangeAborted('no whole answer in time'));
      controller?.abort(new Error('aborted'));
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort);

    pool.dispatch(request, {
      onRequestStart(started) {
        // Aborted while it waited for a connection, or started a second time by the pool: it must not go out.
        if (ended || controller) return started.abort(new Error('not sent'));
        controller = started;
      },
      onResponseStart(_controller, status, headers) {
        if (status >= 200) head = { status, headers };
      },
      onResponseData(current, chunk) {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= maxBytes || !head) return;
        end();
        resolve(head);
        current.abort(new Error('too large'));
      },
      onResponseEnd() {
        end();
        if (!head) return reject(new Error('no final status'));
        const text = UTF8.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
        resolve({ status: head.status, headers: head.headers, text });
      },
      onResponseError(_controller, error) {
        end();
        if (head) resolve(head);
        else reject(error);
      },
    });
  });
}
