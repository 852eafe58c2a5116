import type { Span } from './clause-bounds';
import { kindsOf } from './context';
import type { Decision } from './decision';
import { type Evidence, findEvidence } from './evidence';
import { findExclusions } from './exclusion';
import { asSaid, type Heard, range } from './heard';
import { isInquiry, isPolarQuestion } from './inquiry';
import type { Label } from './label';
import { CLASS, classOf, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { isDeniedBefore, isFactOf, isMentionOnly, isToldOf } from './outright-clause';
import { restBehind } from './rest';

/**
 * An option whose whole label stands in the utterance word for word, and no other is named: it is meant, whatever is said
 * around it, unless something shows that it is not. That is a question, and a clause of it that denies, tells what was or is
 * so, or makes the words a part of another thing.
 */
export function byOutrightName(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const spans = namesIn(heard, prepared, lexicon);
  const span = spans.at(-1);
  if (!span || spans.some(({ index }) => index !== span.index)) return undefined;
  const evidence = findEvidence(heard, prepared, lexicon);
  const { tokens: excluded } = findExclusions(heard, evidence, 0, lexicon.language.polarity.objects);
  if (excluded.size > 0 || isOtherNamed(span.index, spans, evidence) || isInquiry(heard)) return undefined;
  if (isMentionOnly(heard, span, prepared, lexicon)) return undefined;
  const kinds = kindsOf(heard, prepared, new Set(range(span.from, span.to)));
  const { from, to } = restBehind(heard, span.to, kinds);
  const rest = asSaid(heard, from, to);
  return {
    kind: 'choose',
    index: span.index,
    rule: 'outright',
    confidence: LIKELY,
    ...(rest !== '' && { rest }),
  };
}

const LIKELY = 0.6;

/** Whether an option was only spoken of that was picked by its whole label, and more was told: "my rosemary never flowers". */
export function isOnlyMentioned(heard: Heard, decision: Decision, prepared: Prepared, lexicon: Lexicon): boolean {
  if (decision.kind !== 'choose' || !BY_LABEL.includes(decision.rule)) return false;
  if (decision.rest === undefined && isPolarQuestion(heard)) return true;
  const [span, ...others] = namesIn(heard, prepared, lexicon);
  if (span?.index !== decision.index || others.length > 0) return false;
  if (isDeniedBefore(heard, span) || (decision.rest !== undefined && isToldOf(heard, span, lexicon))) return true;
  return !prepared.isMatter && isFactOf(heard, span, lexicon);
}

const BY_LABEL: readonly string[] = ['label', 'clause'];

/** Where whole labels stand; of two that overlap the longer one. */
export function namesIn(heard: Heard, prepared: Prepared, lexicon: Lexicon): readonly Span[] {
  const all = prepared.labels.flatMap((label) =>
    placesOf(label, heard)
      .filter(() => isTelling(label, prepared, lexicon))
      .map((from) => ({ index: label.index, from, to: from + label.items.length })),
  );
  const isWithin = (one: Span, other: Span) =>
    other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
  return all.filter((one) => !all.some((other) => isWithin(one, other))).sort((one, other) => one.from - other.from);
}

/** Where a label begins that stands there word for word. */
function placesOf({ items }: Label, heard: Heard): readonly number[] {
  const isAt = (from: number) => items.every(({ text }, at) => heard.texts[from + at] === text);
  return range(0, heard.texts.length).filter((from) => isAt(from) && !isSetPhrase(heard, from));
}

/** No number, no synonym, and no word that is said around anything: "Other", "Yes", "Okay". */
function isTelling({ items, isSynonym, polarity }: Label, { asked }: Prepared, { classes }: Lexicon): boolean {
  return (
    !isSynonym &&
    polarity === undefined &&
    items.every(({ key }) => !key.startsWith('#')) &&
    items.some(
      ({ text, content }) =>
        content && text.length > SHORTEST && !asked.has(text) && (classOf(text, classes) & AROUND) === 0,
    )
  );
}

const SHORTEST = 2;
const AROUND =
  CLASS.carriers | CLASS.approvals | CLASS.courtesies | CLASS.hesitations | CLASS.negators | CLASS.absences;

/** "good morning". */
function isSetPhrase(heard: Heard, from: number): boolean {
  return heard.fixed[from] === true;
}

/** A word of another option was said, too. */
function isOtherNamed(index: number, spans: readonly Span[], evidence: Evidence): boolean {
  const own = new Set(spans.flatMap(({ from, to }) => range(from, to)));
  return [...evidence.values()].some(
    ({ label, content }) => label.index !== index && [...content].some((token) => !own.has(token)),
  );
}
