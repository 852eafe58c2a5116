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
  const root: Node<Meaning> = { next: new Map() };
  let order = 0;
  for (const [value, templates] of phrases) {
    for (const template of templates) {
      for (const end of grow(parse(template, split), [root])) {
        if (end !== root) end.meaning ??= { value, order };
      }
      order++;
    }
  }
  return createAutomaton(root);
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

/** The words of a template, and its brackets as groups. */
function parse(template: string, split: (text: string) => readonly string[]): Sequence {
  const open = template.search(/[[(]/);
  if (open < 0) return words(template, split);
  const close = closing(template, open);
  const alternatives = atBars(template.slice(open + 1, close)).map((alternative) => parse(alternative, split));
  return [
    ...words(template.slice(0, open), split),
    { alternatives, isOptional: template[open] === '[' },
    ...parse(template.slice(close + 1), split),
  ];
}

function words(text: string, split: (text: string) => readonly string[]): readonly string[] {
  return text.split(/(\{\{\w+\}\})/).flatMap((part) => (part.startsWith('{{') ? [part] : split(part)));
}

function closing(template: string, open: number): number {
  let depth = 0;
  for (let at = open; at < template.length; at++) {
    const sign = template.charAt(at);
    if ('[('.includes(sign)) depth++;
    else if ('])'.includes(sign) && --depth === 0) return at;
  }
  throw new Error(`A bracket is not closed: ${template}`);
}

/** The parts between bars that stand in no bracket. */
function atBars(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if ('[('.includes(sign)) depth++;
    if ('])'.includes(sign)) depth--;
    if (sign === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts;
}
