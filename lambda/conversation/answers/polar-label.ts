import { restOf } from './beyond';
import type { Decision } from './decision';
import { type Heard, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { readPolarity } from './polarity';
import type { Polar, Polarities } from './senses';
import { wordAt } from './word-at';

/** A yes or no onto the one label that begins so, or is nothing but agreement. */
export function polarAnswer(
  heard: Heard,
  offer: Prepared,
  polarities: Polarities,
  lexicon: Lexicon,
): Decision | undefined {
  if (offer.agreeing.length === 0 && !offer.labels.some(({ polarity }) => polarity)) return undefined;
  const polar = readPolarity(heard, polarities('confirmation'), offer.generic);
  if (!polar) return undefined;
  const beginning = offer.labels.filter(({ polarity }) => polarity === polar.value);
  const fitting = beginning.length === 0 && polar.value === 'yes' ? offer.agreeing : beginning;
  const [first] = fitting;
  if (!first) return undefined;
  const indexes = [...new Set(fitting.map(({ index }) => index))];
  if (indexes.length > 1) return { kind: 'which', indexes, rule: 'yes-no' };
  if (polar.value === 'no' && isCorrecting(heard, polar.first)) return undefined;
  const rest = restOf(heard, polar);
  // "no the heating is too loud" of No heating and Loud heating.
  if (rest !== '' && beginning[0]?.items.some(({ shared }) => shared)) return undefined;
  if (isNoneOf(heard, polar, lexicon)) return undefined;
  return {
    kind: 'choose',
    index: first.index,
    rule: 'yes-no',
    confidence: rest === '' ? 0.9 : 0.8,
    ...(rest !== '' && { rest }),
  };
}

/** "no, I meant Friday": something is put right, and nothing turned down. The bot must hear all of it. */
function isCorrecting(heard: Heard, from: number): boolean {
  let at = from;
  while (is(heard, at, CLASS.hesitations | CLASS.courtesies) && !is(heard, at, CLASS.corrections)) at++;
  const isCorrection = is(heard, at, CLASS.corrections) && !is(heard, at, CLASS.negators);
  if (!isCorrection) return false;
  while (is(heard, at, CLASS.corrections | CLASS.hesitations | CLASS.light)) at++;
  return at < heard.texts.length && !is(heard, at, CLASS.negators | CLASS.courtesies);
}

/** "no onions please" to "No requests": what is not wanted, which to pass on without the word would turn around. */
function isNoneOf(heard: Heard, { rest }: Polar, { language, stems }: Lexicon): boolean {
  const isNone = language.polarity.none.includes(wordAt(heard.texts, rest - 1));
  const isNoun = heard.classes[rest] === 0 && heard.marks[rest] === 0 && !heard.isNumber[rest];
  return isNone && isNoun && !stems.dated.has(wordAt(heard.stems, rest));
}

/** Whether nothing but a yes or no was said; but "today yes" of Yes, today and Yes, tomorrow. */
export function isPolarAlone(
  heard: Heard,
  offer: Prepared,
  polarities: Polarities,
  { language: { polarity } }: Lexicon,
): boolean {
  const polar = readPolarity(heard, polarities('confirmation'), offer.generic);
  if (!polar || restOf(heard, polar) !== '') return false;
  const isPlain = (text: string) => polarity.yes.includes(text) || polarity.no.includes(text);
  return !heard.stems.some((stem, token) => offer.stems.has(stem) && !isPlain(wordAt(heard.texts, token)));
}

/** Whether nothing is said but words of a label; "yes" beside them is more, "okay" may just begin an answer. */
function holdsAll({ items }: Prepared['labels'][number], heard: Heard, { language: { polarity } }: Lexicon): boolean {
  const isAround = (token: number) => {
    const text = wordAt(heard.texts, token);
    const isPlain = polarity.yes.includes(text) && !polarity.openers.includes(text);
    return is(heard, token, CLASS.courtesies | CLASS.hesitations) && !isPlain;
  };
  return heard.stems.every((stem, token) => isAround(token) || items.some(({ key }) => key === stem));
}

/** "that's not right" holds the words of "Yes, that's right"; but "no card" is a part of "Yes, no card". */
export function isContrary(
  heard: Heard,
  name: Decision,
  polar: Decision | undefined,
  { labels }: Prepared,
  lexicon: Lexicon,
): boolean {
  if (name.kind !== 'choose' || polar?.kind !== 'choose' || polar.rest !== undefined) return false;
  // "no I haven't" holds a word of "Don't know", and "right" one of "Not right".
  if (name.rule === 'part' && labels.some(({ index, negative }) => index === name.index && negative)) return true;
  const isWithin = (index: number) => labels.some((label) => label.index === index && holdsAll(label, heard, lexicon));
  return (!isWithin(name.index) || isWithin(polar.index)) && isOpposed(name, polar, { labels });
}

/** Whether a decision picks a label for yes where a no was said, or the other way round. */
export function isOpposed(
  decision: Decision | undefined,
  polar: Decision | undefined,
  { labels }: Pick<Prepared, 'labels'>,
): boolean {
  if (decision?.kind !== 'choose' || polar?.kind !== 'choose') return false;
  const polarityOf = (chosen: number) => labels.find(({ index }) => index === chosen)?.polarity;
  const own = polarityOf(decision.index);
  return own !== undefined && own !== polarityOf(polar.index);
}
