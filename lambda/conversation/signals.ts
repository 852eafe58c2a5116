import type { Signal } from './ports/signal';

/** A signal, and who fires it. */
export interface SignalController {
  readonly signal: Signal;
  /** Without effect where it was fired before. */
  abort(reason?: unknown): void;
}

/**
 * An `AbortController` for what each turn makes several of. Node 20 gives each `AbortSignal` a hidden class of its own, for which
 * V8 has optimised nothing that looks at it: two of them are a tenth of a turn.
 */
export function createSignal(): SignalController {
  let listeners: readonly (() => void)[] = [];
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener(_type: 'abort', listener: () => void) {
      if (!signal.aborted) listeners = [...listeners, listener];
    },
    removeEventListener(_type: 'abort', listener: () => void) {
      listeners = listeners.filter((one) => one !== listener);
    },
  };
  return {
    signal,
    abort(reason) {
      if (signal.aborted) return;
      signal.aborted = true;
      signal.reason = reason;
      const told = listeners;
      listeners = [];
      for (const listener of told) listener();
    },
  };
}

/** A signal that is fired with the other, or before; until it does not follow any more. */
export function follow(other: Signal): SignalController & { leave(): void } {
  const { signal, abort } = createSignal();
  const onAbort = () => abort(other.reason);
  if (other.aborted) onAbort();
  else other.addEventListener('abort', onAbort);
  return { signal, abort, leave: () => other.removeEventListener('abort', onAbort) };
}
