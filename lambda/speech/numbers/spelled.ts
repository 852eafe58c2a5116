import type { Phrases } from '../phrases';

/** The word of a small number: "two". */
export function spelled(count: number, { numbers }: Phrases): string {
  const found = Object.entries(numbers.cardinals).find(([, value]) => value === count);
  return found?.[0] ?? String(count);
}
