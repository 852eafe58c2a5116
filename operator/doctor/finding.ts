import type { FindingId } from './ids';

/** `not checked`: nobody can tell from here, or was not asked to. */
export type Outcome = 'good' | 'warning' | 'bad' | 'not checked';

/** One thing that was looked at. */
export interface Finding {
  /** Such as `settings.name`. */
  readonly id: FindingId;
  readonly outcome: Outcome;
  /** One line: what is so. Never a secret in it. */
  readonly what: string;
  /** One line: the command that mends it, or what to change. */
  readonly remedy?: string;
  /** The one of several that it is of. */
  readonly skill?: string;
}

type Told = (id: FindingId, what: string, remedy: string) => Finding;

export const bad: Told = (id, what, remedy) => ({ id, outcome: 'bad', what, remedy });

/** It works, but hardly as it was meant. */
export const warning: Told = (id, what, remedy) => ({ id, outcome: 'warning', what, remedy });

export function good(id: FindingId, what: string): Finding {
  return { id, outcome: 'good', what };
}

export function unchecked(id: FindingId, what: string, remedy?: string): Finding {
  return { id, outcome: 'not checked', what, ...(remedy !== undefined && { remedy }) };
}
