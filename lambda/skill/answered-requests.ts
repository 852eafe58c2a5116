import { hash } from 'node:crypto';

/** Longer than a request counts as one of now, before and after. */
const KEPT_MS = 5 * 60_000;
/** Some megabytes of answers. */
const MOST_KEPT = 500;

/** The answers of a while, and those that are being made. */
export interface AnsweredRequests<T> {
  /** What the request was answered before, or is being answered; else what `answer` makes. What fails is not kept. */
  once(request: string, answer: () => Promise<T>): Promise<T>;
}

interface Kept<T> {
  readonly answer: Promise<T>;
  /** When it is forgotten, as `performance.now()` counts. */
  readonly until: number;
}

/**
 * A request that is played back to this process gets the answer that it got; at the same moment it waits for it. The user's
 * document tells those that other processes have answered. Nothing stays in memory for longer, whether or not others come.
 */
export function createAnsweredRequests<T>(keptMs = KEPT_MS): AnsweredRequests<T> {
  /** The oldest first. */
  const kept = new Map<string, Kept<T>>();
  // One for all of them: a timer of its own would hold each answer for as long, however many came after it. It holds none itself:
  // what a server that was closed has answered would stay.
  let isTimed = false;

  function forgetOld(): void {
    isTimed = false;
    const now = performance.now();
    for (const [request, { until }] of kept) {
      if (until > now) {
        forgetIn(until - now);
        return;
      }
      kept.delete(request);
    }
  }

  function forgetIn(ms: number): void {
    if (isTimed) return;
    isTimed = true;
    callLater(new WeakRef(forgetOld), Math.ceil(ms));
  }

  function keep(request: string, answer: Promise<T>): void {
    const [oldest] = kept.size >= MOST_KEPT ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(request, { answer, until: performance.now() + keptMs });
    forgetIn(keptMs);
    answer.catch(() => {
      if (kept.get(request)?.answer === answer) kept.delete(request);
    });
  }

  return {
    once(request, make) {
      const known = kept.get(request);
      if (known) return known.answer;
      const answer = make();
      keep(request, answer);
      return answer;
    },
  };
}

/** Calls what is still needed by then. */
function callLater(work: WeakRef<() => void>, ms: number): void {
  setTimeout(() => work.deref()?.(), ms).unref();
}

/** Tells a request from every other: what makes it the same one is all that was signed of what it asks. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 12);
}
