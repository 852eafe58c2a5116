/** Something that is wrong with a business file, or that its owner should know, and what to do about it. */
export interface Problem {
  /** Counted from 1; absent where the whole file is meant. */
  readonly line?: number;
  /** Such as `locales.en-GB.summary`; empty where the whole file is meant. */
  readonly path: string;
  readonly message: string;
  /** It works all the same. */
  readonly isWarning?: true;
}

/** What a check finds, before it is known in which line that stands. */
export interface Finding extends Omit<Problem, 'line' | 'path'> {
  readonly path: Path;
}

export type Path = readonly PropertyKey[];

/** `business.yaml:12: locales.en.summary: …`, as editors and terminals take it for a link. */
export function toLine(file: string, { line, path, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  // People count from 1.
  const field = path.replace(/\.(\d+)(?=\.|$)/g, (_, index) => `, entry ${Number(index) + 1}`);
  return path === '' ? `${place}: ${message}` : `${place}: ${field}: ${message}`;
}

/** Orders problems by their lines; each is told once. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
    .filter((problem) => {
      const key = toLine('', problem);
      return !seen.has(key) && seen.add(key);
    });
}
