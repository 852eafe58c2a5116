import { isAttribute } from './attribute';
import { type Anchor, kindsOf, type Surroundings, surroundings } from './context';
import type { Decision } from './decision';
import { isAsking } from './ending';
import { type Evidence, findEvidence, type Hit } from './evidence';
import { byExclusion, findExclusions, withoutExcluded } from './exclusion';
import { type Heard, has, is, isObliging, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { isHollow, picked } from './picking';
import { missing, rank } from './ranking';
import { bothNamed, leftOpen, listedOptions, otherMention, tie } from './several';
import { isSpokenOf } from './statement';

const WORDS: Decision = { kind: 'words' };

/** The option that words name, from a token on. What stands before it counts for nothing. */
export function named(
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
  for (const token of range(0, start)) own.add(token);
  const kinds = kindsOf(heard, prepared, own);
  const anchor = anchorOf(heard, winner, kinds);
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
function anchorOf({ texts }: Heard, hit: Hit, kinds: (token: number) => string): Anchor {
  const tokens = range(0, texts.length).filter((token) => hit.content.has(token));
  const from = tokens[0] ?? 0;
  let to = from + 1;
  for (const token of tokens) {
    const gap = range(to, token).filter((between) => kinds(between) === 'unknown').length;
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
  // "has to be the fourteenth"
  const isQuestion = is(heard, at, CLASS.questions) && !isObliging(heard, at);
  return !own.has(at) && isQuestion;
}

/** "if I take the suite, can I come earlier": the option is only supposed, and something is asked. */
function isSupposed(heard: Heard, start: number): boolean {
  let at = start;
  while (is(heard, at, CLASS.hesitations) && !has(heard, at, MARK.conditions)) at++;
  return has(heard, at, MARK.conditions) && !heard.fixed[at] && isAsking(heard, at + 1, heard.texts.length);
}

/** By the words alone, without changes of mind. */
export function plain(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  return named(heard, prepared, lexicon, findEvidence(heard, prepared, lexicon), 0);
}
