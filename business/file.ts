import { explain } from './explain';
import type { Finding, Problem } from './problem';
import { readYaml } from './read-yaml';
import { BUSINESS_FILE, type BusinessFile } from './schema';

/** The content of a business file, or what is wrong with it: everything, in the order of its lines. */
export type ReadFile =
  | {
      readonly file: BusinessFile;
      /** Puts findings of later checks beside their lines. */
      readonly locate: (findings: readonly Finding[]) => readonly Problem[];
      /** What reads otherwise than its author may think. */
      readonly warnings: readonly Problem[];
    }
  | { readonly problems: readonly Problem[] };

/** Reads a business file. */
export function readBusinessFile(text: string): ReadFile {
  const read = readYaml(text, BUSINESS_FILE, (issue) => explain(issue));
  if ('problems' in read) return read;
  const { value: file, locate, warnings } = read;
  return { file, locate, warnings };
}
