import { AloudError, toAloudError } from '../errors';
import type { Signal } from './ports/signal';
import { createSignal } from './signals';

/** How long a call may run on after its turn, in milliseconds: vendors promise an answer within a minute. */
const BACKGROUND_MS = 60_000;
/** Calls that run on hold connections: there must be some left for the turns that are waiting. */
const MAX_IN_BACKGROUND = 256;

export interface After<T> {
  late(result: T): Promise<void>;
  failed(error: AloudError): Promise<void>;
}

export interface BackgroundCalls {
  /** Whether anything goes on after the signal at all. */
  readonly runsOn: boolean;
  /**
   * Works until the signal fires, and then goes on in the background.
   *
   * @param after what becomes of it after the signal
   * @throws AloudError ALOUD_PLATFORM_TIMEOUT when the signal fires first
   */
  run<T>(work: (signal: Signal) => Promise<T>, signal: Signal, after: After<T>): Promise<T>;
  /**
   * Does something after a turn, in place of what was begun under this name before: that is told to stop waiting, as it is by
   * `stop` and by `settled`. Without effect where nothing runs on.
   */
  goOn(name: string, work: (stop: AbortSignal) => Promise<void>): void;
  stop(name: string): void;
  /** Ends what only waits, and resolves when nothing runs on any more. */
  settled(): Promise<void>;
}

/** @param onError told of what went wrong after the turn */
export function createBackgroundCalls(onError: (error: unknown, where: string) => void): BackgroundCalls {
  const running = new Set<Promise<void>>();
  /** They hold no connection while they wait, so there may be any number. */
  const goingOn = new Set<Promise<void>>();
  const waiting = new Map<string, AbortController>();

  function stop(name: string): void {
    waiting.get(name)?.abort();
    waiting.delete(name);
  }

  return {
    runsOn: true,
    run(work, signal, { late, failed }) {
      const own = createSignal();
      let timer: NodeJS.Timeout | undefined;
      const working = work(own.signal);
      return new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', giveUp);
        };
        const giveUp = () => {
          timer = setTimeout(() => own.abort(), BACKGROUND_MS);
          reject(new AloudError('ALOUD_PLATFORM_TIMEOUT', 'no answer within the turn'));
          if (running.size >= MAX_IN_BACKGROUND) own.abort();
          const rest = working
            .then(late, async (thrown: unknown) => {
              onError(thrown, 'after the turn');
              await failed(toAloudError(thrown));
            })
            .catch((error: unknown) => onError(error, 'after the turn'))
            .finally(() => running.delete(rest));
          running.add(rest);
        };
        if (signal.aborted) giveUp();
        else signal.addEventListener('abort', giveUp);
        working.then(
          (result) => {
            end();
            resolve(result);
          },
          (thrown: unknown) => {
            end();
            reject(thrown);
          },
        );
      });
    },
    goOn(name, work) {
      stop(name);
      const controller = new AbortController();
      waiting.set(name, controller);
      const going = work(controller.signal)
        .catch((error: unknown) => onError(error, 'after the turn'))
        .finally(() => {
          goingOn.delete(going);
          if (waiting.get(name) === controller) waiting.delete(name);
        });
      goingOn.add(going);
    },
    stop,
    async settled() {
      for (const name of [...waiting.keys()]) stop(name);
      while (running.size + goingOn.size > 0) await Promise.all([...running, ...goingOn]);
    },
  };
}

/** Where nothing runs after the answer (AWS Lambda): the signal ends the work. */
export const NO_BACKGROUND_CALLS: BackgroundCalls = {
  runsOn: false,
  run: (work, signal) => work(signal),
  goOn() {},
  stop() {},
  settled: async () => {},
};
