/** A map that drops its oldest entry when it would hold more than `limit`. */
export function boundedMap<K, V>(limit: number) {
  const entries = new Map<K, V>();
  return {
    get: (key: K): V | undefined => entries.get(key),
    set(key: K, value: V): void {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    },
    /** From the oldest to the newest. */
    values: (): V[] => [...entries.values()],
  };
}
