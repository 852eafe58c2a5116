import { parseTemplate, type Template } from '../template';
import { type Automaton, createAutomaton, type Ending, type Node, type Root } from './automaton';
import type { Tokenizer } from './words';

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

/** A template that was not grown yet, as words alone. */
interface Seed<Meaning> {
  readonly template: string;
  readonly text: string;
  readonly ending: Ending<Meaning>;
}

/** `tokenize` takes the words of a phrase apart as those of an utterance are. */
export function createPhrases<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  tokenize: Tokenizer,
): Phrases<Meaning> {
  return createAutomaton(() => rootOf(phrases, tokenize));
}

/** A language has thousands of phrases, and few are ever said: each grows when a word that it has is first heard. */
function rootOf<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  tokenize: Tokenizer,
): Root<Meaning> {
  const node: Node<Meaning> = { next: new Map() };
  const grown = ({ template, ending }: Pick<Seed<Meaning>, 'template' | 'ending'>, split: Split) => {
    for (const end of grow(sequenceOf(parseTemplate(template), split), [node])) {
      if (end !== node) end.meaning ??= ending;
    }
  };
  let seeds: Seed<Meaning>[] = [];
  let order = 0;
  for (const [value, templates] of phrases) {
    for (const template of templates) {
      const ending = { value, order: order++ };
      const plain = tokenize.plain(template);
      if (plain === undefined) grown({ template, ending }, (text) => tokenize(text).texts);
      else seeds.push({ template: plain, text: ` ${plain.replace(BRACKETS, ' ')} `, ending });
    }
  }
  const waiting = new Set(seeds.flatMap(({ text }) => text.split(' ')));
  return {
    node,
    places: [...new Set(phrases.flatMap(([, templates]) => templates.flatMap((one) => one.match(PLACES) ?? [])))],
    sprout(word) {
      if (!waiting.delete(word)) return;
      const fits = ({ text }: Seed<Meaning>) => text.includes(` ${word} `);
      for (const seed of seeds.filter(fits)) grown(seed, wordsIn);
      seeds = seeds.filter((seed) => !fits(seed));
    },
  };
}

const PLACES = /\{\{[\w-]+\}\}/g;
const BRACKETS = /[()[\]|]/g;

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
