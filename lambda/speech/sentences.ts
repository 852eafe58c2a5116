import { memoize } from './memoize';
import { phrases } from './phrases';
import { isUnfinished } from './sentence-ends';

/** Making one costs some 10 ms, so it waits until a text is too long to be spoken at once. */
const segmenter = memoize((language: string) => new Intl.Segmenter(language, { granularity: 'sentence' }));

/** The number of a list item: what follows belongs to it. */
const NUMBER = /^\s*\p{Nd}+[.)．）]\s*$/u;

/** Sentences of a text, white space kept: joined they give the text again. */
export function sentences(text: string, locale: string): string[] {
  const result: string[] = [];
  const words = phrases(locale);
  let start = '';
  for (const { segment, index } of segmenter(words.language).segment(text)) {
    start += segment;
    const end = index + segment.length;
    if (NUMBER.test(segment) || isUnfinished(segment.trimEnd(), text.slice(end, end + 20), words.sentences)) continue;
    result.push(start);
    start = '';
  }
  return start === '' ? result : [...result, start];
}
