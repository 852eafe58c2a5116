import type { SaidTime } from './language';
import { once } from './once';
import { wordAt } from './word-at';
import type { Tokenizer } from './words';

/** Places in the ways to say a time. */
export const HOUR = '{{hour}}';
export const MINUTES = '{{minutes}}';

/** A way to say a time, word by word. */
export interface SaidTimeWords {
  readonly words: readonly string[];
  readonly minutes: number;
  readonly sign: number;
}

/** Finds the ways to say a time that may begin with a word. */
export type SaidTimes = (word: string) => readonly SaidTimeWords[];

const PLACE = /(\{\{\w+\}\})/;

/** Makes them ready when a time is first looked for. */
export function createSaidTimes(said: readonly SaidTime[], tokenize: Tokenizer): SaidTimes {
  const ready = once(() => {
    const ways = said.map(([says, minutes, sign = 1]) => ({ words: wordsOf(says, tokenize), minutes, sign }));
    const byFirst = new Map<string, SaidTimeWords[]>();
    for (const way of ways) {
      const first = wordAt(way.words, 0);
      byFirst.set(first, [...(byFirst.get(first) ?? []), way]);
    }
    return { byFirst, withNumber: [...(byFirst.get(HOUR) ?? []), ...(byFirst.get(MINUTES) ?? [])] };
  });
  return (word) => {
    const { byFirst, withNumber } = ready();
    const own = byFirst.get(word);
    return own ? [...own, ...withNumber] : withNumber;
  };
}

function wordsOf(says: string, tokenize: Tokenizer): readonly string[] {
  return says.split(PLACE).flatMap((part) => (PLACE.test(part) ? [part] : tokenize(part).texts));
}
