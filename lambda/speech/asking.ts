import type { Asked } from '../conversation/ports/voice';
import { memoize } from './memoize';
import type { Phrases, Understood } from './phrases';

/** How a language asks, requests and takes its leave: patterns of sentences, tried on lower case, each on all ways at once. */
interface Patterns {
  readonly asks: RegExp;
  readonly statements: RegExp;
  readonly farewells: RegExp;
}

/** A longer sentence asks for nothing that a pattern could tell. */
const LONGEST_SENTENCE = 400;
/** A question mark, perhaps in quotes, in brackets or before an emoji. */
const QUESTION = /[?？؟](?:["'”’»)\]*_\s\p{Extended_Pictographic}]|\u{FE0F})*$/u;
/** Where a sentence ends; not after an abbreviation such as "Dr.", nor in a number. */
const SENTENCE_END =
  /(?<=[.!?…？！。؟]["'”’»)\]]{0,3})(?<!(?:^|\s|\()(?:\p{Lu}\p{L}{0,2}|e\.g|i\.e|no|nos|approx|vs)\.)\s+|(?<=[。！？])|\n+/u;

const patternsOf = memoize((understood: Understood): Patterns => {
  const { opening, requests, asks, statements, farewells } = understood.asking;
  const compile = (sources: readonly string[]) => new RegExp(anyOf(sources), 'u');
  return {
    asks: compile([`^${opening}${anyOf(requests)}`, ...asks]),
    statements: compile(statements),
    farewells: compile(farewells),
  };
});

function anyOf(sources: readonly string[]): string {
  return `(?:${sources.join('|')})`;
}

/** Where a text asks or requests something: the last run of sentences that does, and what stands around it. */
export function asked(text: string, words: Phrases): Asked | undefined {
  const sentences = split(text);
  const last = sentences.findLastIndex(({ said }) => isAsking(said, words));
  if (last < 0) return undefined;
  let first = last;
  while (first > 0 && isAsking(sentences[first - 1]?.said ?? '', words)) first--;
  const from = sentences[first]?.from ?? 0;
  const to = sentences[last]?.to ?? text.length;
  return { before: text.slice(0, from).trim(), asked: text.slice(from, to).trim(), after: text.slice(to).trim() };
}

/** Whether a text ends as who ends a conversation does. */
export function isFarewell(text: string, words: Phrases): boolean {
  const last = split(text).at(-1)?.said;
  return last !== undefined && patternsOf(words.understood).farewells.test(folded(last));
}

function isAsking(sentence: string, words: Phrases): boolean {
  if (QUESTION.test(sentence)) return true;
  const { asks, statements } = patternsOf(words.understood);
  const said = folded(sentence);
  return asks.test(said) && !statements.test(said);
}

function folded(sentence: string): string {
  return sentence.slice(0, LONGEST_SENTENCE).toLowerCase().replaceAll('’', "'").trim();
}

interface Sentence {
  readonly said: string;
  readonly from: number;
  readonly to: number;
}

function split(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const said of text.split(SENTENCE_END)) {
    const at = text.indexOf(said, from);
    from = at + said.length;
    if (said.trim() !== '') sentences.push({ said, from: at, to: from });
  }
  return sentences;
}
