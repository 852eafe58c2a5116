/** A sleep that can be shortened. */
export interface Alarm {
  /** Resolves after `ms`, at the signal, or when it is rung, whichever comes first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Ends the sleep so many milliseconds from now, if it would last longer. What rings while nobody sleeps is kept. */
  ring(inMs: number): void;
}

export function createAlarm(): Alarm {
  /** When it rings, by the clock that is never set. */
  let at = Number.POSITIVE_INFINITY;
  let rearm = () => {};

  return {
    ring(inMs) {
      const asked = performance.now() + Math.max(inMs, 0);
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
