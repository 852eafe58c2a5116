import { isAttribute } from './attribute';
import { type Anchor, type Kinds, kindsOf, restBehind, type Surroundings, surroundings } from './context';
import type { Decision, Rule } from './decision';
import { type Ending, endingOf, isAsking, isContrasted } from './ending';
import { type Evidence, findEvidence, type Hit } from './evidence';
import { type Exclusion, excludedOptions, findExclusions, withoutExcluded } from './exclusion';
import { asSaid, type Heard, heardTokens, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Label, Prepared } from './offer';
import { openedWith } from './opening';
import { missing, type Ranking, rank } from './ranking';
import { isSpokenOf, isTakenBack } from './statement';
import { isEndOfStory } from './story';

const WORDS: Decision = { kind: 'words' };

/** What the words that options are named with mean; `undefined` where they name none. */
export function byName(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const evidence = findEvidence(heard, prepared, lexicon);
  if (evidence.size === 0) return undefined;
  const ending = endingOf(heard, evidence, (only) => plain(only, prepared, lexicon), lexicon);
  const decision =
    corrected(heard, prepared, lexicon, evidence, ending) ??
    contrasted(heard, prepared, lexicon, ending) ??
    named(heard, prepared, lexicon, evidence, 0);
  if (decision?.kind !== 'words') return decision;
  return (
    concluded(heard, prepared, lexicon) ??
    (ending && isEndOfStory(heard, evidence, ending, lexicon) ? ending.decision : undefined) ??
    opened(heard, prepared, lexicon, evidence) ??
    numbered(heard, prepared, lexicon) ??
    decision
  );
}

function opened(heard: Heard, prepared: Prepared, lexicon: Lexicon, evidence: Evidence): Decision | undefined {
  const own = new Set([...evidence.values()].flatMap((hit) => [...hit.content, ...hit.light]));
  const content = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const kinds = kindsOf(heard, prepared, own);
  return openedWith(heard, content, kinds, (only) => plain(only, prepared, lexicon), lexicon);
}

function isNumberOrShared({ key, content, shared }: Label['items'][number]): boolean {
  return !content || shared || key.startsWith('#');
}

/** "two for the last train", "three tickets for snow white": how many is the rest. */
function numbered(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { texts, words, wordOf, numerals } = heard;
  let from = 0;
  while (is(heard, from, CLASS.hesitations)) from++;
  const numeral = numerals.find((one) => one.from === from && one.parts === 1 && !one.ordinal);
  const areNumbers = prepared.labels.some(({ number, items }) => number !== undefined && items.every(isNumberOrShared));
  if (!numeral || areNumbers || prepared.holdsTimes) return undefined;
  const link = numeral.to + (is(heard, numeral.to, CLASS.prepositions) ? 0 : 1);
  if (!is(heard, link, CLASS.prepositions)) return undefined;
  const only = heardTokens(words, texts.slice(link + 1), wordOf.slice(link + 1), lexicon);
  const evidence = findEvidence(only, prepared, lexicon);
  const named = new Set([...evidence.values()].flatMap(({ content, light }) => [...content, ...light]));
  const isMore = only.texts.some((_, at) => !named.has(at) && !is(only, at, CLASS.determiners | CLASS.courtesies));
  const decision = plain(only, prepared, lexicon);
  if (isMore || decision?.kind !== 'choose' || decision.rest !== undefined || decision.rule === 'negation')
    return undefined;
  return { ...decision, confidence: 0.8, rest: asSaid(heard, from, link) };
}

/** By the words alone, without changes of mind. */
function plain(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  return named(heard, prepared, lexicon, findEvidence(heard, prepared, lexicon), 0);
}

/** "not the double if I can help it, the single": the option that the utterance comes to. */
function contrasted(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  ending: Ending | undefined,
): Decision | undefined {
  if (!ending || !isContrasted(heard, prepared, lexicon, ending)) return undefined;
  return { ...ending.decision, rule: 'correction' };
}

/** "my wife loves the sea so the sea view I guess", "but compact it is": what a story comes to, and nothing more. */
function concluded(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const end = heard.texts.length;
  for (let at = end - 2; at > 0; at--) {
    if (!is(heard, at, CLASS.conclusions | CLASS.contrasts)) continue;
    const evidence = findEvidence(heard, prepared, lexicon, at + 1);
    const own = new Set([...evidence.values()].flatMap((hit) => [...hit.content, ...hit.light]));
    const kinds = kindsOf(heard, prepared, own);
    const tail = Array.from({ length: end - at - 1 }, (_, index) => at + 1 + index);
    const isMore = tail.some((token) => kinds(token) === 'unknown' && !is(heard, token, CLASS.approvals));
    const isAsked = tail.some((token) => is(heard, token, CLASS.questions) && !is(heard, token, CLASS.being));
    // "but" alone begins what limits the story.
    const isSettled = is(heard, end - 1, CLASS.settlements);
    if (isMore || isAsked || is(heard, at + 1, CLASS.being)) return undefined;
    const decision = named(heard, prepared, lexicon, evidence, at + 1);
    if (decision?.kind !== 'choose' || decision.rest !== undefined || decision.rule === 'negation') return undefined;
    const before = rank(findEvidence(heard, prepared, lexicon, 0, at))?.best ?? [];
    const isOther = before.length > 0 && !before.some(({ label }) => label.index === decision.index);
    return isSettled || (is(heard, at, CLASS.conclusions) && !isOther) ? decision : undefined;
  }
  return undefined;
}

/** "the single no sorry the double": what follows the last change of mind, where an option stands on both of its sides. */
function corrected(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  evidence: Evidence,
  ending: Ending | undefined,
): Decision | undefined {
  const content = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const negatives = new Set(
    [...evidence.values()].filter(({ label }) => label.negative).flatMap((hit) => [...hit.content, ...hit.light]),
  );
  const excludedTokens = findExclusions(heard, evidence, 0, lexicon.language.polarity.objects).tokens;
  let unclear: Decision | undefined;
  for (let at = heard.texts.length - 2; at > 0; at--) {
    if (!is(heard, at, CLASS.corrections) || content.has(at) || negatives.has(at)) continue;
    if (is(heard, at + 1, CLASS.corrections) || is(heard, at - 1, CLASS.boundaries) || isNone(heard, at)) continue;
    const isBefore = [...content].some((token) => token < at && !excludedTokens.has(token));
    const isBehind = [...content].some((token) => token > at);
    if (!isBefore || !isBehind) continue;
    const tail = named(heard, prepared, lexicon, findEvidence(heard, prepared, lexicon, at + 1), at + 1);
    if (tail?.kind === 'choose' || tail?.kind === 'which') return { ...tail, rule: 'correction' };
    if (ending && isEndOfCorrection(heard, at, ending)) return { ...ending.decision, rule: 'correction' };
    unclear ??= bothSides(evidence, at);
  }
  return unclear;
}

/** "there's no invoice": no change of mind. */
function isNone(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.negators) && is(heard, at - 1, CLASS.existentials | CLASS.being) && !heard.fixed[at];
}

/** "a single no hang on he snores the twin"; but "burger no mayo chips" names both. */
function isEndOfCorrection(heard: Heard, mark: number, { from }: Ending): boolean {
  if (from <= mark || isAsking(heard, mark + 1, from)) return false;
  const isPlain = is(heard, mark, CLASS.negators) && !is(heard, mark - 1, CLASS.corrections) && !heard.fixed[mark];
  return !isPlain || range(mark + 1, from).some((at) => is(heard, at, CLASS.subjects | CLASS.being | CLASS.statements));
}

/** The two options before and behind a change of mind that is not plain: both are asked about. */
function bothSides(evidence: Evidence, at: number): Decision | undefined {
  const side = (isHere: (token: number) => boolean) => {
    const here = new Map<Label, Hit>();
    for (const [label, hit] of evidence) here.set(label, { ...hit, content: new Set([...hit.content].filter(isHere)) });
    const best = rank(here)?.best ?? [];
    return best.length === 1 ? best[0]?.label.index : undefined;
  };
  const before = side((token) => token < at);
  const behind = side((token) => token > at);
  if (before === undefined || behind === undefined || before === behind) return undefined;
  return { kind: 'which', indexes: [before, behind].sort((one, other) => one - other), rule: 'correction' };
}

function named(
  heard: Heard,
  prepared: Prepared,
  { language }: Lexicon,
  evidence: Evidence,
  start: number,
): Decision | undefined {
  const exclusion = findExclusions(heard, evidence, start, language.polarity.objects);
  const ranking = rank(withoutExcluded(evidence, exclusion));
  if (!ranking && exclusion.spans.some((span) => isLack(heard, span))) return WORDS;
  if (!ranking) return exclusion.tokens.size > 0 ? excluded(heard, prepared, evidence, exclusion) : undefined;
  if (exclusion.spans.some((span) => isLack(heard, span))) return WORDS;
  const own = new Set(ranking.best.flatMap((hit) => [...hit.content, ...hit.light]));
  for (const { from, to } of exclusion.spans) {
    for (let token = from; token < to; token++) if (!is(heard, from, CLASS.corrections)) own.add(token);
  }
  const [winner] = ranking.best;
  if (!winner) return undefined;
  for (let token = 0; token < start; token++) own.add(token);
  const kinds = kindsOf(heard, prepared, own);
  const anchor = anchorOf(winner, kinds);
  const around = surroundings(heard, anchor, kinds);
  if (isAskedAbout(heard, start, around, own)) return WORDS;
  if (ranking.second && isLeftOpen(heard, ranking, ranking.second, kinds)) return bothOf(winner, ranking.second);
  if (ranking.second && !around.before) {
    const second = otherMention(heard, prepared, ranking, ranking.second, around);
    if (second) return second;
  }
  return ranking.best.length > 1
    ? tie(heard, ranking, around, exclusion.tokens.size > 0 ? 'negation' : 'part')
    : isSpokenOf(heard, anchor, around, kinds, winner.label, prepared, language) ||
        isAttribute(heard, anchor, kinds, language)
      ? WORDS
      : picked(heard, winner, anchor, around, kinds, exclusion.tokens.size > 0 ? 'negation' : undefined);
}

/** "I never got an invoice", "I don't have an account": it tells of something that is not there. */
function isLack(heard: Heard, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (!is(heard, from - 1, CLASS.subjects | CLASS.statements)) return false;
  return range(from + 1, to).some(
    (token) =>
      (is(heard, token, CLASS.pasts) && !is(heard, token, CLASS.carriers)) ||
      (is(heard, from - 1, CLASS.statements) && is(heard, token, CLASS.existentials | CLASS.statements)),
  );
}

/** From the first word of the option to the one that completes it. */
function anchorOf(hit: Hit, kinds: (token: number) => string): Anchor {
  const tokens = [...hit.content].sort((one, other) => one - other);
  const from = tokens[0] ?? 0;
  let to = from + 1;
  for (const token of tokens) {
    let gap = 0;
    for (let between = to; between < token; between++) if (kinds(between) === 'unknown') gap++;
    if (gap > 0 && (gap > WIDEST_GAP || missing(hit) > 0)) break;
    to = token + 1;
  }
  return { from, to };
}

/** So many words may stand within a name: "repeat my last order". */
const WIDEST_GAP = 2;

/** A question that is no polite wish: "does the suite have a balcony". */
function isAskedAbout(heard: Heard, start: number, { before }: Surroundings, own: ReadonlySet<number>): boolean {
  let at = start;
  while (is(heard, at, CLASS.courtesies | CLASS.hesitations | CLASS.boundaries) && !is(heard, at, CLASS.asking)) at++;
  if (is(heard, at, CLASS.asking)) return before;
  return heard.texts.length - at > 1 && !own.has(at) && is(heard, at, CLASS.questions);
}

function picked(
  heard: Heard,
  hit: Hit,
  anchor: Anchor,
  around: Surroundings,
  kinds: Kinds,
  rule: Rule | undefined,
): Decision | undefined {
  if (around.before || around.denied || around.inSentence) return WORDS;
  const isFull = missing(hit, true) === 0;
  const isWeak = !isFull && [...hit.content].every((token) => is(heard, token, CLASS.approvals | CLASS.hesitations));
  if (isWeak && heard.texts.some((_, token) => is(heard, token, CLASS.subjects))) return WORDS;
  if (!isFull && isModified(heard, anchor)) return WORDS;
  if (isOrdinalOfOther(heard, anchor, kinds) || (missing(hit) > 0 && isOtherNumber(heard, hit, kinds))) return WORDS;
  if (!isFull && around.behind && !around.apart) return WORDS;
  const isNumber = hit.label.items.some(({ key }, at) => hit.items.has(at) && key.startsWith('#'));
  const isOnlyNumber = hit.label.items.every(isNumberOrShared);
  if (isTakenBack(heard, anchor.to, kinds, isNumber && isOnlyNumber)) return WORDS;
  const { from, to } = restBehind(heard, anchor.to, kinds);
  const rest = asSaid(heard, from, to);
  return {
    kind: 'choose',
    index: hit.label.index,
    rule: rule ?? (hit.label.isSynonym ? 'synonym' : isFull ? (isNumber ? 'number' : 'label') : 'part'),
    confidence: (isFull ? 0.95 : 0.8) - (rest === '' ? 0 : 0.1),
    ...(rest !== '' && { rest }),
  };
}

/** "my check card" is no credit card. */
function isModified(heard: Heard, { from }: Anchor): boolean {
  return (
    is(heard, from - 1, CLASS.carriers) && !is(heard, from - 1, CLASS.light) && is(heard, from - 2, CLASS.determiners)
  );
}

/** "the second floor" is no second appointment. */
function isOrdinalOfOther(heard: Heard, { to }: Anchor, kinds: (token: number) => string): boolean {
  return (
    kinds(to) === 'unknown' &&
    to < heard.texts.length &&
    !is(heard, to, CLASS.approvals) &&
    heard.numerals.some((numeral) => numeral.ordinal && numeral.to === to)
  );
}

/** "two to four" is not "12 to 2". */
function isOtherNumber(heard: Heard, hit: Hit, kinds: (token: number) => string): boolean {
  return (
    hit.label.items.filter(({ key }) => key.startsWith('#')).length > 1 &&
    heard.numerals.some(({ from }) => kinds(from) === 'unknown')
  );
}

function tie(heard: Heard, { best }: Ranking, { before, behind, denied, hasNoun }: Surroundings, rule: Rule): Decision {
  // "somebody is in my room"
  const isStatement = heard.texts.some(
    (text, at) => at > 0 && is(heard, at, CLASS.being) && text !== 'be' && !is(heard, at - 1, CLASS.subjects),
  );
  if (before || behind || denied || hasNoun || isStatement) return WORDS;
  return { kind: 'which', indexes: best.map(({ label }) => label.index), rule };
}

/** Two options were named, and nothing tells which: both are asked about, unless one of them is part of what was added. */
function otherMention(
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

function bothOf({ label: one }: Hit, { label: other }: Hit, isJoined = false): Decision {
  const indexes = [one.index, other.index].sort((first, second) => first - second);
  return { kind: 'which', indexes, rule: 'both', ...(isJoined && { isJoined: true }) };
}

/** "lost or stolen, I couldn't say", "maybe a four maybe a five at night". */
function isLeftOpen(heard: Heard, { best }: Ranking, { content: other }: Hit, kinds: Kinds): boolean {
  const [winner, tied] = best;
  if (!winner || tied) return false;
  const one = winner.content;
  const isOwn = (token: number) =>
    one.has(token) || other.has(token) || kinds(token) !== 'unknown' || is(heard, token, CLASS.doubts);
  const [first = [], second = []] = [[...one].sort(ascending), [...other].sort(ascending)].sort(
    ([left = 0], [right = 0]) => left - right,
  );
  if (!range(0, first[0] ?? 0).every(isOwn)) return false;
  const from = (first.at(-1) ?? 0) + 1;
  const to = second[0] ?? 0;
  const end = (second.at(-1) ?? 0) + 1;
  const between = range(from, to);
  const isLinked =
    between.some((token) => is(heard, token, CLASS.doubts | CLASS.alternatives)) &&
    between.every((token) => is(heard, token, LINK));
  const tail = range(end, heard.texts.length);
  if (!isLinked || tail.some((token) => is(heard, token, CLASS.corrections | CLASS.boundaries))) return false;
  if (tail.some((token) => is(heard, token, CLASS.undecided))) return true;
  const unknown = tail.filter((token) => kinds(token) === 'unknown');
  return unknown.length <= MOST_ADDED && !tail.some((token) => is(heard, token, CLASS.questions | CLASS.subjects));
}

/** Between two options that are named as alternatives. */
const LINK =
  CLASS.doubts | CLASS.alternatives | CLASS.determiners | CLASS.hesitations | CLASS.nouns | CLASS.prepositions;

/** So many words more may follow alternatives. */
const MOST_ADDED = 1;

const ascending = (one: number, other: number) => one - other;

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function isJoined(heard: Heard, { content: one }: Hit, { content: other }: Hit): boolean {
  const tokens = [...one, ...other];
  return heard.texts.some(
    (_, at) => is(heard, at, CLASS.joiners) && tokens.some((token) => token < at) && tokens.some((token) => token > at),
  );
}

/** Options were only excluded: "anything but the suite". */
function excluded(heard: Heard, prepared: Prepared, evidence: Evidence, exclusion: Exclusion): Decision | undefined {
  const { spans } = exclusion;
  const out = excludedOptions(evidence, exclusion, true);
  const own = new Set<number>();
  for (const { from, to } of spans) for (let token = from; token < to; token++) own.add(token);
  const kinds = kindsOf(heard, prepared, own);
  const reason = reasonOf(heard, spans);
  const isPure = heard.texts.every(
    (_, token) => kinds(token) !== 'unknown' || token >= reason || is(heard, token, ADDED),
  );
  const isStatement = spans.some(({ from }) => is(heard, from - 1, CLASS.being) && !isProviso(heard, from - 3));
  const left = Array.from({ length: prepared.count }, (_, index) => index).filter((index) => !out.has(index));
  if (!isPure || isStatement || left.length === 0 || left.length > MOST_ASKED) return WORDS;
  const [last] = left;
  return left.length === 1 && last !== undefined
    ? { kind: 'choose', index: last, rule: 'negation', confidence: 0.7 }
    : { kind: 'which', indexes: left, rule: 'negation' };
}

/** Beside an exclusion, they exclude nothing else: "any but the roses today, you decide". */
const ADDED = CLASS.undecided | CLASS.approvals | CLASS.adverbs;

/** "as long as" in "as long as it isn't the suite". */
function isProviso(heard: Heard, token: number): boolean {
  return heard.fixed[token] === true && is(heard, token, CLASS.hesitations);
}

/** Where the sentence begins that says why something is excluded: "not the first, I'm not made of money". */
function reasonOf(heard: Heard, spans: Exclusion['spans']): number {
  const none = heard.texts.length;
  const isPlain = spans.every(({ from, to }) => {
    if (is(heard, from, CLASS.corrections)) return false;
    return range(from, to).every((token) => !is(heard, token, CLASS.subjects | CLASS.carriers | CLASS.pasts));
  });
  let at = spans.at(-1)?.to ?? none;
  while (is(heard, at, CLASS.hesitations | CLASS.courtesies)) at++;
  const isWish = range(at, none).some((token) => is(heard, token, CLASS.wishes));
  if (!isPlain || isWish || !is(heard, at, CLASS.subjects) || isAsking(heard, at, none)) return none;
  return is(heard, at + 1, CLASS.being | CLASS.statements) ? at : none;
}

/** No more options than these are asked back for. */
const MOST_ASKED = 3;
