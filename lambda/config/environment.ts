/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What one of several skills sets for itself. */
export interface SkillEnvironment {
  /** Letters, digits, `-`. */
  readonly name: string;
  /** Only what is set for this skill; what it shares with the others stands in the environment of the process. */
  readonly environment: Environment;
  /** The file that is told in errors. Default: `skills/<name>/.env`. */
  readonly from?: string;
  /** Why nothing could be read of it: what is told behind the file's name. */
  readonly fault?: string;
}

/** In the project's root: each folder in it is a skill. */
export const SKILLS_FOLDER = 'skills';

/** The folder of a skill, from the project's root. */
export function skillFolder(name: string): string {
  return `${SKILLS_FOLDER}/${name}`;
}

/** The file of a skill's settings, from the project's root. */
export function skillFile(name: string): string {
  return `${skillFolder(name)}/.env`;
}
