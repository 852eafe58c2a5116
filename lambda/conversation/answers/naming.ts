import { byClause } from './clause';
import { kindsOf } from './context';
import { corrected } from './corrected';
import type { Decision } from './decision';
import { type Ending, endingOf, isContrasted } from './ending';
import { type Evidence, findEvidence, type Hit } from './evidence';
import { type Heard, has, holdsAny, is, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import { named, plain } from './named';
import { numbered } from './numbered';
import type { Prepared } from './offer';
import { once } from './once';
import { openedWith } from './opening';
import { missing, rank } from './ranking';
import { sharedOut } from './several';
import { isEndOfStory } from './story';

/** What the words that options are named with mean; `undefined` where they name none. */
export function byName(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const evidence = findEvidence(heard, prepared, lexicon);
  if (evidence.size === 0) return undefined;
  const ending = once(() => endingOf(heard, evidence, (only) => plain(only, prepared, lexicon), lexicon));
  const decision =
    sharedOut(heard, evidence) ??
    corrected(heard, prepared, lexicon, evidence, ending) ??
    contrasted(heard, prepared, lexicon, ending) ??
    endedOtherwise(heard, named(heard, prepared, lexicon, evidence, 0), ending);
  const bySentence = () => byClause(heard, prepared, evidence, (only) => plain(only, prepared, lexicon), lexicon);
  if (decision?.kind === 'which' && decision.rule === 'both') return bySentence() ?? decision;
  if (isMore(decision)) return laterThan(heard, evidence, decision, bySentence());
  const isUnclear = decision?.kind === 'words' || (decision?.kind === 'which' && decision.rule === 'correction');
  if (!isUnclear) return decision;
  const opening = () => {
    const found = endedOtherwise(heard, opened(heard, prepared, lexicon, evidence), ending);
    const later = isMore(found) ? bySentence() : undefined;
    return isMore(found) && later ? laterThan(heard, evidence, found, later) : found;
  };
  return (
    concluded(heard, prepared, lexicon) ??
    toldBefore(heard, evidence, ending()) ??
    opening() ??
    numbered(heard, prepared, lexicon) ??
    bySentence() ??
    decision
  );
}

/** An option, and something beyond it. */
function isMore(decision: Decision | undefined): decision is Decision & { readonly kind: 'choose' } {
  return decision?.kind === 'choose' && decision.rest !== undefined;
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
  return bothOf(first.index, other.label.index);
}

function bothOf(one: number, other: number): Decision {
  return { kind: 'which', indexes: [one, other].sort((before, behind) => before - behind), rule: 'both' };
}

/** Looked for where it may matter only: it costs as much as a decision. */
type LazyEnding = () => Ending | undefined;

/** "it's for my mum, the roses please": the option that a story comes to. */
function toldBefore(heard: Heard, evidence: Evidence, ending: Ending | undefined): Decision | undefined {
  return ending && isEndOfStory(heard, evidence, ending) ? ending.decision : undefined;
}

/** "fifteen, she was lovely, give her twenty": an option begins the utterance, and another ends it. Both are asked about. */
function endedOtherwise(heard: Heard, decision: Decision | undefined, endingIfAny: LazyEnding): Decision | undefined {
  const ending = isMore(decision) ? endingIfAny() : undefined;
  if (!isMore(decision) || !ending) return decision;
  const { index, rule } = ending.decision;
  // "the leek but no mushroom", "teal though my wife likes rose"
  const isLeftOut = is(heard, ending.from - 1, CLASS.negators);
  const isConceded = range(0, ending.from).some((token) => has(heard, token, MARK.concessions));
  if (index === decision.index || rule === 'part' || isLeftOut || isConceded) return decision;
  return bothOf(decision.index, index);
}

function opened(heard: Heard, prepared: Prepared, lexicon: Lexicon, evidence: Evidence): Decision | undefined {
  const content = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const kinds = kindsOf(heard, prepared, content);
  const decision = openedWith(heard, content, kinds, (only) => plain(only, prepared, lexicon), lexicon);
  if (decision?.kind !== 'choose') return decision;
  // "sunday we're at church, so saturday then, in the morning"
  const conclusion = heard.texts.findLastIndex((_, token) => is(heard, token, CLASS.conclusions));
  const isOther = [...evidence.values()].some(
    ({ label, content: own }) => label.index !== decision.index && [...own].some((token) => token > conclusion),
  );
  return conclusion > 0 && isOther ? undefined : decision;
}

/** "not the double if I can help it, the single": the option that the utterance comes to. */
function contrasted(heard: Heard, prepared: Prepared, lexicon: Lexicon, endingIfAny: LazyEnding): Decision | undefined {
  if (!holdsAny(heard, CONTRASTING)) return undefined;
  const ending = endingIfAny();
  if (!ending || !isContrasted(heard, prepared, lexicon, ending)) return undefined;
  return { ...ending.decision, rule: 'correction' };
}

/** Without any of these, nothing is put aside for what follows. */
const CONTRASTING = CLASS.negators | CLASS.conclusions | CLASS.contrasts | CLASS.comparisons | CLASS.settlements;

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
    if (decision?.kind !== 'choose') return undefined;
    const before = rank(findEvidence(heard, prepared, lexicon, 0, at))?.best ?? [];
    const isOther = before.length > 0 && !before.some(({ label }) => label.index === decision.index);
    return isSettled || (is(heard, at, CLASS.conclusions) && !isOther) ? decision : undefined;
  }
  return undefined;
}
