import type { IdKind } from '../../lambda/capture/disguise';
import type { Captured } from '../../lambda/capture/entry';

/** Names what stands in the place of ids: `<user-1>`, in the order in which they came. */
export function nameIds(captured: readonly Captured[]): (value: unknown) => unknown {
  const names = new Map<string, string>();
  const counts = new Map<IdKind, number>();
  for (const [id, kind] of captured.flatMap(({ ids }) => Object.entries(ids))) {
    if (names.has(id)) continue;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    names.set(id, `<${kind}-${count}>`);
  }
  const longestFirst = [...names].sort(([one], [other]) => other.length - one.length);

  function inText(text: string): string {
    const exact = names.get(text);
    if (exact !== undefined) return exact;
    return longestFirst.reduce((named, [id, name]) => (id.length < 6 ? named : named.replaceAll(id, name)), text);
  }

  return function named(value: unknown): unknown {
    if (typeof value === 'string') return inText(value);
    if (typeof value === 'number') return names.get(String(value)) ?? value;
    if (Array.isArray(value)) return value.map(named);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [inText(key), named(inner)]));
  };
}
