import { parseTemplate, type Template } from '../template';

/**
 * Phrases, as an automaton over words. A phrase is written with alternatives and options, "(can|could) you say that
 * [again]", and with places: "the {{ordinal}} one".
 */
export interface Phrases<Meaning> {
  readonly root: Node<Meaning>;
}

interface Node<Meaning> {
  readonly next: Map<string, Node<Meaning>[]>;
  /** What a phrase that ends here means; of several, the one that was added first. */
  meaning?: Ending<Meaning>;
}

interface Ending<Meaning> {
  readonly value: Meaning;
  readonly order: number;
}

/** A phrase found among words: the tokens [from, to), and the value that stands in its place. */
export interface FoundPhrase<Meaning> {
  readonly meaning: Meaning;
  /** Where it is listed with several meanings, all of them. */
  readonly meanings: readonly Meaning[];
  readonly from: number;
  readonly to: number;
  readonly value?: number;
}

/** What may stand at a token beside its word: a place, the token after it, and the value. */
export interface Filling {
  readonly place: string;
  readonly to: number;
  readonly value?: number;
}

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
  return { root };
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

/** The longest phrase that begins at a token. `fill` tells what may stand at a token beside its word. */
export function phraseAt<Meaning>(
  { root }: Phrases<Meaning>,
  texts: readonly string[],
  from: number,
  fill?: (token: number) => readonly Filling[],
): FoundPhrase<Meaning> | undefined {
  let best:
    | { readonly endings: (Ending<Meaning> & { readonly held: number | undefined })[]; readonly to: number }
    | undefined;
  let states: { node: Node<Meaning>; at: number; value: number | undefined }[] = [
    { node: root, at: from, value: undefined },
  ];
  while (states.length > 0) {
    const following: typeof states = [];
    for (const { node, at, value } of states) {
      if (node.meaning && best?.to === at) best.endings.push({ ...node.meaning, held: value });
      else if (node.meaning && (!best || at > best.to)) best = { endings: [{ ...node.meaning, held: value }], to: at };
      const text = texts[at];
      if (text === undefined || node.next.size === 0) continue;
      for (const next of node.next.get(text) ?? []) following.push({ node: next, at: at + 1, value });
      for (const filling of fill?.(at) ?? []) {
        for (const next of node.next.get(filling.place) ?? []) {
          following.push({ node: next, at: filling.to, value: filling.value ?? value });
        }
      }
    }
    states = following;
  }
  if (!best) return undefined;
  const { endings, to } = best;
  const [first] = endings.sort((one, other) => one.order - other.order);
  if (!first) return undefined;
  const meanings = endings.map((ending) => ending.value);
  return { meaning: first.value, meanings, from, to, ...(first.held !== undefined && { value: first.held }) };
}
