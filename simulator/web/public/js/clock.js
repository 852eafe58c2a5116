/** How long an Echo listens before it repeats its question, and again before it gives up. */
export const LISTENING_MS = 8000;
const TICK_MS = 100;

/**
 * The open microphone's timer. It stands still while anything holds it (the person is typing, or asked for more time).
 * @param {{ onTick: (leftMs: number) => void, onEnd: () => void }} listener
 */
export function createClock({ onTick, onEnd }) {
  const holds = new Set();
  let left = 0;
  let last = 0;
  let timer;

  function stop() {
    clearInterval(timer);
    timer = undefined;
  }

  function tick() {
    const now = performance.now();
    if (holds.size === 0) left -= now - last;
    last = now;
    if (left > 0) return onTick(left);
    stop();
    onEnd();
  }

  return {
    start() {
      stop();
      left = LISTENING_MS;
      last = performance.now();
      timer = setInterval(tick, TICK_MS);
      onTick(left);
    },
    stop,
    /** Holds the time for this reason, or no longer. */
    hold(reason, on) {
      if (on) holds.add(reason);
      else holds.delete(reason);
    },
  };
}
