/** Longer texts are said once. */
const LONGEST = 40;

/**
 * Keeps what a pure function makes of short texts that come again and again, such as words; of all others it is made anew.
 *
 * @param most so many results are kept; then all are forgotten
 */
export function kept<Value>(make: (text: string) => Value, most: number): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    const value = make(text);
    if (text.length > LONGEST) return value;
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
