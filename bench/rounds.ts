import { count } from './figures';

/** How many rounds are measured, and how many come first, which are not: V8 goes on compiling for a while. */
export const ROUNDS = () => count('BENCH_ROUNDS', 9);
export const WARM_UPS = () => count('BENCH_WARM_UPS', 5);

export interface Rounds<T> {
  /** Of each contender, in their order: a figure for each round that was measured. */
  readonly figures: readonly (readonly T[])[];
  /** How long a round took on average, in milliseconds. */
  readonly everyMs: number;
}

/**
 * Contenders take turns, round by round, so that a drift of the machine's speed hits them all; each round begins with
 * another of them.
 */
export async function takeTurns<C, T>(
  contenders: readonly C[],
  measure: (contender: C) => Promise<T>,
): Promise<Rounds<T>> {
  const figures = contenders.map((): T[] => []);
  const [rounds, warmUps] = [ROUNDS(), WARM_UPS()];
  const begun = performance.now();
  for (let round = 0; round < warmUps + rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (round + turn) % contenders.length;
      const figure = await measure(contenders[index] as C);
      if (round >= warmUps) figures[index]?.push(figure);
    }
  }
  return { figures, everyMs: (performance.now() - begun) / (warmUps + rounds) };
}
