import type { Offered } from '../../../lambda/conversation/answers/decision';
import { written } from './corpus';
import { english } from './english';

/** What was said to an offer, and what comes of it: "Boxing", "which Yoga | Boxing", "Boxing + with a towel". */
export type Row = readonly [said: string, outcome: string];

/** What comes of each answer to an offer, in the form of the rows. */
export function outcomes(rows: readonly Row[], labels: readonly string[], question?: string): readonly Row[] {
  return toldTo({ labels, from: 0, to: labels.length, ...(question !== undefined && { question }) }, rows);
}

/** The same, of an offer of which not all was read out, or with synonyms. */
export function toldTo(offered: Offered, rows: readonly Row[]): readonly Row[] {
  return rows.map(([said]) => [said, written(english.decide(offered, said), offered)]);
}
