import { performance } from 'node:perf_hooks';

/** What a turn does, one after the other; docs/observability.md says what is in each. */
export type Stage = 'open' | 'interpret' | 'send' | 'wait' | 'save' | 'render';

/** One run of a stage: a turn may send twice. */
export interface Lap {
  readonly stage: Stage;
  readonly ms: number;
  /** The code of what went wrong in it. */
  readonly error?: string;
}

/** Where the time of a turn went: stage to milliseconds, in the order the stages first ran. */
export type Timings = Readonly<Record<string, number>>;

/** Times the stages of one turn, so that a slow turn can be explained. */
export interface Stopwatch {
  /** When it was started, in milliseconds of its clock. */
  readonly startedAt: number;
  /** Ends the running stage and gives it its name. */
  lap(stage: Stage, error?: string): void;
  /** The stages so far: without a gap from the start. */
  laps(): readonly Lap[];
  /** Notes a round trip to the database. */
  trip(): void;
  /** Round trips to the database so far. */
  trips(): number;
  /** Milliseconds per stage so far: those of the same name add up. */
  timings(): Timings;
  /** Milliseconds since the start. */
  total(): number;
}

export function startStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const startedAt = now();
  const laps: Lap[] = [];
  let last = startedAt;
  let trips = 0;
  return {
    startedAt,
    trip() {
      trips++;
    },
    trips: () => trips,
    lap(stage, error) {
      const time = now();
      laps.push(error === undefined ? { stage, ms: time - last } : { stage, ms: time - last, error });
      last = time;
    },
    laps: () => laps,
    timings() {
      const stages: Record<string, number> = {};
      for (const { stage, ms } of laps) stages[stage] = (stages[stage] ?? 0) + ms;
      return stages;
    },
    total: () => now() - startedAt,
  };
}
