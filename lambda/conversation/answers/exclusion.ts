import { kindsOf } from './context';
import type { Decision } from './decision';
import { isAsking } from './ending';
import type { Evidence, Hit } from './evidence';
import { type Heard, has, is, isOwnerAt, range } from './heard';
import type { Label } from './label';
import { CLASS, MARK } from './lexicon';
import type { Prepared } from './offer';
import { behindAll } from './passing';
import { rank } from './ranking';
import { wordAt } from './word-at';

/** What stands between a negator and the option that it excludes. */
const BETWEEN = CLASS.light | CLASS.carriers | CLASS.subjects | CLASS.hesitations | CLASS.nouns;
const REACH = 5;

interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Exclusion {
  /** Tokens of options that were excluded: "not the suite". */
  readonly tokens: ReadonlySet<number>;
  /** The tokens of the exclusions, with the words that exclude. */
  readonly spans: readonly Span[];
}

/** Which tokens name an option only to exclude it. */
export function findExclusions(heard: Heard, evidence: Evidence, start: number, objects: readonly string[]): Exclusion {
  const named = new Set([...evidence.values()].flatMap(({ content }) => [...content]));
  const spans: Span[] = [];
  let behind = start;
  for (const at of range(start, heard.texts.length)) {
    if (at < behind) continue;
    const denied = is(heard, at, CLASS.denials) ? deniedBefore(heard, at, named) : undefined;
    if (denied !== undefined && !isOwnNegator(evidence, at, denied)) spans.push({ from: denied, to: at + 1 });
    if (denied !== undefined || !is(heard, at, CLASS.negators)) continue;
    // "I'm not new, no, existing"
    const last = spans.at(-1);
    if (last?.to === at && is(heard, at, CLASS.corrections) && !is(heard, last.from, CLASS.corrections)) continue;
    const begin = nextNamed(heard, at, named, objects);
    if (begin === undefined || isOwnNegator(evidence, at, begin)) continue;
    const to = endOfName(begin, evidence);
    if (is(heard, at, CLASS.corrections) && isDoneTo(heard, to, objects)) continue;
    const list = listFrom(heard, to, evidence, named);
    spans.push({ from: at, to }, ...list);
    behind = list.at(-1)?.to ?? to;
  }
  return { tokens: new Set(tokensOf(spans).filter((token) => named.has(token))), spans };
}

function tokensOf(spans: readonly Span[]): readonly number[] {
  return spans.flatMap(({ from, to }) => range(from, to));
}

/** "no change it" is a no, and what to do instead; but "no single, it's too small" tells of it. */
function isDoneTo(heard: Heard, end: number, objects: readonly string[]): boolean {
  const object = heard.texts[end] ?? wordAt(heard.texts, end - 1);
  return objects.includes(object) && !is(heard, end + 1, CLASS.being | CLASS.statements);
}

/** Where the name begins that a word behind it excludes: "den ersten nicht". */
function deniedBefore(heard: Heard, denial: number, named: ReadonlySet<number>): number | undefined {
  const isBetween = (at: number) => !named.has(at) && is(heard, at, BETWEEN | CLASS.denials);
  let at = denial - 1;
  while (at >= denial - REACH && isBetween(at)) at--;
  if (!named.has(at)) return undefined;
  while (named.has(at - 1)) at--;
  return at;
}

/** Whether a label that excludes by itself holds both: "no heating". */
function isOwnNegator(evidence: Evidence, negator: number, token: number): boolean {
  return [...evidence.values()].some(
    ({ label, content, light }) =>
      label.negative && (light.has(negator) || content.has(negator)) && (content.has(token) || light.has(token)),
  );
}

/** As far as the words from a token on are of one and the same option: "not double suite" excludes the double. */
export function endOfName(from: number, evidence: Evidence): number {
  const ends = [...evidence.values()].map(({ content, light }) => {
    if (!content.has(from)) return from;
    let end = from + 1;
    while (content.has(end) || light.has(end)) end++;
    return end;
  });
  return Math.max(from, ...ends);
}

/** "or the hall" of "not the kitchen or the hall": the exclusions that go on from a token. */
function listFrom(heard: Heard, from: number, evidence: Evidence, named: ReadonlySet<number>): readonly Span[] {
  const next = listed(heard, from, named);
  if (next === undefined) return [];
  const to = endOfName(next, evidence);
  return [{ from, to }, ...listFrom(heard, to, evidence, named)];
}

/** The next option of a list of excluded ones, "not the red one or the blue": behind "or" and "nor", which take a negator on. */
function listed(heard: Heard, from: number, named: ReadonlySet<number>): number | undefined {
  const or = behindAll(heard, from, CLASS.nouns | CLASS.hesitations);
  if (!is(heard, or, CLASS.alternatives)) return undefined;
  const at = behindAll(heard, or + 1, CLASS.determiners | CLASS.hesitations | CLASS.negators);
  return named.has(at) ? at : undefined;
}

function nextNamed(
  heard: Heard,
  negator: number,
  named: ReadonlySet<number>,
  objects: readonly string[],
): number | undefined {
  // "no" is also said before a change of mind: "no the suite".
  const isCorrection = is(heard, negator, CLASS.corrections) && !isOfSpeaker(heard, negator);
  if (isCorrection && is(heard, negator - 1, CLASS.corrections | CLASS.negators)) return undefined;
  const reach = isCorrection ? 1 : REACH;
  for (const at of range(negator + 1, negator + 1 + reach)) {
    if (named.has(at)) return at;
    // "I'm hopeless with that, just phone me"
    const isBound = is(heard, at - 1, CLASS.prepositions) || heard.fixed[at - 1];
    if (objects.includes(wordAt(heard.texts, at)) && isBound && is(heard, at + 1, OVER)) return undefined;
    const isBetween = is(heard, at, BETWEEN | CLASS.negators) || isOwnerAt(heard, at);
    if (!isBetween || is(heard, at, CLASS.conclusions)) return undefined;
  }
  return undefined;
}

/** Behind a pronoun, another thought. */
const OVER = CLASS.hesitations | CLASS.corrections | CLASS.boundaries | CLASS.courtesies | CLASS.subjects;

/** "I'm no good with email": what somebody is no good at, and no change of mind. */
export function isOfSpeaker(heard: Heard, negator: number): boolean {
  let first = negator;
  while (heard.fixed[negator] && heard.fixed[first - 1] && is(heard, first - 1, CLASS.corrections)) first--;
  return (
    is(heard, negator, CLASS.negators) && is(heard, first - 1, CLASS.being) && has(heard, first - 2, MARK.speakers)
  );
}

/** The options that excluded words fit best, each by itself; where words fit several alike, none of them. */
export function excludedOptions(evidence: Evidence, { spans }: Exclusion, ties: boolean): ReadonlySet<number> {
  const out = new Set<number>();
  for (const { from, to } of spans) {
    const only = new Map<Label, Hit>();
    for (const [label, hit] of evidence) {
      const content = new Set([...hit.content].filter((token) => token >= from && token < to));
      if (ties || !label.negative) only.set(label, { ...hit, content });
    }
    const best = rank(only)?.best ?? [];
    if (ties || best.length === 1) for (const { label } of best) out.add(label.index);
  }
  return out;
}

/** The evidence without what was excluded; labels that exclude by themselves ("I do not accept") keep theirs. */
export function withoutExcluded(evidence: Evidence, exclusion: Exclusion): Evidence {
  const { tokens } = exclusion;
  if (tokens.size === 0) return evidence;
  const out = excludedOptions(evidence, exclusion, false);
  const kept = new Map<Label, Hit>();
  for (const [label, hit] of evidence) {
    if (out.has(label.index)) continue;
    if (label.negative) kept.set(label, hit);
    else {
      const content = new Set([...hit.content].filter((token) => !tokens.has(token)));
      if (content.size > 0 || hit.content.size === 0) kept.set(label, { ...hit, content });
    }
  }
  return kept;
}

/** Options were only excluded: "anything but the suite". */
export function byExclusion(heard: Heard, prepared: Prepared, evidence: Evidence, exclusion: Exclusion): Decision {
  const { spans } = exclusion;
  const out = excludedOptions(evidence, exclusion, true);
  const kinds = kindsOf(heard, prepared, new Set(tokensOf(spans)));
  const reason = reasonOf(heard, spans);
  // "no delivery today" tells that there was none.
  const isPlainNo = spans.some(({ from }) => is(heard, from, CLASS.corrections));
  const isPure = range(0, reason).every((token) => kinds(token) !== 'unknown' || (!isPlainNo && isAdded(heard, token)));
  const isStatement = spans.some((span) => isLack(heard, span));
  const others = isPure && !isStatement ? othersThan(out, prepared) : undefined;
  return others ?? { kind: 'words' };
}

/** The options that are left when others are excluded, if they are few. */
export function othersThan(excluded: ReadonlySet<number>, { count }: Prepared): Decision | undefined {
  const left = range(0, count).filter((index) => !excluded.has(index));
  const [only] = left;
  if (only === undefined || left.length > MOST_ASKED) return undefined;
  if (left.length > 1) return { kind: 'which', indexes: left, rule: 'negation' };
  return { kind: 'choose', index: only, rule: 'negation', confidence: 0.7 };
}

/** Beside an exclusion, they exclude nothing else: "any but the roses today, you decide". */
function isAdded(heard: Heard, token: number): boolean {
  return is(heard, token, CLASS.approvals | CLASS.adverbs) || has(heard, token, MARK.undecided);
}

/** "it isn't a double", "I have no account", "she never made an order": it is told that something is not, or not there. */
function isLack(heard: Heard, { from, to }: Span): boolean {
  const before = beforeSmall(heard, from);
  if (is(heard, before, CLASS.being) || has(heard, before, MARK.existentials)) return !isProviso(heard, before - 2);
  if (isToldOf(heard, { from, to })) return true;
  if (!is(heard, from - 1, CLASS.subjects)) return false;
  return range(from, to).some((at) => is(heard, at, CLASS.pasts));
}

/** What stands before a negator, and before one small word more: "ich habe noch keine rechnung". */
function beforeSmall(heard: Heard, negator: number): number {
  const before = negator - 1;
  const isSmall = is(heard, before, CLASS.light) && !is(heard, before, CLASS.subjects | CLASS.being);
  return isSmall ? before - 1 : before;
}

/** "morgen kann ich nicht", "mein deutsch ist nicht so gut": a sentence of its own, whose denial ends it. */
function isToldOf(heard: Heard, { from, to }: Span): boolean {
  return is(heard, to - 1, CLASS.denials) && range(from, to).some((at) => is(heard, at, CLASS.being | CLASS.subjects));
}

/** "as long as" in "as long as it isn't the suite". */
function isProviso(heard: Heard, token: number): boolean {
  const isPause = is(heard, token, CLASS.corrections) || has(heard, token, MARK.pauses);
  return heard.fixed[token] === true && is(heard, token, CLASS.hesitations) && !isPause;
}

/** Where the sentence begins that says why something is excluded: "not the first, I'm not made of money". */
function reasonOf(heard: Heard, spans: Exclusion['spans']): number {
  const none = heard.texts.length;
  const isPlain = spans.every(({ from, to }) => {
    if (is(heard, from, CLASS.corrections)) return false;
    return range(from, to).every((token) => !is(heard, token, CLASS.subjects | CLASS.carriers | CLASS.pasts));
  });
  const at = behindAll(heard, spans.at(-1)?.to ?? none, CLASS.hesitations | CLASS.courtesies);
  const isWish = range(at, none).some((token) => is(heard, token, CLASS.wishes));
  if (!isPlain || isWish || !is(heard, at, CLASS.subjects) || isAsking(heard, at, none)) return none;
  // "it was too thin" tells of another time.
  const isPast = is(heard, at + 1, CLASS.pasts);
  return is(heard, at + 1, CLASS.being | CLASS.statements) && !isPast ? at : none;
}

/** No more options than these are asked back for. */
const MOST_ASKED = 3;
