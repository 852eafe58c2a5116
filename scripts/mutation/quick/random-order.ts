/** The same order for the same things, in which nothing stands where it did for a reason. */
export function inRandomOrder<Thing>(things: readonly Thing[]): Thing[] {
  const order = [...things];
  let seed = 1;
  // A linear congruential generator, as in Numerical Recipes: good enough for a sample.
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let at = order.length - 1; at > 0; at--) {
    const other = next(at + 1);
    [order[at], order[other]] = [order[other] as Thing, order[at] as Thing];
  }
  return order;
}
