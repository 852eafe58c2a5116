import { performance } from 'node:perf_hooks';

/** Where the time of a turn went: stage name to milliseconds, in the order the stages ran. */
export type Timings = Readonly<Record<string, number>>;

/** Times the stages of one turn, so that a slow turn can be explained. */
export interface Stopwatch {
  /** Ends the running stage and gives it its name. Stages of the same name add up. */
  lap(stage: string): void;
  /** Notes a round trip to the database. */
  trip(): void;
  /** Round trips to the database so far. */
  trips(): number;
  /** Milliseconds per stage so far. */
  timings(): Timings;
  /** Milliseconds since the start. */
  total(): number;
}

export function startStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const start = now();
  const stages: Record<string, number> = {};
  let last = start;
  let trips = 0;
  return {
    trip() {
      trips++;
    },
    trips: () => trips,
    lap(stage) {
      const time = now();
      stages[stage] = (stages[stage] ?? 0) + (time - last);
      last = time;
    },
    timings: () => stages,
    total: () => now() - start,
  };
}
