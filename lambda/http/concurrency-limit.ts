/** Lets a few jobs run at a time. */
export interface ConcurrencyLimit {
  /** Resolves when one more may run. */
  free(): Promise<void>;
  /** Starts a job, which must not reject. */
  run(job: () => Promise<void>): void;
  /** Resolves when none runs. */
  idle(): Promise<void>;
}

/** @param count how many at a time */
export function createConcurrencyLimit(count: number): ConcurrencyLimit {
  const running = new Set<Promise<void>>();
  return {
    async free() {
      while (running.size >= count) await Promise.race(running);
    },
    run(job) {
      const done: Promise<void> = job().finally(() => running.delete(done));
      running.add(done);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
