import { performance } from 'node:perf_hooks';

/** How the event loop of this process fared, and what it cost. Times in milliseconds. */
export interface Lag {
  /** The longest that it was held. */
  readonly longest: number;
  /** The most processor time that the process took in one go: what no other program is the reason of. */
  readonly busiest: number;
  readonly lasted: number;
  /** Of a core, from 0. */
  readonly cpu: number;
}

/** Watches the event loop until it is stopped: a timer that is due every millisecond tells when it was held. */
export function watchLoop(): { stop(): Lag } {
  const begun = performance.now();
  const cpuBefore = process.cpuUsage();
  let longest = 0;
  let busiest = 0;
  let spent = cpuBefore.user + cpuBefore.system;
  let last = begun;
  const look = () => {
    const now = performance.now();
    const { user, system } = process.cpuUsage();
    longest = Math.max(longest, now - last - 1);
    busiest = Math.max(busiest, (user + system - spent) / 1000);
    spent = user + system;
    last = now;
  };
  const timer = setInterval(look, 1);
  return {
    stop() {
      look();
      clearInterval(timer);
      const { user, system } = process.cpuUsage(cpuBefore);
      const lasted = performance.now() - begun;
      return { longest, busiest, lasted, cpu: (user + system) / 1000 / lasted };
    },
  };
}
