import { performance } from 'node:perf_hooks';
import type { Signal } from './ports/signal';
import { createSignal } from './signals';

/** The one time limit of a turn, passed down to everything that waits. */
export interface Deadline {
  /** Milliseconds that are left. */
  left(): number;
  /**
   * Does work that ends early when its signal fires: at the deadline, less `reserveMs` kept for what must still be done
   * afterwards; or when the work itself calls `end`, for the sake of what of it still runs.
   */
  within<T>(reserveMs: number, work: (signal: Signal, end: (reason: Error) => void) => Promise<T>): Promise<T>;
}

/** A deadline in `budgetMs` milliseconds, by the clock that is never set. */
export function startDeadline(budgetMs: number): Deadline {
  const at = performance.now() + budgetMs;
  return {
    left: () => Math.max(0, at - performance.now()),
    async within(reserveMs, work) {
      // With a timer that ends: one that is kept holds what hangs on it until the deadline of a turn long answered.
      const controller = createSignal();
      const timer = setTimeout(() => controller.abort(), Math.max(0, at - performance.now() - reserveMs));
      try {
        return await work(controller.signal, (reason) => controller.abort(reason));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
