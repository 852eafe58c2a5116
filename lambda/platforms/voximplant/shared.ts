import { AloudError } from '../../errors';

interface Run<T> {
  readonly result: Promise<T>;
  readonly end: AbortController;
  /** How many wait for it. */
  waiting: number;
}

/**
 * Work that runs once at a time: whoever asks for it meanwhile shares the run. A signal ends the waiting of its own caller
 * only, with ALOUD_PLATFORM_TIMEOUT; the run ends when nobody waits for it any more, and the next caller begins another.
 *
 * @param name for the error
 */
export function createShared<T>(
  name: string,
  work: (signal: AbortSignal) => Promise<T>,
): (signal: AbortSignal) => Promise<T> {
  let current: Run<T> | undefined;

  function begin(): Run<T> {
    const end = new AbortController();
    const run: Run<T> = { result: work(end.signal), end, waiting: 0 };
    const forget = () => {
      if (current === run) current = undefined;
    };
    run.result.then(forget, forget);
    end.signal.addEventListener('abort', forget);
    return run;
  }

  return (signal) =>
    new Promise((resolve, reject) => {
      const tooLate = () => reject(new AloudError('ALOUD_PLATFORM_TIMEOUT', `${name}: no whole answer in time`));
      if (signal.aborted) return tooLate();
      current ??= begin();
      const run = current;
      run.waiting++;
      const leave = () => {
        tooLate();
        run.waiting--;
        if (run.waiting === 0) run.end.abort();
      };
      signal.addEventListener('abort', leave, { once: true });
      run.result.then(resolve, reject).then(() => signal.removeEventListener('abort', leave));
    });
}
