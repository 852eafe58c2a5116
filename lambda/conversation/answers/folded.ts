import { normalize } from '../normalize';
import type { AnswerLanguage } from './language';
import type { Tokenizer } from './words';

/** Signs of templates: their words are taken apart where they stand. */
const TEMPLATE = /[{([|]/;
const PLAIN = /^[a-z0-9' ]*$/;
/** A word of English, or a name of ours. */
const NAME = /^[\w -]*$/;

/**
 * A language whose single words are written as those of utterances are once these are taken apart: "märz" is "marz". Phrases
 * are taken apart where automata are made of them.
 */
export function folded(language: AnswerLanguage, tokenize: Tokenizer): AnswerLanguage {
  if (language.isFolded) return language;
  const text = (words: string) => (PLAIN.test(words) || TEMPLATE.test(words) ? words : tokenize(words).texts.join(' '));
  const inner = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.every(isFolded) ? value : value.map(inner);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, own]) => [NAME.test(name) ? name : text(name), inner(own)]),
    );
  };
  const fold = <Part>(part: Part) => inner(part) as Part;
  const { words, polarity, ranges } = language;
  return {
    ...language,
    rewrites: fold(language.rewrites),
    suffixes: language.suffixes.map(affix),
    prefixes: language.prefixes.map(affix),
    abbreviations: fold(language.abbreviations),
    equivalents: fold(language.equivalents),
    countedAlike: fold(language.countedAlike),
    others: fold(language.others),
    positions: fold(language.positions),
    clock: fold(language.clock),
    measures: fold(language.measures),
    ranges: { ...fold(ranges), marks: ranges.marks, multipliers: ranges.multipliers },
    spelled: fold(language.spelled),
    codes: fold(language.codes),
    dated: fold(language.dated),
    datedParts: fold(language.datedParts),
    reasons: fold(language.reasons),
    words: {
      ...words,
      wishes: fold(words.wishes),
      pasts: fold(words.pasts),
      subjects: fold(words.subjects),
      prepositions: fold(words.prepositions),
    },
    polarity: {
      ...polarity,
      objects: fold(polarity.objects),
      none: fold(polarity.none),
      labels: fold(polarity.labels),
    },
  };
}

function isFolded(value: unknown): boolean {
  return typeof value === 'string' && (PLAIN.test(value) || TEMPLATE.test(value));
}

function affix([affix, instead, least]: readonly [string, string, number]): readonly [string, string, number] {
  return [PLAIN.test(affix) ? affix : normalize(affix), PLAIN.test(instead) ? instead : normalize(instead), least];
}
