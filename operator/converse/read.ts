import { readFileSync } from 'node:fs';
import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import { OperatorProblem } from '../problem';
import { type ConversationFields, conversationSchema } from './schema';

/** A conversation as a file has it. */
export interface Conversation extends ConversationFields {
  readonly file: string;
  /** Which document of the file it is, from 0. */
  readonly at: number;
  /** Its title, or where it stands. */
  readonly name: string;
  /** By step: the line that it begins on, from 1. */
  readonly lines: readonly number[];
}

/** A conversation file: one YAML document for each conversation, apart by `---`. */
export interface ConversationFile {
  readonly path: string;
  readonly documents: readonly Document[];
  readonly conversations: readonly Conversation[];
}

/**
 * Reads a conversation file.
 *
 * @throws OperatorProblem with a line for each fault: `file:line: what is wrong`
 */
export function readConversations(path: string): ConversationFile {
  const counter = new LineCounter();
  const documents = parseAllDocuments(textOf(path), { lineCounter: counter });
  if (!Array.isArray(documents)) return { path, documents: [], conversations: [] };
  const lineAt = (document: Document, names: readonly PropertyKey[]) => {
    for (let length = names.length; length >= 0; length--) {
      const node = document.getIn(names.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range) return counter.linePos(node.range[0] ?? 0).line;
    }
    return 1;
  };
  const problems: string[] = [];
  const conversations: Conversation[] = [];
  for (const [at, document] of documents.entries()) {
    for (const { pos, message } of document.errors) {
      problems.push(`${path}:${counter.linePos(pos[0]).line}: ${message.split('\n')[0]}`);
    }
    if (document.errors.length > 0) continue;
    const { data, error } = conversationSchema.safeParse(document.toJS());
    for (const { path: names, message } of error?.issues ?? []) {
      problems.push(`${path}:${lineAt(document, names)}: ${namesOf(names)}${message}`);
    }
    if (!data) continue;
    const lines = data.steps.map((_, step) => lineAt(document, ['steps', step]));
    conversations.push({ ...data, file: path, at, name: data.title ?? `${path}:${lines[0]}`, lines });
  }
  if (problems.length > 0) throw new OperatorProblem(problems);
  return { path, documents, conversations };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new OperatorProblem([`${path}: cannot be read`]);
  }
}

function namesOf(names: readonly PropertyKey[]): string {
  const last = names.at(-1);
  return typeof last === 'string' ? `${last}: ` : '';
}
