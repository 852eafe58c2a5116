/** What a cleaner made of one message, against what a person should hear. */
export interface Score {
  /** The same words in the same order, however they are punctuated. */
  readonly isRight: boolean;
  /** Nothing is heard that the writer did not mean to be read. */
  readonly isClean: boolean;
  /** Words of the message that should be heard, and how many of them are. */
  readonly words: number;
  readonly kept: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
/** Signs that a voice reads out, or stumbles over. */
const MARK = /[*_`#|<>{}[\]\\~^=•→✓✗✅❌\p{Extended_Pictographic}]/gu;
/** The marks with which the corpus says how something is said: "[digits: 42]". */
const NOTE = /\[(?:pause \w+|(?:[\w-]+|rate \w+): ([^\]]*))\]/g;

export function score(message: string, heard: readonly string[], made: string): Score {
  const should = heard.join('\n').replace(NOTE, ' $1 ');
  const meant = wordsOf(should);
  const said = wordsOf(made);
  const written = new Set(wordsOf(message));
  const expected = meant.filter((word) => written.has(word));
  const extra = missingFrom(said, meant).length + missingFrom(made.match(MARK) ?? [], should.match(MARK) ?? []).length;
  return {
    isRight: said.join(' ') === meant.join(' ') && extra === 0,
    isClean: extra === 0,
    words: expected.length,
    kept: expected.length - missingFrom(expected, said).length,
  };
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(WORD) ?? []).map((word) => word.replaceAll('’', "'"));
}

/** Those of a list that another has not, or not as often. */
function missingFrom(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of other) left.set(item, (left.get(item) ?? 0) + 1);
  return list.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}
