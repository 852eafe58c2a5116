import { once } from './once';

/** A place in phrases: what may follow, by its word. */
export interface Node<Meaning> {
  readonly next: Map<string, Node<Meaning>[]>;
  /** What a phrase that ends here means; of several, the one that was added first. */
  meaning?: Ending<Meaning>;
}

export interface Ending<Meaning> {
  readonly value: Meaning;
  readonly order: number;
}

/** Where phrases begin. */
export interface Root<Meaning> {
  readonly node: Node<Meaning>;
  /** To be called with a word before it is looked up here: what begins with it may not be there yet. */
  readonly sprout: (word: string) => void;
}

/**
 * The places that words can lead to, together: the states of a deterministic automaton, each made when its words are
 * first heard.
 */
export interface Automaton<Meaning> {
  readonly root: () => Root<Meaning>;
  readonly start: () => State<Meaning>;
  /** By the numbers of their nodes. */
  readonly states: Map<string, State<Meaning>>;
  readonly numbers: Map<Node<Meaning>, number>;
}

interface State<Meaning> {
  readonly nodes: readonly Node<Meaning>[];
  /** Of the phrases that end here, in their order. */
  readonly endings: readonly Ending<Meaning>[];
  readonly meanings: readonly Meaning[];
  readonly next: Map<string, State<Meaning>>;
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

/** @param plant makes where phrases begin; called when something is first looked up, if ever */
export function createAutomaton<Meaning>(plant: () => Root<Meaning>): Automaton<Meaning> {
  const root = once(plant);
  return { root, start: once(() => createState([root().node])), states: new Map(), numbers: new Map() };
}

/** The longest phrase that begins at a token. */
export function phraseAt<Meaning>(
  automaton: Automaton<Meaning>,
  texts: readonly string[],
  from: number,
): FoundPhrase<Meaning> | undefined {
  let meanings: readonly Meaning[] = [];
  let to = from;
  let state: State<Meaning> | undefined = automaton.start();
  for (let at = from; state; at++) {
    if (state.meanings.length > 0) {
      meanings = state.meanings;
      to = at;
    }
    const text: string | undefined = texts[at];
    state = text === undefined ? undefined : step(automaton, state, text);
  }
  const [meaning] = meanings;
  return meaning === undefined ? undefined : { meaning, meanings, from, to };
}

/** What a word means that is a phrase of its own. */
export function meaningsOf<Meaning>(automaton: Automaton<Meaning>, word: string): readonly Meaning[] {
  return step(automaton, automaton.start(), word)?.meanings ?? [];
}

/** The longest phrase that begins at a token. `fill` tells what may stand at a token beside its word. */
export function filledPhraseAt<Meaning>(
  automaton: Automaton<Meaning>,
  texts: readonly string[],
  from: number,
  fill: (token: number) => readonly Filling[],
): FoundPhrase<Meaning> | undefined {
  let best: { readonly ending: Ending<Meaning>; readonly to: number; readonly value: number | undefined } | undefined;
  let meanings: Meaning[] = [];
  let reached: { state: State<Meaning>; at: number; value: number | undefined }[] = [
    { state: automaton.start(), at: from, value: undefined },
  ];
  while (reached.length > 0) {
    const following: typeof reached = [];
    for (const { state, at, value } of reached) {
      const [ending] = state.endings;
      if (ending && (!best || at >= best.to)) {
        if (at !== best?.to) meanings = [];
        meanings.push(...state.meanings);
        if (at !== best?.to || ending.order < best.ending.order) best = { ending, to: at, value };
      }
      const text = texts[at];
      if (text === undefined) continue;
      const next = step(automaton, state, text);
      if (next) following.push({ state: next, at: at + 1, value });
      for (const filling of fill(at)) {
        const behind = step(automaton, state, filling.place);
        if (behind) following.push({ state: behind, at: filling.to, value: filling.value ?? value });
      }
    }
    reached = following;
  }
  if (!best) return undefined;
  const { ending, to, value } = best;
  return { meaning: ending.value, meanings, from, to, ...(value !== undefined && { value }) };
}

function step<Meaning>(automaton: Automaton<Meaning>, state: State<Meaning>, word: string): State<Meaning> | undefined {
  const { states, numbers } = automaton;
  const { nodes, next } = state;
  const known = next.get(word);
  if (known) return known;
  if (state === automaton.start()) automaton.root().sprout(word);
  // What people say is without end: only what phrases hold is kept.
  if (!nodes.some((node) => node.next.has(word))) return undefined;
  const reached = [...new Set(nodes.flatMap((node) => node.next.get(word) ?? []))];
  const name = reached.map((node) => numberOf(node, numbers)).join();
  const following = states.get(name) ?? createState(reached);
  states.set(name, following);
  next.set(word, following);
  return following;
}

function numberOf<Meaning>(node: Node<Meaning>, numbers: Map<Node<Meaning>, number>): number {
  const number = numbers.get(node) ?? numbers.size;
  numbers.set(node, number);
  return number;
}

function createState<Meaning>(nodes: readonly Node<Meaning>[]): State<Meaning> {
  const endings = nodes
    .flatMap(({ meaning }) => (meaning ? [meaning] : []))
    .sort((one, other) => one.order - other.order);
  return { nodes, endings, meanings: endings.map(({ value }) => value), next: new Map() };
}
