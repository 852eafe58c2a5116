import { once } from './once';
import { wordAt } from './word-at';

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
  /** The places that phrases hold, wherever they stand. */
  readonly places: readonly string[];
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

/** What words have led to so far. */
export interface State<Meaning> {
  /** Of the phrases that end here, in their order. */
  readonly endings: readonly Ending<Meaning>[];
  readonly meanings: readonly Meaning[];
  /** The nodes that each word leads to, and the states that were made of them so far. */
  readonly following: ReadonlyMap<string, readonly Node<Meaning>[]>;
  readonly next: Map<string, State<Meaning>>;
  /** The places that may follow, once they were asked for. */
  places?: readonly string[];
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
  const start = once(() => ({ ...createState([root().node]), places: root().places }));
  return { root, start, states: new Map(), numbers: new Map() };
}

/** Where phrases go on that begin with a word; `undefined` where none does. */
export function begunWith<Meaning>(automaton: Automaton<Meaning>, word: string): State<Meaning> | undefined {
  const start = automaton.start();
  const known = start.next.get(word);
  if (known) return known;
  automaton.root().sprout(word);
  return step(automaton, start, word);
}

/** The longest phrase that begins at a token. */
export function phraseAt<Meaning>(
  automaton: Automaton<Meaning>,
  texts: readonly string[],
  from: number,
): FoundPhrase<Meaning> | undefined {
  const begun = begunWith(automaton, wordAt(texts, from));
  if (!begun) return undefined;
  const longer = longerPhrase(automaton, begun, texts, from);
  if (longer) return longer;
  const [meaning] = begun.meanings;
  return meaning === undefined ? undefined : { meaning, meanings: begun.meanings, from, to: from + 1 };
}

/** Whether any phrase stands among words. */
export function holdsPhrase<Meaning>(automaton: Automaton<Meaning>, texts: readonly string[]): boolean {
  return texts.some((_, at) => phraseAt(automaton, texts, at) !== undefined);
}

/** The longest phrase of two words or more that begins at a token; `begun`: where its word leads to. */
export function longerPhrase<Meaning>(
  automaton: Automaton<Meaning>,
  begun: State<Meaning>,
  texts: readonly string[],
  from: number,
): FoundPhrase<Meaning> | undefined {
  let longest: FoundPhrase<Meaning> | undefined;
  let state: State<Meaning> | undefined = begun;
  for (let at = from + 1; ; at++) {
    state = step(automaton, state, wordAt(texts, at));
    if (!state) return longest;
    const { meanings } = state;
    const [meaning] = meanings;
    if (meaning !== undefined) longest = { meaning, meanings, from, to: at + 1 };
  }
}

/** Whether a phrase goes on behind words that have led there. */
export function goesOn<Meaning>({ following }: State<Meaning>): boolean {
  return following.size > 0;
}

/** What a word means that is a phrase of its own. */
export function meaningsOf<Meaning>(automaton: Automaton<Meaning>, word: string): readonly Meaning[] {
  return begunWith(automaton, word)?.meanings ?? [];
}

/** Where words have led to, at a token, and the value of a place among them. */
interface Reached<Meaning> {
  readonly state: State<Meaning>;
  readonly at: number;
  readonly value: number | undefined;
}

/** The longest phrase that begins at a token. `fill` tells what may stand at a token beside its word. */
export function filledPhraseAt<Meaning>(
  automaton: Automaton<Meaning>,
  texts: readonly string[],
  from: number,
  fill: (token: number) => readonly Filling[],
): FoundPhrase<Meaning> | undefined {
  let reached = begunAt(automaton, texts, from, fill);
  let best: Best<Meaning> | undefined;
  while (reached.length > 0) {
    const following: Reached<Meaning>[] = [];
    for (const { state, at, value } of reached) {
      best = better(best, state, at, value);
      const next = step(automaton, state, wordAt(texts, at));
      if (next) following.push({ state: next, at: at + 1, value });
      if (placesOf(state).length > 0) fillAt(automaton, state, value, fill(at), following);
    }
    reached = following;
  }
  if (!best) return undefined;
  const { ending, meanings, to, value } = best;
  return { meaning: ending.value, meanings, from, to, ...(value !== undefined && { value }) };
}

/** The longest of the phrases that were found so far, of several the one that was added first, and what they all mean. */
interface Best<Meaning> {
  readonly ending: Ending<Meaning>;
  readonly meanings: readonly Meaning[];
  readonly to: number;
  readonly value: number | undefined;
}

function better<Meaning>(
  best: Best<Meaning> | undefined,
  { endings: [ending], meanings }: State<Meaning>,
  to: number,
  value: number | undefined,
): Best<Meaning> | undefined {
  if (!ending || (best && to < best.to)) return best;
  if (to !== best?.to) return { ending, meanings, to, value };
  const all = [...best.meanings, ...meanings];
  return ending.order < best.ending.order ? { ending, meanings: all, to, value } : { ...best, meanings: all };
}

/** Where the first word of phrases leads to. */
function begunAt<Meaning>(
  automaton: Automaton<Meaning>,
  texts: readonly string[],
  from: number,
  fill: (token: number) => readonly Filling[],
): Reached<Meaning>[] {
  const start = automaton.start();
  const next = begunWith(automaton, wordAt(texts, from));
  const reached = next ? [{ state: next, at: from + 1, value: undefined }] : [];
  if (placesOf(start).length > 0) {
    const fillings = fill(from);
    for (const { place } of fillings) automaton.root().sprout(place);
    fillAt(automaton, start, undefined, fillings, reached);
  }
  return reached;
}

function fillAt<Meaning>(
  automaton: Automaton<Meaning>,
  state: State<Meaning>,
  value: number | undefined,
  fillings: readonly Filling[],
  reached: Reached<Meaning>[],
): void {
  for (const filling of fillings) {
    const behind = placesOf(state).includes(filling.place) ? step(automaton, state, filling.place) : undefined;
    if (behind) reached.push({ state: behind, at: filling.to, value: filling.value ?? value });
  }
}

function step<Meaning>(
  { states, numbers }: Automaton<Meaning>,
  { following, next }: State<Meaning>,
  word: string,
): State<Meaning> | undefined {
  const known = next.get(word);
  if (known) return known;
  // What people say is without end: only what phrases hold is kept.
  const reached = following.get(word);
  if (!reached) return undefined;
  const name = reached.map((node) => numberOf(node, numbers)).join();
  const state = states.get(name) ?? createState(reached);
  states.set(name, state);
  next.set(word, state);
  return state;
}

function placesOf<Meaning>(state: State<Meaning>): readonly string[] {
  state.places ??= [...state.following.keys()].filter((word) => word.startsWith('{{'));
  return state.places;
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
  return { endings, meanings: endings.map(({ value }) => value), following: followingOf(nodes), next: new Map() };
}

/** What follows several nodes, together: a word is looked up once, not behind each of them. */
function followingOf<Meaning>(nodes: readonly Node<Meaning>[]): ReadonlyMap<string, readonly Node<Meaning>[]> {
  const [first, ...others] = nodes;
  if (first && others.length === 0) return first.next;
  const following = new Map<string, Set<Node<Meaning>>>();
  for (const { next } of nodes) {
    for (const [word, reached] of next) {
      const known = following.get(word) ?? new Set();
      following.set(word, known);
      for (const node of reached) known.add(node);
    }
  }
  return new Map([...following].map(([word, reached]) => [word, [...reached]]));
}
