/** `not checked`: nobody can tell from here, or was not asked to. */
export type Outcome = 'good' | 'warning' | 'bad' | 'not checked';

/** One thing that was looked at. */
export interface Finding {
  /** Stable: `settings.name`. docs/doctor.md lists them. */
  readonly id: string;
  readonly outcome: Outcome;
  /** One line: what is so. Never a secret in it. */
  readonly what: string;
  /** One line: the command that mends it, or what to change. */
  readonly remedy?: string;
}

type Told = (id: string, what: string, remedy: string) => Finding;

export const bad: Told = (id, what, remedy) => ({ id, outcome: 'bad', what, remedy });

/** It works, but hardly as it was meant. */
export const warning: Told = (id, what, remedy) => ({ id, outcome: 'warning', what, remedy });

export function good(id: string, what: string): Finding {
  return { id, outcome: 'good', what };
}

export function unchecked(id: string, what: string, remedy?: string): Finding {
  return { id, outcome: 'not checked', what, ...(remedy !== undefined && { remedy }) };
}
