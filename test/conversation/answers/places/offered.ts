import type { Decision, Offered } from '../../../../lambda/conversation/answers/decision';

/** All options of an offer, read out. */
export const offer = (labels: string, more: Partial<Offered> = {}): Offered => {
  const all = labels.split(' | ');
  return { labels: all, from: 0, to: all.length, ...more };
};

/** An option with the rule that picked it, and how certain it is; of several the rule. */
export function ruled(decision: Decision): string {
  if (decision.kind === 'choose') return `${decision.index} ${decision.rule} ${decision.confidence}`;
  return decision.kind === 'which' ? `which ${decision.rule}` : decision.kind;
}
