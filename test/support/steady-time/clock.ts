/** A clock that stands still while the process does. */
export interface SteadyClock {
  /** Milliseconds since it was started. */
  now(): number;
  stop(): void;
}

/** Each costs the processor about what a small test does, and as many workers as there are have them. */
const TICK_MS = 8;
/** What has passed since the last tick counts for no more: the rest of it the process was not let run, or was busy. */
const MOST_MS = 25;

/**
 * Starts one. On an idle machine it runs as any clock does. Where the machine has other things to do, or is slow, a
 * second of it is as much of the process's own work as ever: what takes a process some milliseconds takes no longer.
 */
export function startSteadyClock(): SteadyClock {
  let passed = 0;
  let last = process.hrtime.bigint();
  const now = () => {
    const at = process.hrtime.bigint();
    passed += Math.min(Number(at - last) / 1e6, MOST_MS);
    last = at;
    return passed;
  };
  const ticks = setInterval(now, TICK_MS).unref();
  return { now, stop: () => clearInterval(ticks) };
}
