import { once } from './once';

/**
 * How words are found where a language writes none apart. What stands around content, in kana, is found by the longest of
 * these words: the dictionary of a segmenter takes the same ending apart otherwise behind other words.
 */
export interface Segments {
  /** The language's tag, for the segmenter of what is written in other letters. */
  readonly tag: string;
  /** Particles, endings and set phrases: "です", "がいい". */
  readonly kana: readonly string[];
  /** Endings that only stand right behind other letters: "り" of "大盛り", which no "りんご" begins with. */
  readonly endings?: readonly string[];
  /** Words that hold letters of numbers and are none, and what a segmenter takes apart otherwise: "一緒", "千葉". */
  readonly words?: readonly string[];
}

const NUMBER = '〇一二三四五六七八九十百千万億';
const IS_KANA = /^\p{Script=Hiragana}/u;
const IS_SEGMENTED = /^[\p{Script=Katakana}ー\p{Script=Han}]/u;
const IS_NUMBER = new RegExp(`^[${NUMBER}]+$`);

/** Makes the function that puts spaces between the words of a text. */
export function createSegments({ tag, kana, endings = [], words = [] }: Segments): (text: string) => string {
  const known = new Set(kana);
  const behind = new Set([...kana, ...endings]);
  const longest = Math.max(1, ...[...behind].map((word) => word.length));
  const whole = new Set(words);
  const runs = runsOf(words);
  const segmenter = once(() => new Intl.Segmenter(tag, { granularity: 'word' }));

  function segment(run: string, at: number, all: readonly string[]): readonly string[] {
    if (IS_KANA.test(run)) {
      const isBehind = IS_SEGMENTED.test(all[at - 1] ?? '');
      return byLongest(run, known, isBehind ? behind : known, longest);
    }
    if (whole.has(run) || IS_NUMBER.test(run) || !IS_SEGMENTED.test(run)) return [run];
    return [...segmenter().segment(run)].map((part) => part.segment);
  }

  return (text) => (text.normalize('NFKC').match(runs) ?? []).flatMap(segment).join(' ');
}

/** Letters of one kind in a row, but for words that are known. Numbers stand by themselves: "午後三時半" is four words. */
function runsOf(words: readonly string[]): RegExp {
  const known = words.toSorted((one, other) => other.length - one.length);
  const kana = String.raw`\p{Script=Hiragana}[\p{Script=Hiragana}ー]*|[\p{Script=Katakana}ー]+`;
  const han = String.raw`(?:(?!${[...known, `[${NUMBER}]`].join('|')})\p{Script=Han})+`;
  const others = String.raw`[^\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Han}\d]+`;
  return new RegExp([...known, String.raw`[\d.,]+`, `[${NUMBER}]+`, kana, han, others].join('|'), 'gu');
}

/** Takes a row of kana apart into the longest known words; what stands between two of them is one. */
function byLongest(
  run: string,
  known: ReadonlySet<string>,
  first: ReadonlySet<string>,
  longest: number,
): readonly string[] {
  const words: string[] = [];
  let unknown = '';
  for (let at = 0; at < run.length; ) {
    const word = knownAt(run, at, at === 0 ? first : known, unknown === '' ? 1 : LEAST_BEHIND_UNKNOWN, longest);
    if (word === undefined) unknown += run[at++];
    else {
      if (unknown !== '') words.push(unknown);
      unknown = '';
      words.push(word);
      at += word.length;
    }
  }
  return unknown === '' ? words : [...words, unknown];
}

/** Within an unknown word a single sign is a part of it: "りんご" holds no particle. */
const LEAST_BEHIND_UNKNOWN = 2;

function knownAt(
  run: string,
  at: number,
  known: ReadonlySet<string>,
  least: number,
  longest: number,
): string | undefined {
  for (let length = longest; length > 0; length--) {
    const word = run.slice(at, at + length);
    // A particle may end the row, whatever stands before it.
    if (known.has(word) && (word.length >= least || at + word.length === run.length)) return word;
  }
  return undefined;
}
