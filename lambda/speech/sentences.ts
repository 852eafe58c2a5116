import { memoize } from './memoize';
import { phrases } from './phrases';

/** Making one costs some 10 ms, so it waits until a text is too long to be spoken at once. */
const segmenter = memoize((language: string) => new Intl.Segmenter(language, { granularity: 'sentence' }));

/** The number of a list item, or an abbreviation such as "Dr.", but no "2 PM.": what follows belongs to it. */
const UNFINISHED = /(?:^\s*\d+[.)]|(?:^|\s)(?!(?<=\d\s)\p{Lu}{2}\.)\p{Lu}\p{L}{0,2}\.)\s*$/u;

/** Sentences of a text, white space kept: joined they give the text again. */
export function sentences(text: string, locale: string): string[] {
  const result: string[] = [];
  let start = '';
  for (const { segment } of segmenter(phrases(locale).language).segment(text)) {
    start += segment;
    if (UNFINISHED.test(segment)) continue;
    result.push(start);
    start = '';
  }
  return start === '' ? result : [...result, start];
}
