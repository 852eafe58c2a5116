import type { Seen } from './seen';

/** What came of a step. */
export interface Evidence {
  /** The requests that came while it lasted, the oldest first. */
  readonly seen: readonly Seen[];
  /** What the person has answered: yes or no; absent where nothing was asked. */
  readonly answer?: boolean;
  /** From the beginning of the step, or its request before, to the last request, in milliseconds. */
  readonly waitedMs: number;
}

export type Verdict = 'held' | 'differs' | 'unclear';

export interface Judgement {
  readonly verdict: Verdict;
  /** What was seen, without a word that anybody said. */
  readonly observed: string;
}

/** Something to try with an Echo, by which one fact is settled. */
export interface Step {
  /** Stable: findings and docs name it. */
  readonly id: string;
  readonly title: string;
  /** The key of what is said (says.json), or what is done where nothing is said. */
  readonly say?: string;
  readonly doing?: string;
  /** What is to come. */
  readonly expect: string;
  /** What we go by, and nobody could try. */
  readonly fact: string;
  /** Where that is from. */
  readonly source: string;
  /** What to change where it is otherwise. */
  readonly change: string;
  /** Whether a conversation has to be open (the Echo listens), or over. */
  readonly from: 'open' | 'closed' | 'any';
  /** How long something may take to come. */
  readonly seconds: number;
  /** Held back before the answer is sent, in milliseconds. */
  readonly holdMs?: number;
  /** Asked when the request has come. */
  readonly question?: string;
  /** Whether what came ends the wait. */
  fits(seen: Seen): boolean;
  /** Pure. */
  judge(evidence: Evidence): Judgement;
}
