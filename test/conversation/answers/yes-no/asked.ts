import type { QuestionKind } from '../../../../lambda/conversation/answers/decision';
import { written } from '../corpus';
import { english } from '../english';

/** An answer to a question of ours, and the yes or no that all of it is. */
export type Row = readonly [said: string, answer: 'yes' | 'no' | undefined, question?: string];

/** What each answer is, in the form of the rows. */
export function answered(rows: readonly Row[], kind: QuestionKind = 'confirmation'): readonly Row[] {
  return rows.map(([said, , question]) => {
    const answer = english.yesNo(said, kind, question);
    return question === undefined ? [said, answer] : [said, answer, question];
  });
}

/** An answer to what a bot offers, and what comes of it: "Yes + who is this". */
export type Told = readonly [said: string, outcome: string];

/** What comes of each answer to the labels, in the form of the rows. */
export function told(rows: readonly Told[], labels: readonly string[] = ['Yes', 'No']): readonly Told[] {
  const offered = { labels, from: 0, to: labels.length };
  return rows.map(([said]) => [said, written(english.decide(offered, said), offered)]);
}
