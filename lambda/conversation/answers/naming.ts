import { isAttribute } from './attribute';
import { byClause } from './clause';
import { type Anchor, kindsOf, type Surroundings, surroundings } from './context';
import type { Decision } from './decision';
import { type Ending, endingOf, isAsking, isContrasted } from './ending';
import { type Evidence, findEvidence, type Hit } from './evidence';
import { byExclusion, findExclusions, withoutExcluded } from './exclusion';
import { asSaid, type Heard, has, heardTokens, is, range } from './heard';
import type { Label } from './label';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { once } from './once';
import { openedWith } from './opening';
import { isHollow, isNumberOrShared, picked } from './picking';
import { quantitiesOf } from './quantities';
import { missing, rank } from './ranking';
import { bothNamed, leftOpen, listedOptions, otherMention, tie } from './several';
import { isSpokenOf } from './statement';
import { isEndOfStory } from './story';

const WORDS: Decision = { kind: 'words' };

/** What the words that options are named with mean; `undefined` where they name none. */
export function byName(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const evidence = findEvidence(heard, prepared, lexicon);
  if (evidence.size === 0) return undefined;
  const ending = once(() => endingOf(heard, evidence, (only) => plain(only, prepared, lexicon), lexicon));
  const decision =
    corrected(heard, prepared, lexicon, evidence, ending) ??
    contrasted(heard, prepared, lexicon, evidence, ending) ??
    endedOtherwise(heard, named(heard, prepared, lexicon, evidence, 0), ending);
  const bySentence = () => byClause(heard, prepared, evidence, (only) => plain(only, prepared, lexicon), lexicon);
  if (decision?.kind === 'which' && decision.rule === 'both') return bySentence() ?? decision;
  if (decision?.kind === 'choose' && decision.rest !== undefined)
    return laterThan(heard, evidence, decision, bySentence());
  const isUnclear = decision?.kind === 'words' || (decision?.kind === 'which' && decision.rule === 'correction');
  if (!isUnclear) return decision;
  return (
    concluded(heard, prepared, lexicon) ??
    toldBefore(heard, evidence, ending(), lexicon) ??
    endedOtherwise(heard, opened(heard, prepared, lexicon, evidence), ending) ??
    numbered(heard, prepared, lexicon) ??
    bySentence() ??
    decision
  );
}

/** "the suite is lovely but we never sit in, the double is plenty": another option is picked behind the first. */
function laterThan(
  heard: Heard,
  evidence: Evidence,
  first: Decision & { readonly kind: 'choose' },
  later: Decision | undefined,
): Decision {
  if (later?.kind === 'which' && later.rule === 'both') return later;
  if (later) return later.kind === 'choose' && later.index !== first.index ? later : first;
  // "the cat, oh silly me, it's the dog's turn": not plain which, so both are asked about
  const named = (hit: Hit) => (missing(hit) > 0 ? [] : [...hit.content]);
  const own = [...evidence.values()].filter(({ label }) => label.index === first.index).flatMap(named);
  const end = Math.max(...own);
  const turn = heard.texts.findIndex((_, at) => at > end && has(heard, at, MARK.pauses) && !is(heard, at, CLASS.light));
  const other = [...evidence.values()].find(
    (hit) => hit.label.index !== first.index && named(hit).some((at) => turn > 0 && at > turn),
  );
  if (!other || own.length === 0) return first;
  return { kind: 'which', indexes: [first.index, other.label.index].sort((a, b) => a - b), rule: 'both' };
}

/** Looked for where it may matter only: it costs as much as a decision. */
type LazyEnding = () => Ending | undefined;

/** "it's for my mum, the roses please": the option that a story comes to. */
function toldBefore(
  heard: Heard,
  evidence: Evidence,
  ending: Ending | undefined,
  lexicon: Lexicon,
): Decision | undefined {
  return ending && isEndOfStory(heard, evidence, ending, lexicon) ? ending.decision : undefined;
}

/** "fifteen, she was lovely, give her twenty": an option begins the utterance, and another ends it. Both are asked about. */
function endedOtherwise(heard: Heard, decision: Decision | undefined, endingIfAny: LazyEnding): Decision | undefined {
  const ending = decision?.kind === 'choose' && decision.rest !== undefined ? endingIfAny() : undefined;
  if (decision?.kind !== 'choose' || !ending) return decision;
  const { index, rule } = ending.decision;
  // "the leek but no mushroom", "teal though my wife likes rose"
  const isLeftOut = is(heard, ending.from - 1, CLASS.negators);
  const isConceded = range(0, ending.from).some((token) => has(heard, token, MARK.concessions));
  if (index === decision.index || rule === 'part' || isLeftOut || isConceded) return decision;
  return { kind: 'which', indexes: [decision.index, index].sort((one, other) => one - other), rule: 'both' };
}

function opened(heard: Heard, prepared: Prepared, lexicon: Lexicon, evidence: Evidence): Decision | undefined {
  const own = new Set([...evidence.values()].flatMap((hit) => [...hit.content, ...hit.light]));
  const content = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const kinds = kindsOf(heard, prepared, own);
  const decision = openedWith(heard, content, kinds, (only) => plain(only, prepared, lexicon), lexicon);
  if (decision?.kind !== 'choose') return decision;
  // "sunday we're at church, so saturday then, in the morning"
  const conclusion = heard.texts.findLastIndex((_, token) => is(heard, token, CLASS.conclusions));
  const isOther = [...evidence.values()].some(
    ({ label, content: own }) => label.index !== decision.index && [...own].some((token) => token > conclusion),
  );
  return conclusion > 0 && isOther ? undefined : decision;
}

/** "two for the last train", "three tickets for snow white": how many is the rest. */
function numbered(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { texts, words, wordOf } = heard;
  const areNumbers = prepared.labels.some(({ number, items }) => number !== undefined && items.every(isNumberOrShared));
  const counted = areNumbers || prepared.holdsTimes ? undefined : countedAtFirst(heard, lexicon);
  if (!counted) return undefined;
  const { from, link } = counted;
  const only = heardTokens(words, texts.slice(link + 1), wordOf.slice(link + 1), lexicon);
  const evidence = findEvidence(only, prepared, lexicon);
  const named = new Set([...evidence.values()].flatMap(({ content, light }) => [...content, ...light]));
  const isMore = only.texts.some((_, at) => !named.has(at) && !is(only, at, CLASS.determiners | CLASS.courtesies));
  const decision = plain(only, prepared, lexicon);
  if (isMore || decision?.kind !== 'choose' || decision.rest !== undefined || decision.rule === 'negation')
    return undefined;
  return { ...decision, confidence: 0.8, rest: asSaid(heard, from, link) };
}

/** What an answer begins to count, and the preposition before what it is of: "two for", "three tickets for", "a kilo of". */
function countedAtFirst(heard: Heard, lexicon: Lexicon): { readonly from: number; readonly link: number } | undefined {
  let from = 0;
  while (is(heard, from, CLASS.hesitations)) from++;
  const { partitive } = lexicon.language.positions;
  const quantity = quantitiesOf(heard.texts, heard.numerals, lexicon).find((one) => one.from >= from);
  const hasUnit = quantity?.readings.some(({ unit }) => unit) && partitive.includes(heard.texts[quantity.to] ?? '');
  if (quantity && hasUnit && isWrapped(heard, quantity.from)) return { from: quantity.from, link: quantity.to };
  const numeral = heard.numerals.find((one) => one.from === from && one.parts === 1 && !one.ordinal);
  if (!numeral || lexicon.units(heard.texts, numeral.to)) return undefined;
  const link = numeral.to + (is(heard, numeral.to, CLASS.prepositions) ? 0 : 1);
  return is(heard, link, CLASS.prepositions) ? { from, link } : undefined;
}

/** "I'd like"; but not "I've got". */
function isWrapped(heard: Heard, to: number): boolean {
  return range(0, to).every((at) => is(heard, at, FILLER) && !has(heard, at, MARK.existentials));
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
  evidence: Evidence,
  endingIfAny: LazyEnding,
): Decision | undefined {
  if (evidence.size === 1 && !heard.texts.some((_, token) => is(heard, token, CLASS.negators))) return undefined;
  const ending = endingIfAny();
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
  endingIfAny: LazyEnding,
): Decision | undefined {
  const content = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const negatives = new Set(
    [...evidence.values()].filter(({ label }) => label.negative).flatMap((hit) => [...hit.content, ...hit.light]),
  );
  const excludedTokens = findExclusions(heard, evidence, 0, lexicon.language.polarity.objects).tokens;
  let unclear: Decision | undefined;
  for (let at = heard.texts.length - 2; at > 0; at--) {
    if (!is(heard, at, CLASS.corrections) || content.has(at) || negatives.has(at)) continue;
    if (is(heard, at + 1, CLASS.corrections) || is(heard, at - 1, CLASS.boundaries)) continue;
    if (isNone(heard, at) || isOfOther(heard, at)) continue;
    const isBefore = [...content].some((token) => token < at && !excludedTokens.has(token));
    const isBehind = [...content].some((token) => token > at);
    if (!isBefore || !isBehind) continue;
    const tail = named(heard, prepared, lexicon, findEvidence(heard, prepared, lexicon, at + 1), at + 1);
    if (tail?.kind === 'choose' || tail?.kind === 'which') return { ...tail, rule: 'correction' };
    const ending = endingIfAny();
    if (ending && isEndOfCorrection(heard, at, ending)) return { ...ending.decision, rule: 'correction' };
    unclear ??= bothSides(evidence, at);
  }
  return unclear;
}

/** "there's no invoice": no change of mind. */
function isNone(heard: Heard, at: number): boolean {
  return (
    is(heard, at, CLASS.negators) &&
    (is(heard, at - 1, CLASS.being) || has(heard, at - 1, MARK.existentials)) &&
    !heard.fixed[at]
  );
}

/** "my son would rather": what somebody else wishes. */
function isOfOther(heard: Heard, at: number): boolean {
  const isWish = is(heard, at - 1, CLASS.statements) && !is(heard, at - 1, CLASS.being);
  return isWish && !has(heard, at - 2, MARK.speakers);
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
  const { spans, tokens } = exclusion;
  const ranking = rank(withoutExcluded(evidence, exclusion));
  const [winner] = ranking?.best ?? [];
  if (!ranking || !winner) return tokens.size > 0 ? byExclusion(heard, prepared, evidence, exclusion) : undefined;
  const own = new Set(ranking.best.flatMap((hit) => [...hit.content, ...hit.light]));
  for (const { from, to } of spans)
    if (!is(heard, from, CLASS.corrections) || spans.length > 1) for (const token of range(from, to)) own.add(token);
  for (let token = 0; token < start; token++) own.add(token);
  const kinds = kindsOf(heard, prepared, own);
  const anchor = anchorOf(winner, kinds);
  const around = surroundings(heard, anchor, kinds);
  if (isAskedAbout(heard, start, around, own) || isSupposed(heard, start)) return WORDS;
  const listed = listedOptions(heard, evidence, exclusion, kinds);
  if (listed > 0) return listed === prepared.count ? { kind: 'all' } : WORDS;
  const open = leftOpen(heard, ranking, kinds);
  if (open) return open;
  const isAlone = ranking.best.length === 1;
  const isOnlySpokenOf =
    isSpokenOf(heard, anchor, around, kinds, winner.label, prepared, language) ||
    isAttribute(heard, anchor, language) ||
    isHollow(heard, winner);
  if (isAlone && isOnlySpokenOf) return WORDS;
  const both = around.before ? undefined : otherMention(heard, prepared, ranking, around);
  if (both) return both;
  const rule = tokens.size > 0 ? 'negation' : undefined;
  const alone = isAlone ? picked(heard, winner, anchor, around, kinds, rule) : undefined;
  if (alone?.kind === 'choose' && alone.rest === undefined && rule === undefined) return bothNamed(ranking) ?? alone;
  return isAlone ? alone : tie(heard, ranking, around, rule ?? 'part');
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

/** "if I take the suite, can I come earlier": the option is only supposed, and something is asked. */
function isSupposed(heard: Heard, start: number): boolean {
  let at = start;
  while (is(heard, at, CLASS.hesitations) && !has(heard, at, MARK.conditions)) at++;
  return has(heard, at, MARK.conditions) && !heard.fixed[at] && isAsking(heard, at + 1, heard.texts.length);
}
