import { parseTemplate, type Template } from '../template';
import { type Automaton, createAutomaton, type Node } from './automaton';

/**
 * Phrases, as an automaton over words. A phrase is written with alternatives and options, "(can|could) you say that
 * [again]", and with places: "the {{ordinal}} one".
 */
export type Phrases<Meaning> = Automaton<Meaning>;

type Sequence = readonly (string | Group)[];
interface Group {
  readonly alternatives: readonly Sequence[];
  readonly isOptional: boolean;
}

/** `split` takes the words of a phrase apart as those of an utterance are. */
export function createPhrases<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  split: (text: string) => readonly string[],
): Phrases<Meaning> {
  return createAutomaton(() => rootOf(phrases, split));
}

function rootOf<Meaning>(
  phrases: readonly (readonly [Meaning, readonly string[]])[],
  split: (text: string) => readonly string[],
): Node<Meaning> {
  const root: Node<Meaning> = { next: new Map() };
  let order = 0;
  for (const [value, templates] of phrases) {
    for (const template of templates) {
      for (const end of grow(sequenceOf(parseTemplate(template), split), [root])) {
        if (end !== root) end.meaning ??= { value, order };
      }
      order++;
    }
  }
  return root;
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
function sequenceOf(template: Template, split: (text: string) => readonly string[]): Sequence {
  return template.flatMap((part): Sequence => {
    if (typeof part === 'string') return split(part);
    if ('name' in part) return [`{{${part.name}}}`];
    return [{ ...part, alternatives: part.alternatives.map((one) => sequenceOf(one, split)) }];
  });
}
