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
 * document tells those that other processes have answered.
 */
export function createAnsweredRequests<T>(now: () => number = () => performance.now()): AnsweredRequests<T> {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();

  function forget(): void {
    for (const [request, { at }] of kept) {
      if (kept.size <= MOST_KEPT && now() - at < KEPT_MS) break;
      kept.delete(request);
    }
  }

  return {
    once(request, make) {
      forget();
      const known = kept.get(request);
      if (known) return known.answer;
      const answer = make();
      kept.set(request, { at: now(), answer });
      answer.catch(() => kept.delete(request));
      return answer;
    },
  };
}

/** Tells a request from every other: what makes it the same one is all that was signed of what it asks. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}
