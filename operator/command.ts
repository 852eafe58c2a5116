import type { Environment } from '../lambda/config/environment';
import type { OwnSkill } from './own-skill';
import type { Screen } from './screen';

/** What a command is, as help, docs and the parser know it. What it does is in the entry of the same name. */
export interface CommandDefinition {
  readonly name: string;
  /** One line, for the list of all. */
  readonly summary: string;
  /** What else its own help says: what it writes, what leaves the machine. */
  readonly about: string;
  /** Its words without a name, as commander writes them: `<user>`, `[files...]`. */
  readonly words?: string;
  readonly options: readonly OptionDefinition[];
  /** What is typed behind `aloud`, and what that does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Hands all that it is given to another program, `--help` included. */
  readonly passesOn?: true;
}

/** An option, as commander writes it: `--store <place>`, `--json`. One may be given again where its type is a list. */
export interface OptionDefinition {
  readonly flags: string;
  readonly what: string;
  /** Each time it is given counts. */
  readonly repeats?: true;
  readonly choices?: readonly string[];
}

/** What a command is called with. */
export interface Call {
  readonly words: readonly string[];
  readonly options: CallOptions;
  /** Of the process; where `skill` is set, what that skill has of it and its own. */
  readonly env: Environment;
  readonly screen: Screen;
  /** Where settings, the business file and data are. What is Aloud's own is in `projectRoot()`, which is the same in a checkout alone. */
  readonly root: string;
  /** The one of several skills that it is about. */
  readonly skill?: OwnSkill;
}

/** By name, in camel case: `showWebhook`. Lists where an option repeats; `false` where `--no-…` was given. */
export type CallOptions = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** How a command ends. */
export const EXIT = {
  good: 0,
  /** It could not do its work, or found what has to be mended. */
  bad: 1,
  /** It was called wrongly. */
  usage: 2,
  /** There is nothing of what was named. */
  nothing: 3,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** What the entry of a command exports. */
export type Run = (call: Call) => Promise<Exit>;

/** The text of an option; `undefined` where it was not given. */
export function textOf(options: CallOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether an option without a value was given. */
export function isOn(options: CallOptions, name: string): boolean {
  return options[name] === true;
}

/** All values of an option that repeats. */
export function textsOf(options: CallOptions, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}
