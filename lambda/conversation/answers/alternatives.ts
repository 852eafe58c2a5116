import { type Kinds, kindsOf, type Surroundings } from './context';
import type { Decision } from './decision';
import { isAsking } from './ending';
import type { Hit } from './evidence';
import { type Heard, is, range, signals } from './heard';
import { CLASS } from './lexicon';
import type { Prepared } from './offer';
import { missing, type Ranking } from './ranking';
import { SIGNAL } from './signals';

const WORDS: Decision = { kind: 'words' };

/** Two options were named, and nothing tells which: both are asked about, unless one of them is part of what was added. */
export function otherMention(
  heard: Heard,
  prepared: Prepared,
  { best, isFull }: Ranking,
  second: Hit,
  around: Surroundings,
): Decision | undefined {
  const own = new Set([...best, second].flatMap((hit) => [...hit.content, ...hit.light]));
  const kinds = kindsOf(heard, prepared, own);
  const [first] = best;
  for (let token = 0; token < heard.texts.length; token++)
    if (kinds(token) === 'unknown' && !is(heard, token, CLASS.approvals)) return undefined;
  if (isAsking(heard, Math.max(...own) + 1, heard.texts.length)) return WORDS;
  if (!first || best.length > 1 || (isFull && missing(second, true) > 0 && around.apart)) return undefined;
  return bothOf(first, second, isJoined(heard, first, second));
}

export function bothOf({ label: one }: Hit, { label: other }: Hit, isJoined = false): Decision {
  const indexes = [one.index, other.index].sort((first, second) => first - second);
  return { kind: 'which', indexes, rule: 'both', ...(isJoined && { isJoined: true }) };
}

/** "lost or stolen, I couldn't say", "maybe a four maybe a five at night". */
export function isLeftOpen(heard: Heard, { best }: Ranking, { content: other }: Hit, kinds: Kinds): boolean {
  const [winner, tied] = best;
  if (!winner || tied) return false;
  const one = winner.content;
  const isOwn = (token: number) =>
    one.has(token) || other.has(token) || kinds(token) !== 'unknown' || signals(heard, token, SIGNAL.doubts);
  const [first = [], second = []] = [[...one].sort(ascending), [...other].sort(ascending)].sort(
    ([left = 0], [right = 0]) => left - right,
  );
  if (!range(0, first[0] ?? 0).every(isOwn)) return false;
  const from = (first.at(-1) ?? 0) + 1;
  const to = second[0] ?? 0;
  const end = (second.at(-1) ?? 0) + 1;
  const between = range(from, to);
  const isLinked =
    between.some((token) => signals(heard, token, SIGNAL.doubts) || is(heard, token, CLASS.alternatives)) &&
    between.every((token) => signals(heard, token, SIGNAL.doubts) || is(heard, token, LINK));
  const tail = range(end, heard.texts.length);
  if (!isLinked || tail.some((token) => is(heard, token, CLASS.corrections | CLASS.boundaries))) return false;
  if (tail.some((token) => signals(heard, token, SIGNAL.undecided))) return true;
  const unknown = tail.filter((token) => kinds(token) === 'unknown');
  return unknown.length <= MOST_ADDED && !tail.some((token) => is(heard, token, CLASS.questions | CLASS.subjects));
}

/** Between two options that are named as alternatives. */
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
