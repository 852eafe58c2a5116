import type { Platform, Received } from '../../conversation/ports/platform';
import type { Signal } from '../../conversation/ports/signal';
import { AloudError, ERRORS, type ErrorCode } from '../../errors';
import type { Telemetry } from '../../telemetry/telemetry';
import { MALFORMED } from '../shared/received';
import { type Read, readReceived, readResult, readThread, TRAITS } from './shapes';

/** How long a module may take to let go of its connections. */
const CLOSE_MS = 2000;
const LONGEST_REASON = 300;

export interface Guarded {
  /** Of the platform, which its module may not choose. */
  readonly name: string;
  /** The file of the module, as it is told to the operator. */
  readonly file: string;
  readonly telemetry: Telemetry;
}

/**
 * A platform whose code nobody here has seen, bounded at the port's edge: it ends at the signal whether the module minds it
 * or not; what it returns is of the port's form, and what it throws is an `AloudError` that holds no words of anybody.
 * What a module computes without end nobody can stop from here.
 */
export function guard(platform: Platform<AbortSignal>, { name, file, telemetry }: Guarded): Platform {
  const traits = TRAITS.safeParse(platform);
  if (!traits.success) throw misbehaved('create', `${traits.error.issues[0]?.path.join('.')} is wrong`);
  for (const method of ['open', 'send', 'receive', 'close'] as const) {
    if (typeof platform[method] !== 'function') throw misbehaved('create', `the platform has no ${method}()`);
  }

  function misbehaved(operation: string, what: string): AloudError {
    return new AloudError('ALOUD_BOT_MISBEHAVED', `${name} ${operation}: ${what} (${file})`);
  }

  /** An error of the module's in our own: it may have brought a copy of ours, whose class is another. */
  function errorOf(thrown: unknown, operation: string): AloudError {
    if (!isCoded(thrown)) return misbehaved(operation, `threw ${describe(thrown, file)}`);
    const { code, message, retryAfterMs } = thrown;
    return new AloudError(code, message.slice(0, LONGEST_REASON).replace(/\s+/g, ' '), { retryAfterMs });
  }

  function checked<T>({ value, fault }: Partial<{ value: T; fault: string }> & Read<T>, operation: string): T {
    if (fault !== undefined) throw misbehaved(operation, fault);
    return value as T;
  }

  async function call<T>(
    operation: string,
    signal: Signal,
    work: (own: AbortSignal) => Promise<unknown>,
    read: (v: unknown) => Read<T>,
  ) {
    if (signal.aborted) throw late(operation);
    const own = toAbortSignal(signal);
    try {
      const result = await until(own, work, () => late(operation));
      return checked(read(result), operation);
    } catch (thrown) {
      throw errorOf(thrown, operation);
    }
  }

  const late = (operation: string) =>
    new AloudError('ALOUD_PLATFORM_TIMEOUT', `${name} ${operation}: no answer in time (${file})`);

  return {
    ...traits.data,
    name,
    open: (user, signal) => call('open', signal, async (own) => platform.open(user, own), readThread),
    async send(thread, input, signal) {
      const result = await call('send', signal, async (own) => platform.send(thread, input, own), readResult);
      // One that did not change is known by its identity.
      return JSON.stringify(result.thread) === JSON.stringify(thread) ? { ...result, thread } : result;
    },
    threadId(thread) {
      try {
        const id: unknown = platform.threadId?.(thread);
        return typeof id === 'string' && id !== '' ? id : undefined;
      } catch (thrown) {
        telemetry.error(errorOf(thrown, 'threadId'), 'platform');
        return undefined;
      }
    },
    receive(request): Received {
      try {
        return checked(readReceived(platform.receive(request)), 'receive');
      } catch (thrown) {
        telemetry.error(errorOf(thrown, 'receive'), 'platform');
        return MALFORMED;
      }
    },
    async close() {
      const signal = AbortSignal.timeout(CLOSE_MS);
      await until(
        signal,
        async () => platform.close(),
        () => misbehaved('close', 'did not end'),
      ).catch((thrown) => telemetry.error(errorOf(thrown, 'close'), 'platform'));
    },
  };
}

/** What was done, or what the signal came before. */
function until<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>, error: () => AloudError): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(error());
    signal.addEventListener('abort', onAbort, { once: true });
    work(signal)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** The same as what `fetch` and the like take. */
function toAbortSignal(signal: Signal): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener('abort', () => controller.abort(signal.reason));
  return controller.signal;
}

interface Coded {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryAfterMs?: number;
}

function isCoded(thrown: unknown): thrown is Coded {
  if (!(thrown instanceof Error) && Object.prototype.toString.call(thrown) !== '[object Error]') return false;
  const { name, code, retryAfterMs } = thrown as Error & Partial<Coded>;
  const isKnown = typeof code === 'string' && Object.hasOwn(ERRORS, code);
  return name === 'AloudError' && isKnown && (retryAfterMs === undefined || Number.isFinite(retryAfterMs));
}

/** The kind of an error and where it was thrown: its text may hold anything. */
export function describe(thrown: unknown, file: string): string {
  const { name, stack } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Partial<Error>;
  const kind = typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : typeof thrown;
  const base = (file.split('/').at(-1) ?? file).replace(/[^\w-]/g, '\\$&');
  const line = typeof stack === 'string' ? new RegExp(`${base}:(\\d+)`).exec(stack)?.[1] : undefined;
  return line ? `${kind} in line ${line}` : kind;
}
