import type { Fault } from '../../platforms/faults';

export interface ProactiveEventsBehaviour {
  /** Milliseconds from a whole request to its answer. */
  delayMs: number;
  /** The next good requests fail, in this order. What fails on the wire is accepted nevertheless; a status is not. */
  readonly faults: Fault[];
  /** These users' events are always answered so. */
  readonly userFaults: Map<string, number>;
  /** What a token gets that is not good: the documents say 403, others have seen 401. */
  badTokenStatus: 401 | 403;
  /** How many events a live skill may send in a second; the rest is told to come back later. */
  perSecond: number;
  /** How much later, in seconds; `undefined`: it is not told. */
  retryAfterSeconds: number | undefined;
  /** How many events of a live skill a user gets in 24 hours. Amazon does not tell the number. */
  perDay: number;
}

/** At once, without faults and limits. */
export function goodBehaviour(): ProactiveEventsBehaviour {
  return {
    delayMs: 0,
    faults: [],
    userFaults: new Map(),
    badTokenStatus: 401,
    perSecond: Number.POSITIVE_INFINITY,
    retryAfterSeconds: 1,
    perDay: Number.POSITIVE_INFINITY,
  };
}
