/** Longer words are said once. */
const LONGEST = 40;

/**
 * Keeps what a pure function makes of what comes again and again.
 *
 * @param most so many results are kept; then all are forgotten
 * @param nameOf tells one input from another; `undefined` where it is not worth keeping
 */
export function kept<Input, Value>(
  make: (input: Input) => Value,
  most: number,
  nameOf: (input: Input) => string | undefined,
): (input: Input) => Value {
  const known = new Map<string, Value>();
  return (input) => {
    const name = nameOf(input);
    if (name === undefined) return make(input);
    const old = known.get(name);
    if (old !== undefined || known.has(name)) return old as Value;
    const value = make(input);
    if (known.size >= most) known.clear();
    known.set(name, value);
    return value;
  };
}

/**
 * The same for inputs that are dear to name in full, and of which one may be a hundred times as large as another.
 *
 * @param most of what is kept, in the measure of `sizeOf`; then all is forgotten
 * @param nameOf what few others share
 * @param isSame tells apart those that do
 */
export function keptAlike<Input, Value>(
  make: (input: Input) => Value,
  most: number,
  nameOf: (input: Input) => string,
  isSame: (one: Input, other: Input) => boolean,
  sizeOf: (input: Input) => number,
): (input: Input) => Value {
  const known = new Map<string, { readonly input: Input; readonly value: Value }[]>();
  let size = 0;
  return (input) => {
    const name = nameOf(input);
    const old = known.get(name)?.find((one) => isSame(one.input, input));
    if (old) return old.value;
    const value = make(input);
    size += sizeOf(input);
    if (size > most) {
      known.clear();
      size = sizeOf(input);
    }
    known.set(name, [...(known.get(name) ?? []), { input, value }]);
    return value;
  };
}

/** Bots say the same to many, and what is known of a text is asked several times in a turn. A megabyte or two for each locale in use. */
const MOST_TEXTS = 100;
const LONGEST_TEXT = 300;

/** Keeps what a pure function makes of a text of a few sentences. What is longer is made anew each time. */
export function ofText<Value>(make: (text: string) => Value): (text: string) => Value {
  return kept(make, MOST_TEXTS, (text) => (isShort(text) ? text : undefined));
}

/** Whether `ofText` keeps what is made of a text. */
export function isShort(text: string): boolean {
  return text.length <= LONGEST_TEXT;
}

/** The name of a word. */
export function shortText(text: string): string | undefined {
  return text.length > LONGEST ? undefined : text;
}
