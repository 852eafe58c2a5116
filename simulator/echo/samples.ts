/** How an utterance fits a sample. */
export interface SampleMatch {
  /** How many characters of the sample stand outside its slots: the closest sample has the most. */
  readonly literal: number;
  /** The words that fell into each slot. */
  readonly values: Readonly<Record<string, string>>;
}

/** What a slot takes, by its name. A slot without an entry takes any words. */
export type SlotValues = ReadonlyMap<string, readonly string[]>;

/** The sample that fits heard words most closely. Slots are greedy, as `AMAZON.SearchQuery` is. */
export function closestSample(
  samples: readonly string[],
  words: string,
  values: SlotValues = new Map(),
): SampleMatch | undefined {
  let closest: SampleMatch | undefined;
  for (const sample of samples) {
    const match = matchSample(sample, words, values);
    if (match && match.literal > (closest?.literal ?? -1)) closest = match;
  }
  return closest;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function matchSample(sample: string, words: string, values: SlotValues): SampleMatch | undefined {
  const parts = sample.split(/\{(\w+)\}/);
  // Every second part is the name of a slot.
  const pattern = parts
    .map((part, index) => (index % 2 ? `(?<${part}>${slotPattern(values.get(part))})` : escapeRegExp(part)))
    .join('');
  const match = words.match(new RegExp(`^${pattern}$`, 'i'));
  if (!match) return undefined;
  const literal = parts.reduce((sum, part, index) => sum + (index % 2 ? 0 : part.length), 0);
  return { literal, values: { ...match.groups } };
}

function slotPattern(values: readonly string[] | undefined): string {
  return values?.map(escapeRegExp).join('|') ?? '.+';
}
