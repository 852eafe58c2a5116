import type { Subject } from './subject';

/** `error`: Amazon rejects it. `warning`: she may, or it works badly. `question`: a person has to look. */
export type Severity = 'error' | 'warning' | 'question';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'question'];

/** What rules look at: an id begins with the name of its group. */
export const GROUPS = {
  PACKAGE: 'The files of the package',
  MANIFEST: 'The manifest, and what the store shows',
  ICONS: 'The icons',
  MODEL: 'The interaction models',
  PHRASES: 'The example phrases',
  NAMES: 'Names',
  PRIVACY: 'Privacy and disclosure',
  TEMPLATE: 'What is still of the template',
  SESSION: 'Sessions: who has the word',
  VOICE: 'What is heard',
  SCREEN: 'Cards and screens',
  BOT: 'What the bot says',
  SECURITY: 'Requests that are not of Alexa',
} as const;

export type Group = keyof typeof GROUPS;

/** What a rule has found, and where. */
export interface Spot {
  /** Of the package. */
  readonly file?: string;
  readonly locale?: string;
  /** A path in the file, an intent, or what was said. */
  readonly at?: string;
  readonly what: string;
}

export interface Rule {
  /** Stable: what looks at reports goes by it. */
  readonly id: `${Group}-${string}`;
  readonly severity: Severity;
  /** What it finds, for the docs. */
  readonly finds: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Where Amazon, or somebody whom she rejected, says so. */
  readonly source: string;
  /** Asked of every skill, as nothing in it could tell. */
  readonly asksAlways?: true;
  /** It looks at conversations with the skill. */
  readonly needsTalk?: true;
  /** Pure: the same for the same subject. */
  readonly look: (subject: Subject) => readonly Spot[];
}

export interface Finding extends Spot {
  readonly id: Rule['id'];
  readonly severity: Severity;
  readonly remedy: string;
  readonly source: string;
}

export function groupOf({ id }: Pick<Rule, 'id'>): Group {
  return id.slice(0, id.indexOf('-')) as Group;
}
