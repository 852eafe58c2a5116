/** How an utterance fits a sample. */
export interface SampleMatch {
  /** How many characters of the sample stand outside its slots: the closest sample has the most. */
  readonly literal: number;
  /** The words that fell into each slot. */
  readonly values: Readonly<Record<string, string>>;
}

/** The sample that fits heard words most closely. Slots are greedy, as `AMAZON.SearchQuery` is. */
export function closestSample(samples: readonly string[], words: string): SampleMatch | undefined {
  let closest: SampleMatch | undefined;
  for (const sample of samples) {
    const match = matchSample(sample, words);
    if (match && match.literal > (closest?.literal ?? -1)) closest = match;
  }
  return closest;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function matchSample(sample: string, words: string): SampleMatch | undefined {
  const parts = sample.split(/\{(\w+)\}/);
  // Every second part is the name of a slot.
  const pattern = parts.map((part, index) => (index % 2 ? `(?<${part}>.+)` : escapeRegExp(part))).join('');
  const match = words.match(new RegExp(`^${pattern}$`, 'i'));
  if (!match) return undefined;
  const literal = parts.reduce((sum, part, index) => sum + (index % 2 ? 0 : part.length), 0);
  return { literal, values: { ...match.groups } };
}
