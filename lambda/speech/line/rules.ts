export type Rule = readonly [pattern: RegExp, replacement: string];

export function apply(rules: readonly Rule[], text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
