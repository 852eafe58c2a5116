const LONGEST = 40;

/** What a module or a description is called: in webhooks' addresses, metrics and stored ids. */
export interface Named {
  readonly name: string;
  /** As the operator has written it. */
  readonly file: string;
}

/** Whether ALOUD_PLATFORM names a file rather than one of the platforms. */
export function isPath(value: string): boolean {
  return /^[./]/.test(value);
}

/**
 * The name of a platform that a file describes: that of the file, in letters, digits and `-`.
 *
 * @param taken names that mean something else
 */
export function namedBy(file: string, taken: readonly string[]): Named {
  const base = file.split('/').at(-1) ?? '';
  const name = base
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST);
  return { name: name === '' || taken.includes(name) ? `own-${name}`.replace(/-$/, '') : name, file };
}
