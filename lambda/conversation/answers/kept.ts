/** Longer words are said once. */
const LONGEST = 40;

/**
 * Keeps what a pure function makes of texts that come again and again.
 *
 * @param most so many results are kept; then all are forgotten
 * @param isWorth tells which are worth keeping
 */
export function kept<Value>(
  make: (text: string) => Value,
  most: number,
  isWorth: (text: string) => boolean,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (!isWorth(text)) return make(text);
    const old = known.get(text);
    if (old !== undefined || known.has(text)) return old as Value;
    const own = ownText(text);
    const value = make(own);
    if (known.size >= most) known.clear();
    known.set(own, value);
    return value;
  };
}

/** The same text by itself: to the engine a part of a text is a view of the whole, which would stay in memory with it. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}

/**
 * The same for inputs that are dear to name in full, and of which one may be a hundred times as large as another.
 *
 * @param most of what is kept, in the measure of `sizeOf`; then all is forgotten
 * @param nameOf what few others share
 * @param isSame tells apart those that do
 * @param ownOf an input whose texts are no part of others
 */
export function keptAlike<Input, Value>(
  make: (input: Input) => Value,
  most: number,
  nameOf: (input: Input) => string,
  isSame: (one: Input, other: Input) => boolean,
  sizeOf: (input: Input) => number,
  ownOf: (input: Input) => Input,
): (input: Input) => Value {
  const known = new Map<string, { readonly input: Input; readonly value: Value }[]>();
  let size = 0;
  return (input) => {
    const name = nameOf(input);
    const old = known.get(name)?.find((one) => isSame(one.input, input));
    if (old) return old.value;
    const own = ownOf(input);
    const value = make(own);
    size += sizeOf(own);
    if (size > most) {
      known.clear();
      size = sizeOf(own);
    }
    known.set(ownText(name), [...(known.get(name) ?? []), { input: own, value }]);
    return value;
  };
}

/** Bots say the same to many, and what is known of a text is asked several times in a turn. A megabyte or two for each locale in use. */
const MOST_TEXTS = 100;
const LONGEST_TEXT = 300;

/** Keeps what a pure function makes of a text of a few sentences. What is longer is made anew each time. */
export function ofText<Value>(make: (text: string) => Value): (text: string) => Value {
  return kept(make, MOST_TEXTS, isShort);
}

/** Whether `ofText` keeps what is made of a text. */
export function isShort(text: string): boolean {
  return text.length <= LONGEST_TEXT;
}

/** Whether a text is no longer than a word or a few. */
export function isWord(text: string): boolean {
  return text.length <= LONGEST;
}
