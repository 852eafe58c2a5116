import { performance } from 'node:perf_hooks';
import promises from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';
import { endAsyncStorages } from './async-storages';
import { type SteadyClock, startSteadyClock } from './clock';
import { createTimers } from './timers';

/** Puts something else in the place of a member. Returns what puts it back. */
function replace<T extends object>(owner: T, name: keyof T, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true, enumerable: before?.enumerable });
  return () => {
    if (before) Object.defineProperty(owner, name, before);
    else delete owner[name];
  };
}

/**
 * In it time passes for the tests of a file as far as their process runs: the time of day, `performance.now` and all timers
 * of JavaScript go by a clock that stands still while the machine is busy with something else. A turn that has a second has
 * a second of work then, and no test fails because others run beside it.
 *
 * Only where all that a test waits for is in its own process. What works with other processes, which go by the real time,
 * says `@jest-environment node`.
 */
export default class SteadyEnvironment extends TestEnvironment {
  private clock: SteadyClock | undefined;
  private timers: ReturnType<typeof createTimers> | undefined;
  private restore: (() => void)[] = [];

  override async setup(): Promise<void> {
    endAsyncStorages();
    await super.setup();
    const { global } = this;
    const begun = [Date.now(), performance.now()] as const;
    const clock = startSteadyClock();
    const timers = createTimers(clock);
    const today = () => Math.floor(begun[0] + clock.now());
    const RealDate = global.Date;
    const SteadyDate = new Proxy(RealDate, {
      apply: () => new RealDate(today()).toString(),
      construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [today()], newTarget),
    });
    Object.assign(global, { Date: SteadyDate, setTimeout: timers.startTimeout, setInterval: timers.startInterval });
    Object.assign(global, { clearTimeout: timers.stop, clearInterval: timers.stop });
    RealDate.now = today;
    RealDate.prototype.constructor = SteadyDate;
    // These are the worker's, and other files run in it after this one.
    this.restore = [
      replace(performance, 'now', () => begun[1] + clock.now()),
      replace(promises, 'setTimeout', timers.delay),
      replace(AbortSignal, 'timeout', timers.abortAfter),
    ];
    this.clock = clock;
    this.timers = timers;
  }

  override async teardown(): Promise<void> {
    for (const restore of this.restore) restore();
    this.timers?.end();
    this.clock?.stop();
    await super.teardown();
  }
}
