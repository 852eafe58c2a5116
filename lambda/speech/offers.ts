import { countsOn } from '../conversation/choices';
import { plainDigits } from '../conversation/digits';
import { normalize, normalizeText } from '../conversation/normalize';
import type { SpokenOffer } from '../conversation/reply';
import { stopBehind } from './line/punctuation';
import { memoize } from './memoize';
import { isBare, isOwn, onlyChoice, withoutComma } from './only-choice';
import type { Phrases } from './phrases';
import { EAST_ASIAN_ENDS, SENTENCE_ENDS, SPACED_ENDS } from './sentence-marks';
import { sentenceCase } from './spoken-text';
import { wordCount } from './word-ends';
import { perWords, wordPattern } from './word-patterns';

/** What is asked at the end of a reply, paragraph by paragraph, and what is said when the user stays silent. */
export interface Closing {
  readonly closing: readonly string[];
  readonly reprompt: readonly string[];
}

/** What the bot asks; absent: the question is ours. And the paragraph before it. */
export interface AskedBehind {
  readonly asking?: string | undefined;
  readonly before?: string | undefined;
}

/** What is longer may name them by the way: characters. */
const LONGEST_NAMING = 200;
/** Longer labels are sentences, and no part of another. */
const MOST_WORDS = 6;
/** Labels that would run into each other: with commas, amounts or sentences in them. */
const RUNS_INTO = new RegExp(
  String.raw`[,;:](?!\d)|[、，،؛：；${EAST_ASIAN_ENDS}]|[\p{Nd}\p{Sc}%]|[${SPACED_ENDS}](?=\s+\p{L})`,
  'u',
);
const NUMBERED = /^(\p{Nd}{1,2})(?:[.):．）：、]| [-–—])\s*(?=\p{L})/u;
/** What a question ends with. One in quotation marks or in brackets is left as it is. */
const END = /[\p{Sentence_Terminal}:;,…\s]+$/u;
/** What led to a list, once it stands behind it. */
const LEADS_ON = /\s*[:;,：；、،؛]$/u;
const MARKS = new RegExp(`[${SENTENCE_ENDS}]+$`, 'u');
const QUESTION_MARK = /[?？؟]/u;

/**
 * The choices with the question that they answer, as one question. What the bot asks is said last and once; only short labels
 * become the end of it.
 *
 * What has named them just before need not be followed by them, but is where the user stays silent.
 */
export function closingWith(
  offer: SpokenOffer,
  { asking, before }: AskedBehind,
  words: Phrases,
  turn: number,
): Closing {
  const closing = closingOf(offer, asking, words, turn);
  if (offer.isHeard && asking === undefined) return { ...closing, closing: [words.say('question.choices', { turn })] };
  const isNamed = offer.isHeard || (before !== undefined && !offer.isOfEach && isNaming(before, offer));
  return isNamed && asking !== undefined ? { ...closing, closing: [pointingBack(asking, words)] } : closing;
}

/** Whether the words before the question have named all of the choices, just now: "We have soup and salad. Which one?" */
function isNaming(before: string, { labels, more }: SpokenOffer): boolean {
  return !more && before.length <= LONGEST_NAMING && areNamedIn(before, labels);
}

function closingOf(offer: SpokenOffer, asking: string | undefined, words: Phrases, turn: number): Closing {
  const labels = withoutOnlyComma(
    offer.labels.filter((label) => label.trim() !== ''),
    words,
  );
  const ours = (later = 0) => words.say('question.choices', { turn: turn + later });
  const [only = ''] = labels;
  if (labels.length === 0) {
    if (asking !== undefined) return same(pointingBack(asking, words));
    return { closing: [ours()], reprompt: [ours(1)] };
  }
  if (offer.asks) return choice(labels, words);
  if (offer.isYesNo) return yesNo(labels, asking, words);
  if (labels.length === 1 && !offer.more && !offer.isOfEach && asking === undefined) {
    if (isBare(only, words)) return same(words.say('offer.only', { context: 'bare', values: { label: only } }));
    const question = onlyChoice(only, words);
    return { closing: [question], reprompt: [words.say('offer.only-again', { values: { question } })] };
  }
  if (asking !== undefined && !offer.more && areNamedIn(asking, labels)) return same(asking);
  if (asking !== undefined && isFirstAgain(asking, labels)) return choice(labels, words);
  if (offer.isOfEach && offer.beside) {
    const each = offeredIn({ ...offer, labels }, words);
    const { closing, reprompt } = closingOf({ labels: offer.beside, more: false }, asking, words, turn);
    return { closing: [...each, ...closing], reprompt: [...each, ...reprompt] };
  }
  const scale = scaleOf(labels, asking, words);
  const offered = scale ?? offeredIn({ ...offer, labels }, words);
  if (asking === undefined) return { closing: [...offered, ours()], reprompt: [...offered, ours(1)] };
  // What the user says is no part of what the bot asks: "Are you there: I'm here?"
  const isTheirs = labels.some((label) => isOwn(label, words));
  const isEnd =
    !scale && labels.length > 1 && !offer.isOfEach && !isTheirs && !areApart(labels, words) && takesMore(asking);
  if (isEnd) return same(asked({ ...offer, labels }, asking, words));
  const all = [
    ...offered,
    pointingBack(
      asking.replace(LEADS_ON, (_mark, at: number) => stopBehind(asking.slice(0, at))),
      words,
    ),
  ];
  return { closing: all, reprompt: all };
}

/** Labels of which only one has a comma, which is not heard there: "Yes, send it". */
function withoutOnlyComma(labels: readonly string[], words: Phrases): readonly string[] {
  const isOne = labels.filter((label) => label.includes(',')).length === 1;
  return isOne ? labels.map((label) => withoutComma(label, words)) : labels;
}

/** Whether what the bot asks names all of the choices itself, one after the other: "Tea or coffee?" */
function areNamedIn(asking: string, labels: readonly string[]): boolean {
  if (labels.length < 2) return false;
  const text = ` ${normalizeText(asking)} `;
  let from = 0;
  return labels.every((label) => {
    const name = normalize(label);
    const at = name === '' ? -1 : text.indexOf(` ${name} `, from);
    from = at + name.length + 1;
    return at >= 0;
  });
}

const behindOf = perWords(({ understood, script }) =>
  understood.asking.behind.map(([pattern = '', said = '']) => [wordPattern(pattern, 'iu', script), said] as const),
);

/** A request that points to a list, as it is said behind the list: "one of the following topics" is "one of these topics". */
export function pointingBack(asking: string, words: Phrases): string {
  return behindOf(words).reduce((text, [pattern, said]) => text.replace(pattern, said), asking);
}

/** More of a scale are told by its ends. */
const LONG_SCALE = 6;

/** The sentence on a scale of numbers; none where what the bot asks has both its ends. */
function scaleOf(labels: readonly string[], asking = '', words: Phrases): readonly string[] | undefined {
  if (labels.length < LONG_SCALE || !countsOn(labels)) return undefined;
  const [from = '', to = ''] = [labels[0], labels.at(-1)];
  const told = new Set(asking.match(/\d+/g));
  return told.has(from) && told.has(to) ? [] : [words.say('offer.scale', { values: { from, to } })];
}

/** Whether a question is the first of its choices, or the only one: "Same again?" */
function isFirstAgain(asking: string, labels: readonly string[]): boolean {
  return normalizeText(asking) === normalize(labels[0] ?? '');
}

/** The choices as the question. */
function choice(labels: readonly string[], words: Phrases): Closing {
  return same(sentence('offer.asks', { labels: listOf(labels, false, words) }, words));
}

function same(said: string): Closing {
  return { closing: [said], reprompt: [said] };
}

function yesNo(labels: readonly string[], asking: string | undefined, words: Phrases): Closing {
  const list = listOf(labels, false, words);
  if (asking === undefined) return same(sentence('offer.asks', { labels: list }, words));
  return { closing: [asking], reprompt: [asking, ...offeredIn({ labels, more: false }, words)] };
}

/** Whether choices can be the end of what is asked: not of a request behind a question, which would be a second one. */
function takesMore(asking: string): boolean {
  const isQuestion = QUESTION_MARK.test(asking.trimEnd().slice(-1));
  return (isQuestion || !QUESTION_MARK.test(asking)) && /[\p{L}\p{M}\p{N}]$/u.test(asking.replace(END, ''));
}

/** The choices as the end of the bot's question: "Which day suits you: Thursday or Friday?" */
function asked({ labels, more }: SpokenOffer, asking: string, words: Phrases): string {
  const all = listOf(labels, more, words).replace(MARKS, '');
  const list = more ? words.say('offer.some-asked', { values: { labels: all } }) : all;
  const values = { question: asking.replace(END, ''), labels: list };
  return words.say('offer.asked', { values });
}

/** The choices as sentences of their own. */
function offeredIn({ labels, more, from = 0, isOfEach }: SpokenOffer, words: Phrases): string[] {
  const list = listOf(labels, more, words);
  if (isOfEach) return [words.say('offer.of-each', { values: { labels: list } })];
  if (labels.length < 2 || !areApart(labels, words))
    return [words.say(more ? 'offer.some' : 'offer.all', { values: { labels: list } })];
  return [
    words.say('offer.apart'),
    ...entriesOf(labels, from, words).map((entry) => sentenceCase(closedEntry(entry), words)),
    ...(more ? [words.say('offer.more')] : []),
  ];
}

/** Each with its number, where that is not taken for one in the labels. */
function entriesOf(labels: readonly string[], from: number, words: Phrases): readonly string[] {
  const own = labels.map((label) => NUMBERED.exec(label));
  const isCounted = own.every((found, index) => Number(plainDigits(found?.[1] ?? '')) === from + index + 1);
  const beginsWithNumber = labels.some((label) => /^[\p{Sc}\s]*\p{Nd}/u.test(label));
  if (!isCounted && beginsWithNumber) return labels;
  return labels.map((label, index) => {
    const number = from + index + 1;
    if (label === words.say('offer.option', { values: { number } })) return label;
    const values = { number, label: isCounted ? label.slice(own[index]?.[0].length) : label };
    return words.say('offer.numbered', { values });
  });
}

function closedEntry(entry: string): string {
  return MARKS.test(entry) ? entry : entry + stopBehind(entry);
}

/** What stands before the last of several: " or ". */
const orOf = memoize((words: Phrases) => /^\p{N}(.+)\p{N}$/u.exec(words.listed(['1', '2'], 'or'))?.[1] ?? '');

/** Whether labels are to be kept apart by pauses. */
function areApart(labels: readonly string[], words: Phrases): boolean {
  const or = orOf(words);
  return labels.some(
    (label) => RUNS_INTO.test(label) || (or !== '' && label.includes(or)) || wordCount(label) > MOST_WORDS,
  );
}

/** "soup, salad or bread"; with `more` behind them "soup, salad, bread". */
function listOf(labels: readonly string[], more: boolean, words: Phrases): string {
  return more ? labels.join(words.say('list.comma')) : words.listed(labels, 'or');
}

function sentence(key: 'offer.asks', { labels }: { readonly labels: string }, words: Phrases): string {
  return sentenceCase(words.say(key, { values: { labels: labels.replace(MARKS, '') } }), words);
}
