import type { SkillUsage } from './figures';
import type { Month } from './month';
import type { KeptAnswers } from './unmatched';

/** What a report is made of, whatever it is written as. */
interface Head {
  /** Counts the changes of these fields that a reader would notice. */
  readonly format: 1;
  /** Of numbers and words: `de-DE`. The codes of a report are the same in all. */
  readonly locale: string;
}

/** How the skills of a process were used in a month. */
export interface UsageReport extends Head {
  readonly kind: 'usage';
  readonly month: Month;
  readonly monthBefore: Month;
  /** The month is not over: what comes of it is not counted yet. */
  readonly isRunning: boolean;
  readonly skills: readonly SkillUsage[];
}

/** What was said and matched no option. */
export interface UnmatchedReport extends Head {
  readonly kind: 'unmatched';
  readonly skills: readonly KeptAnswers[];
}

export type Report = UsageReport | UnmatchedReport;
