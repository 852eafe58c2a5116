/** A map that drops its oldest entry when it would hold more than `limit`. */
export function boundedMap<K, V>(limit: number) {
  const entries = new Map<K, V>();
  return {
    get: (key: K): V | undefined => entries.get(key),
    /** Gives the entry that was dropped for it, if one was. */
    set(key: K, value: V): V | undefined {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries;
      if (entries.size <= limit || oldest === undefined) return undefined;
      entries.delete(oldest[0]);
      return oldest[1];
    },
    /** From the oldest to the newest. */
    values: (): V[] => [...entries.values()],
  };
}
