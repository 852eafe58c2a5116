import { type Kinds, kindsOf, type Surroundings } from './context';
import type { Decision, Rule } from './decision';
import { isAsking } from './ending';
import type { Evidence, Hit } from './evidence';
import { type Exclusion, withoutExcluded } from './exclusion';
import { type Heard, has, is, range } from './heard';
import { CLASS, MARK } from './lexicon';
import type { Prepared } from './offer';
import { missing, type Ranking } from './ranking';

const WORDS: Decision = { kind: 'words' };

/** How many options are named one by one and nothing more: "September October and November". None of them is picked. */
export function listedOptions(heard: Heard, evidence: Evidence, exclusion: Exclusion, kinds: Kinds): number {
  const said = new Set<number>();
  const tokens = new Set<number>();
  for (const hit of withoutExcluded(evidence, exclusion).values()) {
    // "red wine white wine and rose wine": the word of all of them is none of any
    const own = [...hit.content].filter((token) => !isShared(heard, token, hit));
    if (missing(hit, true) > 0 || own.length === 0) continue;
    said.add(hit.label.index);
    for (const token of own) tokens.add(token);
  }
  const isOnlyThat = heard.texts.every(
    (_, at) => tokens.has(at) || kinds(at) !== 'unknown' || is(heard, at, CLASS.joiners),
  );
  const isChange = heard.texts.some((_, at) => is(heard, at, CLASS.corrections | CLASS.alternatives));
  return isOnlyThat && !isChange && said.size >= LISTED ? said.size : 0;
}

const LISTED = 3;

function isShared({ stems }: Heard, token: number, { label }: Hit): boolean {
  return label.items.some(({ key, shared }) => shared && key === stems[token]);
}

/** Several options that the words fit alike. */
export function tie(
  heard: Heard,
  { best }: Ranking,
  { before, behind, denied, hasNoun }: Surroundings,
  rule: Rule,
): Decision {
  // "somebody is in my room"
  const isStatement = heard.texts.some(
    (_, at) =>
      at > 0 && is(heard, at, CLASS.being) && is(heard, at, CLASS.statements) && !is(heard, at - 1, CLASS.subjects),
  );
  if (before || behind || denied || hasNoun || isStatement) return WORDS;
  const isAdded = heard.texts.some((_, at) => has(heard, at, MARK.additions));
  const positive = isAdded ? best.filter((hit) => !isHollow(heard, hit)) : best;
  const meant = positive.length > 1 ? positive : best;
  return { kind: 'which', indexes: meant.map(({ label }) => label.index), rule };
}

/** "with a garden" is not Fern without garden. */
function isHollow(heard: Heard, { label }: Hit): boolean {
  return label.negative && !heard.texts.some((_, at) => is(heard, at, CLASS.negators | CLASS.absences));
}

/** Two options were named, and nothing tells which: both are asked about, unless one of them is part of what was added. */
export function otherMention(
  heard: Heard,
  prepared: Prepared,
  { best, isFull, second }: Ranking,
  around: Surroundings,
): Decision | undefined {
  const [first] = best;
  if (!first || !second) return undefined;
  const own = new Set([...best, second].flatMap((hit) => [...hit.content, ...hit.light]));
  const kinds = kindsOf(heard, prepared, own);
  for (let token = 0; token < heard.texts.length; token++)
    if (kinds(token) === 'unknown' && !is(heard, token, CLASS.approvals)) return undefined;
  if (isAsking(heard, Math.max(...own) + 1, heard.texts.length)) return WORDS;
  if (best.length > 1 || (isFull && missing(second, true) > 0 && around.apart)) return undefined;
  return bothOf(first, second, isJoined(heard, first, second));
}

/** Two options in full, whatever stands between them: "lower, how much, oh, upper then". */
export function bothNamed({ best, second }: Ranking): Decision | undefined {
  const [first] = best;
  if (!first || !second || missing(second) > 0) return undefined;
  const said = new Set([...first.content, ...first.light, ...second.content, ...second.light]);
  const isOwn = [...second.content].some((token) => !first.content.has(token) && !first.light.has(token));
  return isOwn && said.size >= first.items.size + second.items.size ? bothOf(first, second) : undefined;
}

function bothOf({ label: one }: Hit, { label: other }: Hit, isJoined = false): Decision {
  const indexes = [one.index, other.index].sort((first, second) => first - second);
  return { kind: 'which', indexes, rule: 'both', ...(isJoined && { isJoined: true }) };
}

/** "poached for the little one, scrambled for me": two options, each for somebody else. */
export function sharedOut(heard: Heard, evidence: Evidence): Decision | undefined {
  const isChange = (at: number) => is(heard, at, CLASS.corrections | CLASS.negators | CLASS.alternatives);
  if (heard.texts.some((_, at) => isChange(at))) return undefined;
  const found = new Map<string, Hit[]>();
  for (const hit of evidence.values()) {
    const link = missing(hit) === 0 ? Math.max(...hit.content) + 1 : heard.texts.length;
    const word = is(heard, link, CLASS.prepositions) ? heard.texts[link] : undefined;
    if (word !== undefined) found.set(word, [...(found.get(word) ?? []), hit]);
  }
  const [first, second] = [...found.values()].find(({ length }) => length === 2) ?? [];
  if (!first || !second || first.label.index === second.label.index) return undefined;
  return [...first.content].some((at) => second.content.has(at)) ? undefined : bothOf(first, second);
}

/** "lost or stolen, I couldn't say", "maybe a four maybe a five at night". Who asks about both gets an answer of the bot's. */
export function leftOpen(heard: Heard, { best, second }: Ranking, kinds: Kinds): Decision | undefined {
  const [winner, tied] = best;
  if (!winner || tied || !second) return undefined;
  const one = winner.content;
  const other = second.content;
  const isWrapping = (token: number) => kinds(token) !== 'unknown' || has(heard, token, MARK.doubts);
  const [first = [], last = []] = [[...one].sort(ascending), [...other].sort(ascending)].sort(
    ([left = 0], [right = 0]) => left - right,
  );
  const between = range((first.at(-1) ?? 0) + 1, last[0] ?? 0);
  if (!range(0, first[0] ?? 0).every(isWrapping) || !between.every((token) => isLink(heard, token))) return undefined;
  const isEither = between.some((token) => is(heard, token, CLASS.alternatives));
  if (!isEither && !between.some((token) => has(heard, token, MARK.doubts))) return undefined;
  const end = (last.at(-1) ?? 0) + 1;
  const tail = range(end, heard.texts.length);
  if (tail.some((token) => is(heard, token, CLASS.corrections | CLASS.boundaries))) return undefined;
  if (tail.some((token) => has(heard, token, MARK.undecided))) return bothOf(winner, second);
  if (isAsking(heard, 0, heard.texts.length)) return WORDS;
  const unknown = tail.filter((token) => kinds(token) === 'unknown');
  const isMore =
    unknown.length > MOST_ADDED || tail.some((token) => is(heard, token, CLASS.questions | CLASS.subjects));
  return isEither || !isMore ? bothOf(winner, second) : undefined;
}

/** Between two options that are named as alternatives. */
function isLink(heard: Heard, token: number): boolean {
  return is(heard, token, LINK) || has(heard, token, MARK.doubts);
}

const LINK = CLASS.alternatives | CLASS.determiners | CLASS.hesitations | CLASS.nouns | CLASS.prepositions;

/** So many words more may follow alternatives. */
const MOST_ADDED = 1;

const ascending = (one: number, other: number) => one - other;

function isJoined(heard: Heard, { content: one }: Hit, { content: other }: Hit): boolean {
  const tokens = [...one, ...other];
  return heard.texts.some(
    (_, at) => is(heard, at, CLASS.joiners) && tokens.some((token) => token < at) && tokens.some((token) => token > at),
  );
}
