import { type Aborting, ExchangeAborted } from './exchange';

interface Flight<T> {
  readonly result: Promise<T>;
  readonly end: AbortController;
  /** How many wait for it. */
  waiting: number;
}

/** Work that runs once at a time for a key: whoever asks for it meanwhile shares the run, whether it succeeds or fails. */
export interface SingleFlight<T> {
  /**
   * Joins the run of this key, or begins one. A signal ends the waiting of its own caller only, with `ExchangeAborted`.
   * The run ends when nobody waits for it any more, and the next caller begins another.
   */
  join(key: string, signal?: Aborting): Promise<T>;
  isRunning(key: string): boolean;
  /** How many run, of all keys. */
  running(): number;
}

/** @param work begun with its key, and with a signal that fires when nobody waits for it any more */
export function createSingleFlight<T>(work: (key: string, signal: AbortSignal) => Promise<T>): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>();

  function begin(key: string): Flight<T> {
    const end = new AbortController();
    const flight: Flight<T> = { result: work(key, end.signal), end, waiting: 0 };
    const forget = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flights.set(key, flight);
    flight.result.then(forget, forget);
    end.signal.addEventListener('abort', forget);
    return flight;
  }

  return {
    join: (key, signal) =>
      new Promise((resolve, reject) => {
        const tooLate = () => reject(new ExchangeAborted('no whole answer in time'));
        if (signal?.aborted) return tooLate();
        const flight = flights.get(key) ?? begin(key);
        flight.waiting++;
        const leave = () => {
          tooLate();
          flight.waiting--;
          if (flight.waiting === 0) flight.end.abort();
        };
        signal?.addEventListener('abort', leave);
        flight.result.then(resolve, reject).then(() => signal?.removeEventListener('abort', leave));
      }),
    isRunning: (key) => flights.has(key),
    running: () => flights.size,
  };
}
