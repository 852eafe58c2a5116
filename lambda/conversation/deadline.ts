/** The one time limit of a turn, passed down to everything that waits. */
export interface Deadline {
  /** Milliseconds left; negative when it has passed. */
  left(): number;
  /** Fires when the deadline passes, less `reserveMs` kept for what must still be done after the wait. */
  signal(reserveMs?: number): AbortSignal;
}

/** A deadline `budgetMs` after `arrival` (epoch milliseconds). */
export function startDeadline(budgetMs: number, arrival: number, now: () => number = Date.now): Deadline {
  const at = arrival + budgetMs;
  return {
    left: () => at - now(),
    signal: (reserveMs = 0) => AbortSignal.timeout(Math.max(0, Math.floor(at - now() - reserveMs))),
  };
}
