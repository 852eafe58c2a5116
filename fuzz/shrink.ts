type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const MOST_TRIES = 300;
/** A text is taken apart into no more pieces at a time. */
const MOST_PIECES = 64;
const LONGEST_MS = 4000;

/**
 * The smallest input found that still fails: members and items are left out, texts are cut, as long as it does.
 *
 * @param fails whether an input fails as the first one did
 */
export async function shrink(
  input: string,
  fails: (input: string) => Promise<boolean>,
  longestMs = LONGEST_MS,
): Promise<string> {
  const until = performance.now() + longestMs;
  let tries = 0;
  let smallest = input;
  for (;;) {
    const next = await firstOf(candidates(smallest), async (candidate) => {
      const isOver = tries > MOST_TRIES || performance.now() > until;
      if (isOver || candidate.length >= smallest.length) return false;
      tries++;
      return fails(candidate);
    });
    if (next === undefined) return smallest;
    smallest = next;
  }
}

async function firstOf<T>(items: Iterable<T>, fits: (item: T) => Promise<boolean>): Promise<T | undefined> {
  for (const item of items) if (await fits(item)) return item;
  return undefined;
}

function* candidates(text: string): Generator<string> {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    yield* shorterTexts(text);
    return;
  }
  for (const smaller of smallerValues(value)) yield JSON.stringify(smaller);
}

/** Large steps first. */
function* smallerValues(value: Json): Generator<Json> {
  if (typeof value === 'string') {
    // A body within the input is JSON itself.
    if (/^[[{]/.test(value)) yield* candidates(value);
    else yield* shorterTexts(value);
  } else if (Array.isArray(value)) {
    for (let size = Math.ceil(value.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
      for (let from = 0; from < value.length; from += size)
        yield [...value.slice(0, from), ...value.slice(from + size)];
    }
    for (const [index, item] of value.entries()) {
      for (const smaller of smallerValues(item)) yield value.with(index, smaller);
    }
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    for (const [name] of entries) yield Object.fromEntries(entries.filter(([other]) => other !== name));
    for (const [name, item] of entries) {
      for (const smaller of smallerValues(item)) {
        yield Object.fromEntries(entries.map(([other, kept]) => [other, other === name ? smaller : kept]));
      }
    }
  }
}

function* shorterTexts(text: string): Generator<string> {
  const smallest = Math.ceil(text.length / MOST_PIECES);
  for (
    let size = Math.ceil(text.length / 2);
    size >= smallest && size >= 1;
    size = size > 1 ? Math.ceil(size / 2) : 0
  ) {
    for (let from = 0; from < text.length; from += size) yield text.slice(0, from) + text.slice(from + size);
  }
}
