import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import { safeParse } from 'zod/v4/core';
import { createPositions } from './positions';
import { type Finding, inOrder, type Problem } from './problem';
import { explainYaml } from './yaml-faults';

/** The content of a file that a person wrote, or what is wrong with it: everything, in the order of its lines. */
export type ReadYaml<T> =
  | {
      readonly value: T;
      /** Puts findings of later checks beside their lines. */
      readonly locate: (findings: readonly Finding[]) => readonly Problem[];
      /** What reads otherwise than its author may think. */
      readonly warnings: readonly Problem[];
    }
  | { readonly problems: readonly Problem[] };

/** What other encodings look like where UTF-8 is read. */
const NOT_UTF8 = /[\ufffd\0]/;
/** More references to other parts than anybody writes by hand. */
const MOST_ALIASES = 100;

/**
 * Reads a file by its schema: YAML 1.2, of which JSON is a part.
 *
 * @param explain what an issue of the schema means to whoever wrote the file
 */
export function readYaml<T>(
  text: string,
  schema: z.core.$ZodType<T>,
  explain: (issue: z.core.$ZodIssue) => readonly Finding[],
): ReadYaml<T> {
  if (NOT_UTF8.test(text)) return { problems: [{ path: '', message: 'is not written in UTF-8: save it as UTF-8' }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const broken = [
    ...document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      path: '',
      message: explainYaml(error),
    })),
    ...lostNames(document, lines),
  ];
  // One slip makes many lines unreadable: each kind of fault is told where it first is.
  if (broken.length > 0) return { problems: firstOfEach(firstOfEach(inOrder(broken), byLine), byMessage) };
  const locate = createLocate(document, lines);
  const value = toValue(document);
  if (value === undefined) return { problems: [{ path: '', message: 'repeats itself too often: write it out' }] };
  const result = safeParse(schema, value, { reportInput: true });
  if (result.success) return { value: result.data, locate, warnings: cutTexts(document, lines) };
  const found = locate(result.error.issues.flatMap((issue) => explain(issue)));
  // What is of the wrong kind is too long as well, and the like.
  return { problems: firstOfEach(found, ({ path }) => path) };
}

/** What an object of JavaScript has for itself under such a name: a part that is called so would be lost without a word. */
function lostNames(document: Document, lines: LineCounter): readonly Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Scalar(key, { value, range }) {
      if (key !== 'key' || value !== '__proto__' || !range) return;
      found.push({ line: lines.linePos(range[0]).line, path: '', message: 'nothing can be called __proto__' });
    },
  });
  return found;
}

/** Texts that end where a "#" stands: "the #1 in town". A comment of an author's own has a space behind it. */
function cutTexts(document: Document, lines: LineCounter): readonly Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Scalar(_key, { comment, range }) {
      if (typeof comment !== 'string' || !/^\S/.test(comment) || !range) return;
      const message = `the text ends before "#${comment.split(' ', 1)[0]}": put all of it in quotes`;
      found.push({ line: lines.linePos(range[0]).line, path: '', message, isWarning: true });
    },
  });
  return found;
}

function createLocate(document: Document, lines: LineCounter): (findings: readonly Finding[]) => readonly Problem[] {
  const lineOf = createPositions(document, lines);
  return (findings) =>
    inOrder(
      findings.map(({ path, ...finding }) => ({ line: lineOf(path), path: path.map(String).join('.'), ...finding })),
    );
}

const byLine = ({ line }: Problem) => line;
const byMessage = ({ message }: Problem) => message;

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
