import { isAskedBefore, isUseAsked, isYesNoAsked } from './asked-of';
import { clauseBegin, isSubject } from './clause-bounds';
import { kindsOf } from './context';
import type { Decision, Rule } from './decision';
import type { Evidence } from './evidence';
import { findExclusions } from './exclusion';
import { asSaid, type Heard, has, is, range } from './heard';
import { isInquiry, isPolarQuestion } from './inquiry';
import type { Weights } from './language';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import { type Mention, mentionsIn } from './mention';
import { plain } from './named';
import type { Prepared } from './offer';
import { once } from './once';
import { restBehind } from './rest';
import { SIGNS, signOf } from './sign-names';
import { indexOf, isCountedName, signsAround } from './signs';

/** An option that is named, and how likely it is that it is meant, from 0 to 1. */
export interface Weighed {
  readonly index: number;
  readonly mention: Mention;
  readonly likelihood: number;
}

/** Weighs what stands around the options that are named in an utterance: each once, where it most likely is meant. */
export type Weigher = (heard: Heard, evidence: Evidence, prepared: Prepared) => readonly Weighed[];

/** @param weightsOf read when something is first weighed: what is said in a few words never is */
export function createWeigher(weightsOf: () => Weights, lexicon: Lexicon): Weigher {
  const known = once(() => tableOf(weightsOf()));
  return (heard, evidence, prepared) => {
    const { table, bias } = known();
    const mentions = mentionsOf(heard, evidence, prepared, lexicon);
    const best = new Map<number, Weighed>();
    for (const [at, mention] of mentions.entries()) {
      const index = indexOf(mention);
      if (index < 0) continue;
      let odds = bias;
      signsAround(heard, at, mentions, prepared, lexicon, (sign) => {
        odds += table[sign] ?? 0;
      });
      const likelihood = 1 / (1 + Math.exp(-odds));
      if (likelihood > (best.get(index)?.likelihood ?? -1)) best.set(index, { index, mention, likelihood });
    }
    return [...best.values()].sort((one, other) => other.likelihood - one.likelihood);
  };
}

/** The weight of each sign, by its number. */
function tableOf(weights: Weights): { readonly table: Float64Array; readonly bias: number } {
  const table = new Float64Array(SIGNS);
  for (const [place, named] of Object.entries(weights))
    for (const [name, weight] of Object.entries(named)) {
      const sign = signOf(place, name);
      if (sign >= 0) table[sign] = weight / 100;
    }
  return { table, bias: (weights.bias?.bias ?? 0) / 100 };
}

export function mentionsOf(heard: Heard, evidence: Evidence, prepared: Prepared, lexicon: Lexicon): readonly Mention[] {
  const exclusion = findExclusions(heard, evidence, 0, lexicon.language.polarity.objects);
  return mentionsIn(heard, evidence, exclusion, (only) => plain(only, prepared, lexicon), lexicon);
}

/** So likely is an option that nothing but its signs tells, that another one is not meant, and that the rules' own is. */
const TAKEN = 0.8;
const NOT_OTHER = 0.4;
const REFUSED = 0.4;
/** The same where no other option is named. */
const REFUSED_ALONE = 0.1;

/** Fewer words are understood by rules alone. */
const FEW = 4;

const WORDS: Decision = { kind: 'words' };

/**
 * What the rules decided, weighed: an option that they passed on as words, or asked about beside another, is taken where the
 * signs around it say that it is meant; one that they took is passed on where the signs speak against it.
 */
export function weighed(
  decision: Decision,
  heard: Heard,
  prepared: Prepared,
  weigher: Weigher,
  lexicon: Lexicon,
  said: () => Evidence,
): Decision {
  if (heard.texts.length <= FEW || !(isUndecided(decision, heard) || isDoubtful(decision))) return decision;
  const evidence = said();
  if (evidence.size === 0) return decision;
  const options = weigher(heard, evidence, prepared);
  if (decision.kind === 'choose') return isRefused(heard, decision, options, lexicon) ? WORDS : decision;
  const [first, second] = options;
  if (!first || first.likelihood < TAKEN || (second && second.likelihood > NOT_OTHER)) return decision;
  if (decision.kind === 'words' && !mayBeTaken(heard, first.mention, prepared)) return decision;
  return taken(heard, first, prepared);
}

/** Passed on as words, or asked about beside another. Of what is asked, and what is left open, nothing is taken. */
function isUndecided(decision: Decision, heard: Heard): boolean {
  if (decision.kind === 'words') return !isInquiry(heard) && !isPolarQuestion(heard);
  const isBoth = decision.kind === 'which' && (decision.rule === 'both' || decision.rule === 'correction');
  return isBoth && decision.isJoined !== true && !heard.texts.some((_, at) => has(heard, at, MARK.doubts));
}

/** Taken by words of its label, among other words. */
function isDoubtful(decision: Decision): boolean {
  return decision.kind === 'choose' && BY_WORDS.includes(decision.rule);
}

const BY_WORDS: readonly Rule[] = ['label', 'part', 'clause', 'outright', 'correction', 'number'];

function isRefused(
  heard: Heard,
  { index, rule, rest }: Extract<Decision, { readonly kind: 'choose' }>,
  options: readonly Weighed[],
  lexicon: Lexicon,
): boolean {
  const own = options.find((option) => option.index === index);
  if (!own) return false;
  if (isUseAsked(heard, own.mention, lexicon) || isAskedBefore(heard, own.mention)) return true;
  if (rule === 'number' && isYesNoAsked(heard)) return true;
  const isLikely = options.some(({ likelihood }) => likelihood > NOT_OTHER);
  // "the double because the suite is too dear": what only gives a reason was left out.
  const isOpening = rest === undefined && range(0, own.mention.from).every((at) => is(heard, at, FILLER));
  if (rule === 'label' && isOpening) return false;
  return own.likelihood < (isLikely ? REFUSED : REFUSED_ALONE);
}

/** Between the article of an option and its name. */
const BEFORE = CLASS.determiners | CLASS.light | CLASS.hesitations | CLASS.approvals | CLASS.nouns | CLASS.comparisons;

/** Numbers alone, and what is said in a few words, have rules of their own; and a number before an option would be lost. */
function mayBeTaken(heard: Heard, mention: Mention, prepared: Prepared): boolean {
  const { from, to } = mention;
  const isAlone = range(from, to).every((token) => heard.isNumber[token]) && !isCountedName(heard, mention, prepared);
  // "something intermediate size" of Full-size
  const isGeneral = !mention.isFull && range(from, to).every((at) => is(heard, at, CLASS.nouns | CLASS.light));
  // "carrot cake" of Apple cake
  const isEntire = prepared.labels.some(
    ({ index, items }) => index === indexOf(mention) && items.filter(({ content }) => content).length <= to - from,
  );
  const isNoun =
    heard.classes[from - 1] === 0 || (is(heard, from - 2, CLASS.determiners) && !is(heard, from - 1, BEFORE));
  const isOfOther = !isEntire && isNoun && !isCountedName(heard, mention, prepared);
  const isCondition = has(heard, clauseBegin(heard, from), MARK.conditions);
  // "on thursday I'm out"
  const isTimeOf = from === 1 && is(heard, 0, CLASS.prepositions) && isSubject(heard, to);
  return (
    !isCondition &&
    !isTimeOf &&
    !isAlone &&
    !isGeneral &&
    !isOfOther &&
    !range(0, from).some((token) => heard.isNumber[token])
  );
}

function taken(heard: Heard, { index, mention: { from, to }, likelihood }: Weighed, prepared: Prepared): Decision {
  const behind = restBehind(heard, to, kindsOf(heard, prepared, new Set(range(from, to))));
  const rest = asSaid(heard, behind.from, behind.to);
  return { kind: 'choose', index, rule: 'weighed', confidence: likelihood, ...(rest !== '' && { rest }) };
}
