import { performance } from 'node:perf_hooks';

/** How the event loop of this process fared, and what it cost. Times in milliseconds. */
export interface Lag {
  /** The longest that it was held. */
  readonly longest: number;
  readonly lasted: number;
  /** Of a core, from 0. */
  readonly cpu: number;
}

/** Watches the event loop until it is stopped: a timer that is due every millisecond tells when it was held. */
export function watchLoop(): { stop(): Lag } {
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  let longest = 0;
  let last = begun;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  };
  const timer = setInterval(look, 1);
  return {
    stop() {
      look();
      clearInterval(timer);
      const { user, system } = process.cpuUsage(cpuBefore);
      const lasted = performance.now() - begun;
      return { longest, lasted, cpu: (user + system) / 1000 / lasted };
    },
  };
}
