/** Signs that were seen together, by number, and what came of them. */
export interface Example {
  readonly signs: readonly number[];
  readonly isMeant: boolean;
}

/** Weights of a logistic regression: the logarithm of the odds is the bias and the weights of the signs. */
export interface Fit {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** How much a weight costs: the variance that is expected of one. */
const VARIANCE = 0.2;
/** So many times each weight is set anew; the last ones change nothing that can be seen. */
const SWEEPS = 40;
/** A sign that was seen less often tells nothing. */
const RAREST = 5;

/**
 * Fits a logistic regression (L2) by Newton's method, one weight after the other. The same examples in the same order give
 * the same weights.
 */
export function fitted(examples: readonly Example[], count: number): Fit {
  const holders: number[][] = Array.from({ length: count }, () => []);
  for (const [at, { signs }] of examples.entries()) for (const sign of signs) holders[sign]?.push(at);
  const odds = new Float64Array(examples.length);
  const weights = new Array<number>(count).fill(0);
  const everywhere = examples.map((_, at) => at);
  let bias = 0;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    bias += moved(everywhere, odds, examples, bias, Number.POSITIVE_INFINITY);
    for (const [sign, held] of holders.entries())
      if (held.length >= RAREST)
        weights[sign] = (weights[sign] ?? 0) + moved(held, odds, examples, weights[sign] ?? 0, VARIANCE);
  }
  return { bias, weights };
}

/** One step of one weight; the odds of those that hold it move along. */
function moved(
  held: readonly number[],
  odds: Float64Array,
  examples: readonly Example[],
  weight: number,
  variance: number,
): number {
  let gradient = -weight / variance;
  let curvature = 1 / variance;
  for (const at of held) {
    const likelihood = 1 / (1 + Math.exp(-(odds[at] ?? 0)));
    gradient += Number(examples[at]?.isMeant) - likelihood;
    curvature += likelihood * (1 - likelihood);
  }
  const step = Math.max(-1, Math.min(1, gradient / curvature));
  for (const at of held) odds[at] = (odds[at] ?? 0) + step;
  return step;
}
