/** Counts what strangers cause, and tells of it now and then: a log must not grow by what anybody may do. */
export interface Tally {
  note(count?: number): void;
}

export interface TallyOptions {
  /** Told how many there were since it was told last: of the first at once, then at most once in `everyMs`. */
  readonly tell: (count: number) => void;
  readonly everyMs: number;
  /** Milliseconds of any clock that goes on. */
  readonly now?: () => number;
}

/** Without a timer, so that it is right where a process is frozen between requests: what is left is told with the next. */
export function createTally({ tell, everyMs, now = () => performance.now() }: TallyOptions): Tally {
  let count = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    note(more = 1) {
      count += more;
      if (now() - toldAt < everyMs) return;
      tell(count);
      count = 0;
      toldAt = now();
    },
  };
}
