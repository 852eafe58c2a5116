import { type Heard, has, heardTokens, is } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/**
 * "I'm returning something" of Return an item: what somebody is about to do is what they want to do. The words with a wish
 * instead; `undefined` where no label begins with such a verb.
 */
export function asWished(heard: Heard, { labels }: Prepared, lexicon: Lexicon): Heard | undefined {
  const { language } = lexicon;
  const { texts, words, wordOf, stems } = heard;
  const [wish] = language.words.wishes;
  const isVerb = (at: number) =>
    isPastOf(wordAt(texts, at), language.participleEndings) &&
    labels.some(
      ({ items }) =>
        items.length > 1 && items.findIndex(({ key, text }) => key === stems[at] && text !== texts[at]) === 0,
    );
  const at = texts.findIndex(
    (_, token) =>
      is(heard, token, CLASS.being) &&
      !is(heard, token, CLASS.pasts) &&
      has(heard, token - 1, MARK.speakers) &&
      isVerb(token + 1),
  );
  if (at < 0 || wish === undefined) return undefined;
  return heardTokens(words, [...texts.slice(0, at), wish, ...texts.slice(at + 1)], wordOf, lexicon);
}
