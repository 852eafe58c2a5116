import type { Decision } from './decision';
import { type Ending, isAsking } from './ending';
import { type Evidence, findEvidence, type Hit } from './evidence';
import { endOfName, findExclusions, isOfSpeaker } from './exclusion';
import { type Heard, has, holdsAny, is, range } from './heard';
import type { Label } from './label';
import { CLASS, type Lexicon, MARK } from './lexicon';
import { named } from './named';
import type { Prepared } from './offer';
import { behindAll } from './passing';
import { rank } from './ranking';

/** "the single no sorry the double": what follows the last change of mind, where an option stands on both of its sides. */
export function corrected(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  evidence: Evidence,
  endingIfAny: () => Ending | undefined,
): Decision | undefined {
  if (!holdsAny(heard, CLASS.corrections)) return undefined;
  const content = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const excludedTokens = findExclusions(heard, evidence, 0, lexicon.language.polarity.objects).tokens;
  let unclear: Decision | undefined;
  for (const at of range(0, heard.texts.length).reverse()) {
    if (!is(heard, at, CLASS.corrections) || content.has(at)) continue;
    if (is(heard, at + 1, CLASS.corrections) || is(heard, at - 1, CLASS.boundaries)) continue;
    if (isNone(heard, at) || isOfOther(heard, at)) continue;
    if (![...content].some((token) => token < at && !excludedTokens.has(token))) continue;
    const reasoned = beforeReason(heard, prepared, lexicon, evidence, at);
    if (reasoned) return reasoned;
    const ended = againstFirst(heard, evidence, at, endingIfAny);
    if (ended) return ended;
    const tail = named(heard, prepared, lexicon, findEvidence(heard, prepared, lexicon, at + 1), at + 1);
    if (tail?.kind === 'choose' || tail?.kind === 'which') return { ...tail, rule: 'correction' };
    const ending = endingIfAny();
    if (ending && isEndOfCorrection(heard, at, ending)) return { ...ending.decision, rule: 'correction' };
    unclear ??= bothSides(evidence, at);
  }
  return unclear;
}

/**
 * "water I mean trash, I already paid the water": the option right behind a change of mind, where a clause behind it tells
 * of nothing but the one that was taken back.
 */
function beforeReason(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  evidence: Evidence,
  mark: number,
): Decision | undefined {
  const from = behindAll(heard, mark + 1, CLASS.determiners | CLASS.hesitations);
  const isNamed = (token: number) => [...evidence.values()].some(({ content }) => content.has(token));
  const to = endOfName(from, evidence);
  const best = rank(findEvidence(heard, prepared, lexicon, from, to))?.best ?? [];
  const [only] = best;
  // "niamh, conor's grand"
  const isOther = isNamed(to) && is(heard, endOfName(to, evidence), CLASS.being | CLASS.statements);
  const isClause = isOther || is(heard, to, CLASS.subjects | CLASS.determiners);
  if (!only || best.length > 1 || !isClause) return undefined;
  const behind = range(to, heard.texts.length);
  const told = behind.filter(isNamed);
  const { index } = only.label;
  const isTakenBack = (token: number) =>
    [...evidence.values()].some(
      ({ label, content }) => label.index !== index && content.has(token) && [...content].some((one) => one < mark),
    );
  const isWish = behind.some((token) => is(heard, token, CLASS.wishes | CLASS.corrections | CLASS.asking));
  if (told.length === 0 || isWish || !told.every(isTakenBack)) return undefined;
  return { kind: 'choose', index, rule: 'correction', confidence: 0.8 };
}

/** "the office no the office is shut, home": the option that ends it, where the first is only told of in between. */
function againstFirst(
  heard: Heard,
  evidence: Evidence,
  mark: number,
  endingIfAny: () => Ending | undefined,
): Decision | undefined {
  const from = behindAll(heard, mark + 1, CLASS.determiners | CLASS.hesitations);
  const to = endOfName(from, evidence);
  if (!is(heard, to, CLASS.being | CLASS.statements)) return undefined;
  const ending = endingIfAny();
  if (!ending || isAsking(heard, mark + 1, ending.from)) return undefined;
  return { ...ending.decision, rule: 'correction' };
}

/** "there's no invoice", "I'm no good with apps": no change of mind. */
function isNone(heard: Heard, at: number): boolean {
  if (isOfSpeaker(heard, at)) return true;
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
