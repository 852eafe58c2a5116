import type { Candidate } from './candidate';
import { type Heard, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import { once } from './once';
import { wordAt } from './word-at';

/** "thirty-six last I checked", "fifteen percent's fair": what follows only says that it is so. */
export function isSaidBy(heard: Heard, at: number, { language: { ranges } }: Lexicon): boolean {
  const { texts } = heard;
  if (
    ranges.notOf.includes(wordAt(texts, at)) ||
    ranges.nowadays.some((word) => `${texts.slice(at).join(' ')} `.startsWith(`${word} `))
  ) {
    return true;
  }
  const isFiller = (token: number) => is(heard, token, IN_PREDICATE);
  const isEnough = (text: string) => ranges.enough.includes(text);
  return (
    texts.slice(at).some(isEnough) &&
    range(at, texts.length).every((token) => isFiller(token) || isEnough(wordAt(texts, token)))
  );
}

const IN_PREDICATE =
  CLASS.being |
  CLASS.statements |
  CLASS.light |
  CLASS.hesitations |
  CLASS.courtesies |
  CLASS.approvals |
  CLASS.subjects;

/** "twenty's a bit much, eighteen", "I was a 34, now I'd want 36", "not six, four": what is left of several amounts. */
export function withoutPutAside(heard: Heard, all: readonly Candidate[], lexicon: Lexicon): readonly Candidate[] {
  const { refusals, nowadays } = lexicon.language.ranges;
  const phrases = nowadays.map((phrase) => phrase.split(' '));
  const now = once(() =>
    heard.texts.findLastIndex((_, at) =>
      phrases.some((words) => words.every((word, n) => heard.texts[at + n] === word)),
    ),
  );
  const kept = all.filter(({ quantity }, at) => {
    const before = all[at - 1]?.quantity.to ?? 0;
    const next = all[at + 1]?.quantity.from ?? heard.texts.length;
    const isRefused =
      is(heard, quantity.to, CLASS.being | CLASS.statements) &&
      range(quantity.to, next).some((token) => refusals.includes(wordAt(heard.texts, token)));
    const isLast = at === all.length - 1;
    const isPast = !isLast && range(before, quantity.from).some((token) => is(heard, token, CLASS.pasts));
    return !isRefused && !(isPast && now() >= quantity.to);
  });
  return kept.length > 0 ? kept : all;
}
