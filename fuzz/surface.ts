import type { Random } from '../chaos/random';

/** What is wrong with how the system took an input. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

/** The system, as far as a surface needs it. */
export interface Target {
  /** Puts one input to it. @throws Finding when it does what it must not */
  run(input: string): Promise<void>;
  close(): Promise<void>;
}

/** One of the ways by which others reach the system. */
export interface Surface {
  /** An input: the same for the same chance. */
  make(random: Random): string | Promise<string>;
  open(): Promise<Target>;
}

/** Whatever else happens must not go unseen. */
export function fail(what: string): never {
  throw new Finding(what);
}
