import type { NumberTable } from '../../languages/numbers';

/** The word of a small number: "two". */
export function spelled(count: number, { numbers }: { readonly numbers: NumberTable }): string {
  const found = Object.entries(numbers.cardinals).find(([, value]) => value === count);
  return found?.[0] ?? String(count);
}

/** A number in the digits of a language: the voice says it as the words around it want it. */
export function inDigits(count: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 12, useGrouping: false }).format(count);
}
