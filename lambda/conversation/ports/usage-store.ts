/** Whose counts, and of when. */
export interface UsageScope {
  /** A month of UTC: `2026-11`. */
  readonly month: string;
  /** The skill's name among those of the process. */
  readonly skill: string;
}

/** Counts by their name, of at most 100 characters. */
export type Counts = Readonly<Record<string, number>>;

/** How long counts are kept: two years and the month that runs. */
export const USAGE_MS = 26 * 31 * 24 * 60 * 60_000;

/** How the skill is used, as bare numbers: for who reports on a month. */
export interface UsageStore {
  /** Adds to counts. Counts that were never added to are 0. */
  count(scope: UsageScope, counts: Counts): Promise<void>;
  counts(scope: UsageScope): Promise<Counts>;
}

/** What somebody said where options were open and none was picked. It tells of nobody who said it. */
export interface Unmatched {
  readonly said: string;
  /** The labels that were on offer. */
  readonly offered: readonly string[];
  /** It went to the bot as it was; or it was asked back what was meant. */
  readonly outcome: 'sent' | 'asked';
}

/** What was kept of a skill's unmatched answers. */
export interface KeptUnmatched {
  /** In no order. */
  readonly unmatched: readonly Unmatched[];
  /** How many there are besides that another secret sealed. */
  readonly sealed: number;
}

/** What could be matched with no option, sealed as Alexa's ids are: for who reports on it, where the operator wants it kept. */
export interface UnmatchedStore {
  /** Keeps them, each on its own, for some days (to the hour, never longer). */
  keepUnmatched(skill: string, unmatched: readonly Unmatched[], days: number): Promise<void>;
  unmatched(skill: string): Promise<KeptUnmatched>;
}
