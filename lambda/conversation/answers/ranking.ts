import type { Evidence, Hit } from './evidence';

/** Which options the words fit, and how well. */
export interface Ranking {
  /** Those that fit alike and best; more than one is a tie. */
  readonly best: readonly Hit[];
  /** The best of the others that something of their own was said of: "prices and directions". */
  readonly second?: Hit;
  /** Every word that the label has to itself was said. */
  readonly isFull: boolean;
}

/** Ranks options by how much of what was said they explain, then by how much of their label was said. */
export function rank(evidence: Evidence): Ranking | undefined {
  const hits = bestOfEachOption(evidence);
  let best: Hit | undefined;
  for (const hit of hits) if (!best || compare(hit, best) > 0) best = hit;
  if (!best) return undefined;
  const winner = best;
  const ties = hits.filter((hit) => compare(hit, winner) === 0 && areOfSame(hit, winner));
  // "the" of "pay the bill" names no "Pay the rent".
  const isNamed = ({ content, light }: Hit) =>
    [...content].some((token) => !light.has(token) && !winner.content.has(token));
  const second = hits.find((hit) => !ties.includes(hit) && isNamed(hit));
  return { best: ties, isFull: missing(winner, true) === 0, ...(second && { second }) };
}

/** An option counts once, by the label or synonym that fits best. */
function bestOfEachOption(evidence: Evidence): Hit[] {
  const ofOption = new Map<number, Hit>();
  for (const hit of evidence.values()) {
    if (hit.content.size === 0) continue;
    const known = ofOption.get(hit.label.index);
    if (!known || compare(hit, known) > 0) ofOption.set(hit.label.index, hit);
  }
  return [...ofOption.values()].sort((one, other) => one.label.index - other.label.index);
}

function compare(one: Hit, other: Hit): number {
  return (
    one.content.size + besides(one, other) - (other.content.size + besides(other, one)) ||
    Number(missing(one) === 0) - Number(missing(other) === 0) ||
    ownLight(one) - ownLight(other)
  );
}

/** How many words of the label that say something were not said; with `own`, only those that no other label holds. */
export function missing({ label, items }: Hit, own = false): number {
  return label.items.filter((item, at) => item.content && !(own && item.shared) && !items.has(at)).length;
}

function ownLight({ label, items }: Hit): number {
  return label.items.filter((item, at) => !item.content && !item.shared && items.has(at)).length;
}

/** "with" tells Single with balcony from Single no balcony: said of Double with balcony, it counts there, too. */
function besides(one: Hit, other: Hit): number {
  const isBeside = (token: number) => !one.content.has(token) && other.content.has(token) && !other.light.has(token);
  return [...one.light].filter(isBeside).length;
}

function areOfSame(one: Hit, other: Hit): boolean {
  return [...one.content].every((token) => other.content.has(token) || other.light.has(token));
}
