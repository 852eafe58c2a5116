import type { TurnRecord } from './telemetry';

/** One request of Alexa's that was proven, and how far it was when: milliseconds of `performance.now()`. */
export interface RequestRecord {
  readonly requestId: string;
  /** As a turn's: `LaunchRequest`, `ChatIntent`. */
  readonly name: string;
  readonly applicationId: string;
  readonly cameAt: number;
  /** All of it was there, and verifying began. */
  readonly readAt: number;
  readonly provenAt: number;
  readonly answeredAt: number;
  readonly status: number;
  /** Absent: it was none, or one that was played back. */
  readonly turn?: TurnRecord;
}

/** What was done for a request, and when: milliseconds of `performance.now()`. */
export interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** The code of what went wrong in it. */
  readonly error?: string;
}

/** Where the time of a request went, in order: `verify`, and the stages of its turn. */
export function stretchesOf({ readAt, provenAt, turn }: RequestRecord): readonly Stretch[] {
  const stretches: Stretch[] = [{ name: 'verify', from: readAt, to: provenAt }];
  let from = turn?.startedAt ?? 0;
  for (const { stage, ms, error } of turn?.laps ?? []) {
    stretches.push({ name: stage, from, to: from + ms, ...(error !== undefined && { error }) });
    from += ms;
  }
  return stretches;
}
