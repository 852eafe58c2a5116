import type { Decision } from './decision';
import type { ByName } from './ending';
import type { Evidence, Hit } from './evidence';
import type { Exclusion } from './exclusion';
import { type Heard, heardTokens, is, range } from './heard';
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
  let end = 0;
  for (const from of range(0, heard.texts.length)) {
    if (from < end || !content.has(from)) continue;
    end = endOf(heard, from, content, light);
    const decision = aloneOf(heard, from, end, byName, lexicon);
    if (decision)
      mentions.push({ from, to: end, decision, isExcluded: excluded.has(from), isFull: isFull(decision, evidence) });
  }
  return mentions;
}

/** Where the words of options end that stand together from a token on: light ones may stand between. */
function endOf(heard: Heard, from: number, content: ReadonlySet<number>, light: ReadonlySet<number>): number {
  let next = from + 1;
  while (light.has(next) || is(heard, next, CLASS.determiners)) next++;
  return content.has(next) ? endOf(heard, next, content, light) : from + 1;
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
    label.items.every(({ content, shared, key }, at) => !content || shared || items.has(at) || key.startsWith('#')) &&
    label.items.some(({ content, shared, key }, at) => content && !shared && !key.startsWith('#') && items.has(at));
  return decision.rule !== 'part' || [...evidence.values()].some(isNamed);
}
