/**
 * Loaded before anything else of a server's process: its clock is wrong by CHAOS_CLOCK_MS milliseconds. What measures
 * spans (`performance.now`, timers) is not concerned, as with a clock that somebody sets.
 */
const shift = Number(process.env.CHAOS_CLOCK_MS ?? 0);

if (shift !== 0) {
  const RealDate = Date;
  const now = () => RealDate.now() + shift;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

export {};
