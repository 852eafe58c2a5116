import { type Document, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { explain } from './explain';
import { createPositions } from './positions';
import { type Finding, inOrder, type Problem } from './problem';
import { BUSINESS_FILE, type BusinessFile } from './schema';

/** The content of a business file, or what is wrong with it: everything, in the order of its lines. */
export type ReadFile =
  | {
      readonly file: BusinessFile;
      /** Puts findings of later checks beside their lines. */
      readonly locate: (findings: readonly Finding[]) => readonly Problem[];
    }
  | { readonly problems: readonly Problem[] };

const NO_YAML = 'this is not YAML; mind the indentation, and put texts with ": " or "#" in quotes';
/** More references to other parts than anybody writes by hand. */
const MOST_ALIASES = 100;

/** Reads a business file: YAML 1.2, of which JSON is a part. */
export function readBusinessFile(text: string): ReadFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const broken = document.errors.map(({ code, message, pos: [start] }) => ({
    line: lines.linePos(start).line,
    path: '',
    message:
      code === 'DUPLICATE_KEY' ? 'this field stands above already: take one out' : `${firstLine(message)}: ${NO_YAML}`,
  }));
  if (broken.length > 0) return { problems: firstOfEach(inOrder(broken), ({ line }) => line) };
  const locate = createLocate(document, lines);
  const value = toValue(document);
  if (value === undefined) return { problems: [{ path: '', message: 'repeats itself too often: write it out' }] };
  const result = BUSINESS_FILE.safeParse(value, { reportInput: true });
  if (result.success) return { file: result.data, locate };
  const found = locate(result.error.issues.flatMap((issue) => explain(issue as z.core.$ZodIssue)));
  // What is of the wrong kind is too long as well, and the like.
  return { problems: firstOfEach(found, ({ path }) => path) };
}

function createLocate(document: Document, lines: LineCounter): (findings: readonly Finding[]) => readonly Problem[] {
  const lineOf = createPositions(document, lines);
  return (findings) =>
    inOrder(
      findings.map(({ path, ...finding }) => ({ line: lineOf(path), path: path.map(String).join('.'), ...finding })),
    );
}

/** One fault has many sides: the first that is found says what to do. */
function firstOfEach(problems: readonly Problem[], place: (problem: Problem) => unknown): readonly Problem[] {
  return problems.filter((problem, index) => problems.findIndex((other) => place(other) === place(problem)) === index);
}

/** An empty file says nothing, rather than null. `undefined` for one that would grow without end. */
function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {};
  } catch {
    return undefined;
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/[.:]$/, '') ?? text;
}
