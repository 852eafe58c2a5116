import { written } from '../corpus';
import { english } from '../english';

/** An answer, and what comes of it: "Tea + with milk". */
export type Row = readonly [said: string, outcome: string];

/** What comes of each answer to an offer, in the form of the rows. */
export function outcomes(rows: readonly Row[], labels: readonly string[], question?: string): readonly Row[] {
  const offered = { labels, from: 0, to: labels.length, ...(question !== undefined && { question }) };
  return rows.map(([said]) => [said, written(english.decide(offered, said), offered)]);
}
