/** How long nobody says anything before the user hears that we are at it, in milliseconds. */
const SILENCE_MS = 1500;
/** How long the answer waits for a word of ours that is just being handed over, lest that arrives after it. */
const GRACE_MS = 200;

/** Tells the user, at most once, that an answer takes a while. */
export interface ProgressTimer {
  /** There is something to say now. */
  stop(): void;
  /** Resolves when no word of ours is on its way any more. The answer must not leave before. */
  end(): Promise<void> | undefined;
}

/** Where nobody waits. */
export const NO_PROGRESS: ProgressTimer = { stop() {}, end: () => undefined };

/** @param tell says it; ends with its signal and never rejects. Absent: nobody can be told. */
export function startProgressTimer(tell: ((signal: AbortSignal) => Promise<void>) | undefined): ProgressTimer {
  if (!tell) return NO_PROGRESS;
  let controller: AbortController | undefined;
  let telling: Promise<void> | undefined;
  const timer = setTimeout(() => {
    // Most turns say nothing.
    controller = new AbortController();
    telling = tell(controller.signal).finally(() => {
      telling = undefined;
    });
  }, SILENCE_MS);
  return {
    stop: () => clearTimeout(timer),
    async end() {
      clearTimeout(timer);
      if (!telling) return;
      const grace = setTimeout(() => controller?.abort(), GRACE_MS);
      await telling;
      clearTimeout(grace);
    },
  };
}
