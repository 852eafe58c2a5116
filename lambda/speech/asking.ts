import { plainDigits } from '../conversation/digits';
import type { Asked } from '../conversation/ports/voice';
import { LISTED, UNLISTED, withoutListing } from './listing-marks';
import { memoizeBy } from './memoize';
import type { Phrases } from './phrases';
import { isUnfinished } from './sentence-ends';
import { CLAUSE_MARKS, EAST_ASIAN_ENDS, SENTENCE_ENDS } from './sentence-marks';
import { anyPattern, withWords } from './sentence-patterns';
import { wordCount } from './word-ends';
import { wordPattern } from './word-patterns';
import { anyOf, listOf } from './written/rules';

/** Whether a sentence is of a kind. */
type Test = (sentence: string) => boolean;

/** How a language asks, requests and takes its leave, tried on sentences in lower case. */
interface Patterns {
  readonly requests: Test;
  readonly asks: Test;
  /** What is asked for by its name alone. */
  readonly fields: Test;
  /** What makes an item of a name beside it. */
  readonly items: Test;
  readonly statements: Test;
  readonly farewells: Test;
  readonly over: Test;
  readonly offersMore: Test;
  readonly handsOver: Test;
  /** What leads to a list of what one may do in one case: "If you are not in, say:" */
  readonly inOneCase: Test;
  /** Questions, and the beginnings of what answers them at once. */
  readonly answered: readonly (readonly [question: RegExp, answer: RegExp])[];
}

/** "Step 2: Bring it to us", "手順2：": an entry of a list that counts in words. */
const LABELLED = /^(?:[\p{L}\p{M}]+ |[\p{scx=Han}\p{scx=Katakana}]+)\p{Nd}{1,2}(?:[:：、]\s?| [-–—] )\S/u;
/** A longer sentence asks for nothing that a pattern could tell. */
const LONGEST_SENTENCE = 400;
/** A question mark, perhaps in quotes, in brackets or before an emoji. */
const QUESTION = /[?？؟](?:["'”’“»«›‹」』）】)\]*_\s\p{Extended_Pictographic}]|\u{FE0F})*$/u;
/** The letter before what somebody says, perhaps behind a heading. */
const SPEAKER = /^(?:[^.?!]{0,40}\s)?(\p{Lu})\p{Nd}{0,2}:\s/u;
/** What leads to a list, and its first item: "You will need: your passport." */
const BEFORE_ITEM = /\p{L}(?:: |：)\S/u;
/** Where a sentence may end; not in a number. */
const SENTENCE_END = new RegExp(
  String.raw`(?<=[${SENTENCE_ENDS}]["'”’“»«›‹」』）】)\]]{0,3})\s+|(?<=[${EAST_ASIAN_ENDS}][」』）】]{0,3})(?![${EAST_ASIAN_ENDS}」』）】])|\n+`,
  'gu',
);

const ofUnderstood = ({ understood }: Phrases) => understood;

const patternsOf = memoizeBy(ofUnderstood, ({ understood, script, written }): Patterns => {
  const { words, opening, answered, ...kinds } = understood.asking;
  const any = (patterns: readonly string[], before?: string) =>
    anyPattern(
      patterns.map((pattern) => withWords(pattern, words)),
      script,
      before,
    );
  const conditions = new RegExp(`^${anyOf(listOf(written.arrows.conditions))}(?![\\p{L}\\p{M}]).*[,،].*[:：]$`, 'u');
  const compiled = (pattern: string) => wordPattern(withWords(pattern, words), 'u', script);
  return {
    requests: any(kinds.requests, opening),
    asks: any(kinds.asks),
    fields: any(kinds.fields, opening),
    items: any(kinds.items),
    statements: any(kinds.statements),
    farewells: any(kinds.farewells),
    over: any(kinds.over),
    offersMore: any(kinds['offers-more']),
    handsOver: any(kinds['hands-over']),
    inOneCase: (sentence) => conditions.test(sentence),
    answered: answered.map(([question = '', answer = '']) => [compiled(question), compiled(answer)]),
  };
});

/** Of a longer text only the end is looked at, in characters: what asked before that was minutes ago. */
const LONGEST_ASKED = 10_000;

/** Where a text asks or requests something: the last run of sentences that does, and what stands around it. */
export function asked(text: string, words: Phrases): Asked | undefined {
  const start = Math.max(0, text.length - LONGEST_ASKED);
  const sentences = split(text.slice(start), words);
  const isListed = listIn(sentences, words);
  const isAnswer = (at: number) =>
    QUESTION.test(sentences[at - 1]?.said ?? '') && isAnswered(sentences[at - 1], sentences[at], words);
  const asks = (sentence: Sentence, at: number) =>
    isAsking(sentence, () => isListed(at), words) &&
    (QUESTION.test(sentence.said) || !isStep(sentences, at)) &&
    !isAnswered(sentence, sentences[at + 1], words) &&
    !isAnswer(at);
  const last = sentences.findLastIndex(asks);
  if (last < 0) return undefined;
  const first = sentences.findLastIndex((sentence, at) => at < last && !asks(sentence, at)) + 1;
  const from = start + (sentences[first]?.from ?? 0);
  const to = start + (sentences[last]?.to ?? text.length);
  return { before: text.slice(0, from).trim(), asked: text.slice(from, to).trim(), after: text.slice(to).trim() };
}

/** Whether an entry of a list would be taken for what the bot asks, were it none: it asks with a question mark alone. */
export function seemsToAsk(entry: string, words: Phrases): boolean {
  if (entry.length > LONGEST_SENTENCE || /[?？؟]/u.test(entry)) return false;
  if (/[.!。।]\s*\S/u.test(entry)) return asked(entry, words) !== undefined;
  return isAsking({ said: entry, isEntry: false, from: 0, to: entry.length }, () => false, words);
}

/** Whether a line before a list is the name of what follows it, rather than a request for what it names. */
export function namesWhatFollows(line: string, words: Phrases): boolean {
  if (!seemsToAsk(line, words)) return false;
  const { requests, asks } = patternsOf(words);
  return split(line, words).every(({ said }) => !requests(folded(said)) && !asks(folded(said)));
}

/** Where a text ends with the offer to do more: the sentence, and what stands before it. */
export function offersMore(text: string, words: Phrases): Asked | undefined {
  const last = split(text, words).at(-1);
  if (!last || !patternsOf(words).offersMore(folded(last.said))) return undefined;
  return { before: text.slice(0, last.from).trim(), asked: text.slice(last.from).trim(), after: '' };
}

/** Whether a text says at its end that a person takes over now. */
export function handsOver(text: string, words: Phrases): boolean {
  const { handsOver: pattern } = patternsOf(words);
  return pattern(folded(text.slice(-LONGEST_SENTENCE)));
}

/** So many sentences at the end may say that the talk is over: "This chat is closed. Thank you! Write to us again any time." */
const LAST_SENTENCES = 3;

/** Whether a text ends as who ends a conversation does. */
export function isFarewell(text: string, words: Phrases): boolean {
  const { farewells, over } = patternsOf(words);
  const last = split(text.slice(-LONGEST_ASKED), words)
    .slice(-LAST_SENTENCES)
    .map(({ said }) => folded(said));
  return farewells(last.at(-1) ?? '') || last.some(over);
}

/** So many words are the value of the name before them: "Your order:", and in the next line "Two teas". */
const LONGEST_VALUE = 4;

/** Which sentences are items of a list: what its entries or a value follow, those behind its first, and those beside an item. */
function listIn(sentences: readonly Sentence[], words: Phrases): (at: number) => boolean {
  const { items } = patternsOf(words);
  const isItem = (one: Sentence | undefined) => one !== undefined && items(folded(one.said));
  const first = sentences.findIndex(({ said }) => BEFORE_ITEM.test(said));
  return (at) =>
    isHeading(sentences[at], sentences[at + 1]) ||
    (first >= 0 && at > first) ||
    isItem(sentences[at - 1]) ||
    isItem(sentences[at + 1]);
}

/** Whether a name has behind it what it names: the entries of a list, or with a colon a value. */
function isHeading(name: Sentence | undefined, next: Sentence | undefined): boolean {
  if (!next || next.isEntry) return next !== undefined;
  return /[:：]$/.test(name?.said.trimEnd() ?? '') && wordCount(next.said) <= LONGEST_VALUE;
}

function isAsking({ said: sentence, isEntry }: Sentence, isListed: () => boolean, words: Phrases): boolean {
  if (QUESTION.test(sentence)) return true;
  if (isEntry) return false;
  const { requests, asks, fields, statements } = patternsOf(words);
  const said = folded(sentence);
  if (patternsOf(words).inOneCase(said)) return false;
  return (requests(said) || asks(said) || (fields(said) && !isListed())) && !statements(said);
}

/** Whether a sentence is of a list that counts in words: "Step 1: Fill in the form. Step 2: Bring it to us." */
function isStep(sentences: readonly Sentence[], at: number): boolean {
  const [before, own, next] = [at - 1, at, at + 1].map((each) =>
    LABELLED.test(sentences[each]?.said.trimStart() ?? ''),
  );
  return own === true && (before === true || next === true);
}

/** A question that the next sentence answers is none of the user's: "Why did he go? To get his crown fitted." */
function isAnswered(asking: Sentence | undefined, next: Sentence | undefined, words: Phrases): boolean {
  if (!asking || !next || QUESTION.test(next.said)) return false;
  if (isOfTwo(asking.said, next.said)) return true;
  const [question, answer] = [folded(asking.said), folded(next.said)];
  return patternsOf(words).answered.some(([asked, told]) => asked.test(question) && told.test(answer));
}

/** What is asked by one letter and answered by another: "Q: Do you deliver? A: Yes." */
function isOfTwo(question: string, answer: string): boolean {
  const [asks, answers] = [question, answer].map((said) => SPEAKER.exec(said.trimStart())?.[1]);
  return asks !== undefined && answers !== undefined && asks !== answers;
}

function folded(sentence: string): string {
  return sentence.slice(0, LONGEST_SENTENCE).toLowerCase().replaceAll('’', "'").trim();
}

interface Sentence {
  readonly said: string;
  /** An entry of a list, which asks only with a question mark. */
  readonly isEntry: boolean;
  readonly from: number;
  readonly to: number;
}

/** "1. ", "2) ", "3 - ": the number of an entry in a list, and where it may stand as the first. */
const MARKER = /(?<=^|\s)(\p{Nd}{1,2})(?:(?:[.)]|\s?[-–—])\s+|[．）、]\s*)(?=\S)/gu;
const LISTING = new RegExp(`${LISTED}|${UNLISTED}`, 'gu');
const BEFORE_LIST = new RegExp(`^[${SENTENCE_ENDS}${CLAUSE_MARKS}]?$`, 'u');

function split(text: string, words: Phrases): readonly Sentence[] {
  const entries = entriesIn(text);
  const sentences: Sentence[] = [];
  let from = 0;
  let isListed = false;
  const add = (to: number) => {
    const part = text.slice(from, to);
    const said = withoutListing(part);
    if (said !== part) isListed = part.trimStart().startsWith(LISTED);
    if (said.trim() !== '') sentences.push({ said, from, to, isEntry: isListed || isEntry(from, entries) });
  };
  for (const { index, length } of endsIn(text, entries, words)) {
    add(index);
    from = index + length;
  }
  add(text.length);
  return sentences;
}

/** Where sentences end. Each entry of a list is one, and what looks like the end of one behind its number is none. */
function endsIn(
  text: string,
  entries: readonly Entry[],
  { sentences }: Phrases,
): readonly { readonly index: number; readonly length: number }[] {
  const ends = [...text.matchAll(SENTENCE_END)]
    .map(({ index, 0: gap }) => ({ index, length: gap.length, isLine: gap.includes('\n') }))
    .filter(({ index, length, isLine }) => isLine || !goesOn(text, index, index + length, sentences));
  const others = ends.filter(({ index }) => !entries.some(({ from, to }) => from < index && index <= to));
  const before = entries.map(({ from }) => ({ index: from, length: 0 }));
  const lines = [...text.matchAll(LISTING)].map(({ index }) => ({ index, length: 0 }));
  return [...others, ...before, ...lines].sort((one, other) => one.index - other.index);
}

function goesOn(text: string, end: number, next: number, ends: Phrases['sentences']): boolean {
  // "(18 € p. P.) gibt es": small letters behind a bracket go on with the sentence that it stands in.
  if (text[end - 1] === ')' && /^\p{Ll}/u.test(text.slice(next, next + 2))) return true;
  return isUnfinished(text.slice(Math.max(0, end - LONGEST_END), end), text.slice(next, next + LONGEST_END), ends);
}

/** So many characters at the end of a sentence tell whether it is one. */
const LONGEST_END = 40;

/** The number of an entry: from its first digit to the first letter of its words. */
interface Entry {
  readonly from: number;
  readonly to: number;
}

/** A list that counts from one, where it does not begin in the midst of a sentence. */
function entriesIn(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { 0: marker, 1: number, index } of text.matchAll(MARKER)) {
    const isNext = Number(plainDigits(number ?? '')) === entries.length + 1;
    const mayBegin = entries.length > 0 || BEFORE_LIST.test(text.slice(0, index).trimEnd().slice(-1));
    if (isNext && mayBegin) entries.push({ from: index, to: index + marker.length });
  }
  return entries.length > 1 ? entries : [];
}

function isEntry(at: number, entries: readonly Entry[]): boolean {
  return entries.some(({ from }) => from === at);
}
