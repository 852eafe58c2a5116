import type { Seen } from './history';

/** What the system promises, as far as it can be seen from outside. */
export const RULES = [
  'utterance-lost',
  'utterance-doubled',
  'message-lost',
  'message-doubled',
  'foreign-word',
  'late',
  'server-error',
  'refused',
  'unanswered',
  'bad-answer',
  'crashed',
  'notified-twice',
  'notified-for-nothing',
  'amazon-violation',
] as const;

export type Rule = (typeof RULES)[number];

/** A promise that was broken, and what was seen of it. */
export interface Fault {
  readonly rule: Rule;
  readonly at: number;
  readonly what: string;
  readonly evidence: readonly Seen[];
}
