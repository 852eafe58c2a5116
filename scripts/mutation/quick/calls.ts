import type { Bits } from './bits';
import { type Passing, passedBy } from './passing';

/** What a call gave without a change, and what it passed for it: the first time, and when all that is kept was known. */
export interface Call {
  readonly result: unknown;
  readonly first: Bits;
  again?: Bits;
}

/** Calls by name and arguments. */
export type Calls = Map<string, Call>;

/** What is said in place of calling a function of the room's, where that needs not be. */
export type Answering = (key: string, call: () => unknown) => unknown;

type Fn = (...args: unknown[]) => unknown;

/** An object whose functions depend on what they are given alone: each call of them goes through `answering`. */
export function through(name: string, object: object, answering: () => Answering | undefined): object {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      if (typeof value !== 'function') return [key, value];
      const call = (...args: unknown[]) => {
        const answer = answering();
        const run = () => (value as Fn).apply(object, args);
        return answer === undefined ? run() : answer(`${name}.${key} ${JSON.stringify(args)}`, run);
      };
      return [key, call];
    }),
  );
}

/** Notes each call with what it passes, the second time when it is all made for it that is kept to save time, and adds that to what its test passes. */
export function noting(calls: Calls, passing: Passing, isFirst: boolean, forget: () => void): Answering {
  return (key, run) => {
    if (!isFirst) forget();
    const { result, bits } = passedBy(passing, run);
    const known = calls.get(key);
    if (known === undefined) calls.set(key, { result, first: bits });
    else if (!isFirst) known.again ??= bits;
    return result;
  };
}
