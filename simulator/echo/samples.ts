import { isUnspaced, withoutNeedlessSpaces } from '../../lambda/languages/unspaced';

/** How an utterance fits a sample. */
export interface SampleMatch {
  /** How many characters of the sample stand outside its slots: the closest sample has the most. */
  readonly literal: number;
  /** The words that fell into each slot. */
  readonly values: Readonly<Record<string, string>>;
}

/** What a slot takes, by its name. A slot without an entry takes any words. */
export type SlotValues = ReadonlyMap<string, readonly string[]>;

const NO_VALUES: SlotValues = new Map();

/** The sample that fits heard words most closely. Slots are greedy, as `AMAZON.SearchQuery` is. */
export function closestSample(
  samples: readonly string[],
  words: string,
  values: SlotValues = NO_VALUES,
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
  const { pattern, literal } = compiled(sample, values);
  const match = withoutNeedlessSpaces(words).match(pattern);
  return match ? { literal, values: { ...match.groups } } : undefined;
}

interface CompiledSample {
  readonly pattern: RegExp;
  readonly literal: number;
}

/** By what its slots take and by the sample: a model has hundreds, and each utterance is compared with all of them. */
const COMPILED = new WeakMap<SlotValues, Map<string, CompiledSample>>();

function compiled(sample: string, values: SlotValues): CompiledSample {
  const known = COMPILED.get(values) ?? new Map<string, CompiledSample>();
  COMPILED.set(values, known);
  const made = known.get(sample) ?? compile(sample, values);
  known.set(sample, made);
  return made;
}

function compile(sample: string, values: SlotValues): CompiledSample {
  const parts = tight(sample).split(/\{(\w+)\}/);
  // Every second part is the name of a slot.
  const pattern = parts
    .map((part, index) => (index % 2 ? `(?<${part}>${slotPattern(values.get(part))})` : escapeRegExp(part)))
    .join('');
  return {
    pattern: new RegExp(`^${pattern}$`, 'i'),
    literal: parts.reduce((sum, part, index) => sum + (index % 2 ? 0 : part.length), 0),
  };
}

/** Japanese is heard with spaces between words and without: neither samples nor utterances keep them. */
function tight(sample: string): string {
  const parts = sample.split(/( ?\{\w+\} ?)/);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return withoutNeedlessSpaces(part);
      const [before, after] = [parts[index - 1] ?? '', parts[index + 1] ?? ''];
      return `${isUnspaced(before) ? '' : ' '}${part.trim()}${isUnspaced(after) ? '' : ' '}`;
    })
    .join('')
    .trim();
}

function slotPattern(values: readonly string[] | undefined): string {
  return values?.map((value) => escapeRegExp(withoutNeedlessSpaces(value))).join('|') ?? '.+';
}
