import type { SteadyClock } from './clock';

type Callback = (...args: unknown[]) => void;

/** What `setTimeout` and `setInterval` return, as Node has it. */
class SteadyTimer {
  private timer: NodeJS.Timeout | undefined;
  private dueAt = 0;
  private isReferenced = true;

  constructor(
    private readonly clock: SteadyClock,
    /** Those of this clock that have not rung. */
    private readonly waiting: Set<SteadyTimer>,
    private readonly callback: () => void,
    private readonly ms: number,
    private readonly repeats: boolean,
  ) {
    this.refresh();
  }

  refresh(): this {
    this.close();
    this.dueAt = this.clock.now() + this.ms;
    this.arm();
    return this;
  }

  close(): this {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.delete(this);
    return this;
  }

  ref(): this {
    this.isReferenced = true;
    this.timer?.ref();
    return this;
  }

  unref(): this {
    this.isReferenced = false;
    this.timer?.unref();
    return this;
  }

  hasRef(): boolean {
    return this.isReferenced;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  private arm(): void {
    this.waiting.add(this);
    this.timer = setTimeout(() => this.ring(), Math.max(this.dueAt - this.clock.now(), 1));
    if (!this.isReferenced) this.timer.unref();
  }

  private ring(): void {
    // The clock has stood still meanwhile, or Node's timers of another length are behind: the order is that of the clock.
    if (this.clock.now() < this.dueAt || this.isBeforeItsTurn()) {
      this.arm();
      return;
    }
    this.close();
    if (this.repeats) this.refresh();
    this.callback();
  }

  private isBeforeItsTurn(): boolean {
    for (const { dueAt } of this.waiting) if (dueAt < this.dueAt) return true;
    return false;
  }
}

/** The timers of Node, by another clock. */
export function createTimers(clock: SteadyClock) {
  const waiting = new Set<SteadyTimer>();
  const start =
    (repeats: boolean) =>
    (callback: Callback, ms?: number, ...args: unknown[]) =>
      // As Node has it, where it is nothing, too little, or too much for a timer.
      new SteadyTimer(clock, waiting, () => callback(...args), ms && ms >= 1 && ms < 2 ** 31 ? ms : 1, repeats);
  const stop = (timer: unknown) => {
    if (timer instanceof SteadyTimer) timer.close();
    else clearTimeout(timer as NodeJS.Timeout);
  };
  const [startTimeout, startInterval] = [start(false), start(true)];

  function delay<T>(ms?: number, value?: T, { signal, ref = true }: { signal?: AbortSignal; ref?: boolean } = {}) {
    return new Promise<T | undefined>((resolve, reject) => {
      const abort = () => {
        timer.close();
        const error = new Error('The operation was aborted', { cause: signal?.reason });
        reject(Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' }));
      };
      const timer = startTimeout(() => {
        signal?.removeEventListener('abort', abort);
        resolve(value);
      }, ms);
      if (!ref) timer.unref();
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort, { once: true });
    });
  }

  function abortAfter(ms: number): AbortSignal {
    const controller = new AbortController();
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    startTimeout(() => controller.abort(reason()), ms).unref();
    return controller.signal;
  }

  /** Ends all that wait. By a clock that is stopped they would wait long, and their worker with them. */
  function end(): void {
    for (const timer of [...waiting]) timer.close();
  }

  return { startTimeout, startInterval, stop, delay, abortAfter, end };
}
