import { parseTemplate, type Template } from '../template';
import { type Automaton, createAutomaton, type Ending, type Node, type Root } from './automaton';
import { createSeeds, lineAt, startsOf } from './seeds';
import type { PlainTemplates, Tokenizer } from './words';

/**
 * Phrases, as an automaton over words. A phrase is written with alternatives and options, "(can|could) you say that
 * [again]", and with places: "the {{ordinal}} one".
 */
export type Phrases<Meaning> = Automaton<Meaning>;

type Split = (text: string) => readonly string[];

type Sequence = readonly (string | Group)[];
interface Group {
  readonly alternatives: readonly Sequence[];
  readonly isOptional: boolean;
}

/** `tokenize` takes the words of a phrase apart as those of an utterance are. */
export function createPhrases<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  tokenize: Tokenizer,
): Phrases<Meaning> {
  return createAutomaton(() => rootOf(phrases, tokenize));
}

/** A language has thousands of phrases, and few are ever said: each grows when a word is first heard that it may begin with. */
function rootOf<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  tokenize: Tokenizer,
): Root<Meaning> {
  const node: Node<Meaning> = { next: new Map() };
  const templates = phrases.flatMap(([, some]) => some);
  const values = phrases.flatMap(([value, some]) => new Array<Meaning>(some.length).fill(value));
  const grown = (order: number, template: string, split: Split) => {
    const ending: Ending<Meaning> = { value: values[order] as Meaning, order };
    for (const end of grow(sequenceOf(parseTemplate(template), split), [node])) end.meaning ??= ending;
  };
  const text = templates.join('\n');
  const plain = tokenize.plain(text);
  const others = plain ? linesOf(plain) : new Set(templates.keys());
  for (const [order, template] of templates.entries())
    if (others.has(order)) grown(order, template, (words) => tokenize(words).texts);
  const seeds = plain && createSeeds(plain.text, others);
  return {
    node,
    places: [...new Set(text.match(PLACES) ?? [])],
    sprout(word) {
      if (!seeds) return;
      for (const order of seeds.beginningWith(word)) grown(order, seeds.template(order), wordsIn);
    },
  };
}

const PLACES = /\{\{[\w-]+\}\}/g;

function linesOf({ text, others }: PlainTemplates): ReadonlySet<number> {
  const starts = startsOf(text.split('\n'));
  return new Set(others.map((at) => lineAt(starts, at)));
}

function wordsIn(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

/**
 * Grows a sequence behind some nodes, and gives the nodes where it ends. A last word leads to `goal`, if there is one:
 * alternatives that end there go on alike.
 */
function grow<Meaning>(
  sequence: Sequence,
  from: readonly Node<Meaning>[],
  goal?: Node<Meaning>,
): readonly Node<Meaning>[] {
  let ends = from;
  for (const [at, part] of sequence.entries()) {
    if (typeof part === 'string') {
      const node: Node<Meaning> = (at === sequence.length - 1 ? goal : undefined) ?? { next: new Map() };
      for (const end of ends) link(end, part, node);
      ends = [node];
    } else {
      const shared: Node<Meaning> = { next: new Map() };
      const grown = part.alternatives.flatMap((alternative) => grow(alternative, ends, shared));
      ends = [...new Set(part.isOptional ? [...grown, ...ends] : grown)];
    }
  }
  return ends;
}

function link<Meaning>(from: Node<Meaning>, word: string, to: Node<Meaning>): void {
  const known = from.next.get(word);
  if (!known) from.next.set(word, [to]);
  else if (!known.includes(to)) known.push(to);
}

/** A template with its words taken apart, and places by how they are written. */
function sequenceOf(template: Template, split: Split): Sequence {
  return template.flatMap((part): Sequence => {
    if (typeof part === 'string') return split(part);
    if ('name' in part) return [`{{${part.name}}}`];
    return [{ ...part, alternatives: part.alternatives.map((one) => sequenceOf(one, split)) }];
  });
}
