import type { ObservedRequest } from '../../lambda/server/alexa-listener';
import type { Seen } from './seen';

/** Sees what Alexa asks while steps are held. */
export interface Watcher {
  readonly all: readonly Seen[];
  /** For the server: answers wait for it. */
  observe(request: ObservedRequest): Promise<void>;
  /** How long answers are held back from now on, in milliseconds. */
  holdBack(ms: number): void;
  /** Is told of each request, until the function it gives is called. */
  listen(hear: (seen: Seen) => void): () => void;
}

export function createWatcher(): Watcher {
  const all: Seen[] = [];
  const listeners = new Set<(seen: Seen) => void>();
  let holdMs = 0;
  return {
    all,
    async observe({ envelope, json, at, ms }) {
      const left = holdMs - ms;
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
      const seen: Seen = { envelope, response: parse(json), at, ms: Math.max(ms, holdMs) };
      all.push(seen);
      for (const hear of listeners) hear(seen);
    },
    holdBack(ms) {
      holdMs = ms;
    },
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
