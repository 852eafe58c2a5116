import type { Decision, Offered } from '../../../../lambda/conversation/answers/decision';
import { written } from '../corpus';
import { english } from '../english';

/** What was said to an offer, and what may come of it: "Boxing", "which Yoga | Boxing", "Boxing + with a towel". */
export type Row = readonly [said: string, outcome: string];

export const offer = (labels: string, more: Partial<Offered> = {}): Offered => {
  const all = labels.split(' | ');
  return { labels: all, from: 0, to: all.length, ...more };
};

export const toldTo = (offered: Offered, rows: readonly Row[]): Row[] =>
  rows.map(([said]) => [said, written(english.decide(offered, said), offered)]);

/** An option with the rule that picked it, and how certain it is; of several the rule. */
export function ruled(decision: Decision): string {
  if (decision.kind === 'choose') return `${decision.index} ${decision.rule} ${decision.confidence}`;
  return decision.kind === 'which' ? `which ${decision.rule}` : decision.kind;
}
