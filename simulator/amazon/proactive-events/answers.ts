import type { ServerResponse } from 'node:http';
import { answerJson } from '../loopback';
import type { ProactiveEventsBehaviour } from './behaviour';
import { Refusal } from './refusal';

const MAX_REMEMBERED = 1000;

/** A refused request, and why. */
export interface EventViolation {
  readonly status: number;
  readonly message: string;
}

/** What requests were answered. */
export interface Answers {
  /** How many requests were answered with each status. */
  readonly counts: ReadonlyMap<number, number>;
  /** What was refused for a fault of the caller's, the last 1,000. */
  readonly violations: readonly EventViolation[];
  accept(response: ServerResponse): void;
  /** @param thrown a `Refusal`; anything else is a fault of the service's own */
  refuse(response: ServerResponse, thrown: unknown): void;
}

export function createAnswers(behaviour: Pick<ProactiveEventsBehaviour, 'retryAfterSeconds'>): Answers {
  const counts = new Map<number, number>();
  const violations: EventViolation[] = [];

  function count(status: number): void {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }

  return {
    counts,
    violations,
    accept(response) {
      count(202);
      response.writeHead(202).end();
    },
    refuse(response, thrown) {
      const { status, message, isViolation } =
        thrown instanceof Refusal ? thrown : new Refusal(500, 'Internal Server Error', false);
      if (isViolation) violations.push({ status, message });
      violations.splice(0, violations.length - MAX_REMEMBERED);
      count(status);
      const { retryAfterSeconds: seconds } = behaviour;
      const headers = status === 429 && seconds !== undefined ? { 'retry-after': String(seconds) } : undefined;
      answerJson(response, status, { message }, headers);
    },
  };
}
