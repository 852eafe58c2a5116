import { bothOf, isLeftOpen, otherMention } from './alternatives';
import { isAttribute } from './attribute';
import { type Anchor, type Kinds, kindsOf, restBehind, type Surroundings, surroundings } from './context';
import type { Decision, Rule } from './decision';
import { type Evidence, findEvidence, type Hit } from './evidence';
import { findExclusions, withoutExcluded } from './exclusion';
import { asSaid, type Heard, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Label, Prepared } from './offer';
import { missing, type Ranking, rank } from './ranking';
import { isLack, remaining } from './remainder';
import { isSpokenOf, isTakenBack } from './statement';

const WORDS: Decision = { kind: 'words' };

/** By the words alone, without changes of mind. */
export function plain(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  return named(heard, prepared, lexicon, findEvidence(heard, prepared, lexicon), 0);
}

/** What the words of options from a token on mean, without changes of mind. */
export function named(
  heard: Heard,
  prepared: Prepared,
  { language }: Lexicon,
  evidence: Evidence,
  start: number,
): Decision | undefined {
  const exclusion = findExclusions(heard, evidence, start, language.polarity.objects);
  const ranking = rank(withoutExcluded(evidence, exclusion));
  if (!ranking && exclusion.spans.some((span) => isLack(heard, span))) return WORDS;
  if (!ranking) return exclusion.tokens.size > 0 ? remaining(heard, prepared, evidence, exclusion) : undefined;
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

export function isNumberOrShared({ key, content, shared }: Label['items'][number]): boolean {
  return !content || shared || key.startsWith('#');
}
