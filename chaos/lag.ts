const TICK_MS = 20;

/** For how long this process was kept from running, in milliseconds: what it measures of others is that much too long. */
export function startLag(): { ms(): number; stop(): void } {
  let last = performance.now();
  let lost = 0;
  const look = () => {
    const now = performance.now();
    lost += Math.max(0, now - last - TICK_MS);
    last = now;
  };
  const timer = setInterval(look, TICK_MS);
  return {
    ms: () => lost + Math.max(0, performance.now() - last - TICK_MS),
    stop: () => clearInterval(timer),
  };
}
