import type { Decision } from './decision';
import type { ByName } from './ending';
import type { Evidence, Hit } from './evidence';
import type { Exclusion } from './exclusion';
import { type Heard, heardTokens, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';

/** Words of options that stand together: the tokens [from, to), and what they would mean alone. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly decision: Extract<Decision, { readonly kind: 'choose' | 'which' }>;
  /** It stands behind a word that excludes it: "not the suite". */
  readonly isExcluded: boolean;
  /** All the words that only one option holds, if perhaps not its numbers: "gluten free" of Gluten free (+$2). */
  readonly isFull: boolean;
}

/** Where an utterance names options, in the order said. Words that could be wrapping as well name none. */
export function mentionsIn(
  heard: Heard,
  evidence: Evidence,
  { tokens: excluded }: Exclusion,
  byName: ByName,
  lexicon: Lexicon,
): readonly Mention[] {
  const content = new Set([...evidence.values()].flatMap((hit) => [...hit.content]));
  const light = new Set([...evidence.values()].flatMap((hit) => [...hit.light]));
  const mentions: Mention[] = [];
  for (let from = 0; from < heard.texts.length; from++) {
    if (!content.has(from)) continue;
    const to = endOf(heard, from, content, light);
    const decision = aloneOf(heard, from, to, byName, lexicon);
    if (decision)
      mentions.push({ from, to, decision, isExcluded: excluded.has(from), isFull: isFull(decision, evidence) });
    from = to - 1;
  }
  return mentions;
}

function endOf(heard: Heard, from: number, content: ReadonlySet<number>, light: ReadonlySet<number>): number {
  let to = from + 1;
  for (;;) {
    let next = to;
    while (light.has(next) || is(heard, next, CLASS.determiners)) next++;
    if (!content.has(next)) return to;
    to = next + 1;
  }
}

/** A part of a label that is nothing but a word of approval or of the wrapping means none: "pay" of Apple Pay. */
function aloneOf(
  { texts, words, wordOf }: Heard,
  from: number,
  to: number,
  byName: ByName,
  lexicon: Lexicon,
): Mention['decision'] | undefined {
  const only = heardTokens(words, texts.slice(from, to), wordOf.slice(from, to), lexicon);
  const decision = byName(only);
  if (decision?.kind === 'which') return decision.rule === 'part' ? decision : undefined;
  if (decision?.kind !== 'choose' || decision.rest !== undefined || decision.rule === 'negation') return undefined;
  const isWeak = only.texts.every((_, at) => is(only, at, CLASS.approvals | CLASS.hesitations | CLASS.carriers));
  return isWeak && decision.rule === 'part' ? undefined : decision;
}

function isFull(decision: Mention['decision'], evidence: Evidence): boolean {
  if (decision.kind !== 'choose') return false;
  const isNamed = ({ label, items }: Hit) =>
    label.index === decision.index &&
    items.size > 0 &&
    label.items.every(({ content, shared, key }, at) => !content || shared || items.has(at) || key.startsWith('#')) &&
    label.items.some(({ content, shared, key }, at) => content && !shared && !key.startsWith('#') && items.has(at));
  return decision.rule !== 'part' || [...evidence.values()].some(isNamed);
}
