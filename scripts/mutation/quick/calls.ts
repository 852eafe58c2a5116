import type { Bits } from './bits';
import { type Passing, passedBy } from './passing';

/** What a call gave without a change, and what it passed for it: the first time, and with all made that is kept only to save time. */
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

/**
 * Notes each call with what it passes, and adds that to what its test passes; the second time all that is kept to save time is made
 * for it.
 */
export function noting(calls: Calls, passing: Passing, forget: () => void): Answering {
  return (key, run) => {
    const known = calls.get(key);
    const isSecond = known !== undefined && known.again === undefined;
    if (isSecond) forget();
    const { result, bits } = passedBy(passing, run);
    if (known === undefined) calls.set(key, { result, first: bits });
    else if (isSecond) known.again = bits;
    return result;
  };
}
