import {
  type Anchor,
  type Kinds,
  kindsOf,
  type Surroundings,
  surroundings,
} from '../../../../lambda/conversation/answers/context';
import { type Heard, hear, range } from '../../../../lambda/conversation/answers/heard';
import { type Prepared, prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { lexiconOf } from '../lexicon-of';

/** An utterance in which words of an option are marked: "the [delivery] never came", and light ones: "it {was} [damaged]". */
export interface Marked extends Anchor {
  readonly heard: Heard;
  readonly own: ReadonlySet<number>;
}

const MARKS = /[[\]{}]/g;

export function marked(text: string, language = 'en'): Marked {
  const lexicon = lexiconOf(language);
  const lengthOf = (part: string) => lexicon.tokenize(part.replaceAll(MARKS, '')).texts.length;
  const tokensOf = (pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: words }) => {
      const from = lengthOf(text.slice(0, index));
      return range(from, from + lengthOf(words));
    });
  const content = tokensOf(/\[[^\]]*\]/g);
  return {
    heard: hear(text.replaceAll(MARKS, ''), lexicon),
    own: new Set([...content, ...tokensOf(/\{[^}]*\}/g)]),
    from: Math.min(...content),
    to: Math.max(...content) + 1,
  };
}

/** The words that are marked, as the label of an option. */
export function labelOf(text: string): string {
  return [...text.matchAll(/[[{]([^\]}]*)[\]}]/g)].map(([, words]) => words).join(' ');
}

/** What stands around the option that is marked, of those that were offered. */
export interface Offering {
  readonly prepared: Prepared;
  readonly kinds: Kinds;
  readonly around: Surroundings;
}

export function offeringOf(
  { heard, own, from, to }: Marked,
  labels: readonly string[],
  question?: string,
  language = 'en',
): Offering {
  const offered = { labels, from: 0, to: labels.length, ...(question !== undefined && { question }) };
  const prepared = prepareOffer(offered, lexiconOf(language));
  const kinds = kindsOf(heard, prepared, own);
  return { prepared, kinds, around: surroundings(heard, { from, to }, kinds) };
}
