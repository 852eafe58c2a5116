/** Makes the value of each key once. For keys of which there are few, such as languages, and values that cost time. */
export function memoize<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return memoizeBy((key) => key, make);
}

/**
 * The same for inputs of which several come to the same: of a language its locales, which differ in what few of them need.
 *
 * @param keyOf what `make` goes by, or what goes with all of it
 */
export function memoizeBy<Input, Key, Value>(
  keyOf: (input: Input) => Key,
  make: (input: Input) => Value,
): (input: Input) => Value {
  const made = new Map<Key, Value>();
  return (input) => {
    const key = keyOf(input);
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(input);
    made.set(key, value);
    return value;
  };
}
