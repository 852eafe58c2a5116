/** A sleep that can be shortened. */
export interface WakeUpTimer {
  /** Resolves after `ms`, at the signal, or when it is woken, whichever comes first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /**
   * Ends the sleep so many milliseconds from now, if it would last longer. A wake-up that comes before the sleep is
   * kept for it.
   */
  wakeIn(ms: number): void;
}

export function createWakeUpTimer(): WakeUpTimer {
  /** When it wakes, by the monotonic clock. */
  let at = Number.POSITIVE_INFINITY;
  let rearm = () => {};

  return {
    wakeIn(ms) {
      const asked = performance.now() + Math.max(ms, 0);
      if (asked >= at) return;
      at = asked;
      rearm();
    },
    async sleep(ms, signal) {
      const end = performance.now() + ms;
      let timer: NodeJS.Timeout | undefined;
      let wake = () => {};
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal.aborted) return resolve();
        signal.addEventListener('abort', wake);
        rearm = () => {
          clearTimeout(timer);
          timer = setTimeout(resolve, Math.max(Math.min(end, at) - performance.now(), 0));
        };
        rearm();
      });
      rearm = () => {};
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      if (performance.now() >= at - 1) at = Number.POSITIVE_INFINITY;
    },
  };
}

/** Nothing shortens it but the signal. */
export function rest(ms: number, signal: AbortSignal): Promise<void> {
  return createWakeUpTimer().sleep(ms, signal);
}
