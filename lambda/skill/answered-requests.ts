import { createHash } from 'node:crypto';

/** Longer than a request counts as one of now, before and after. */
const KEPT_MS = 5 * 60_000;
/** Some megabytes of answers. */
const MOST_KEPT = 500;

/** The answers of a while, and those that are being made. */
export interface AnsweredRequests<T> {
  /** What the request was answered before, or is being answered; else what `answer` makes. What fails is not kept. */
  once(request: string, answer: () => Promise<T>): Promise<T>;
}

/**
 * A request that is played back to this process gets the answer that it got; at the same moment it waits for it. The user's
 * document tells those that other processes have answered. Nothing stays in memory for longer, whether or not others come.
 */
export function createAnsweredRequests<T>(keptMs = KEPT_MS): AnsweredRequests<T> {
  const kept = new Map<string, Promise<T>>();

  function keep(request: string, answer: Promise<T>): void {
    const forget = () => {
      if (kept.get(request) === answer) kept.delete(request);
    };
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest);
    kept.set(request, answer);
    answer.catch(forget);
    setTimeout(forget, keptMs).unref();
  }

  return {
    once(request, make) {
      const known = kept.get(request);
      if (known) return known;
      const answer = make();
      keep(request, answer);
      return answer;
    },
  };
}

/** Tells a request from every other: what makes it the same one is all that was signed of what it asks. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}
