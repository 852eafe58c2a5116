import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Decision, type Offered, RULES } from '../../../lambda/conversation/answers/decision';

const FOLDER = join(__dirname, '../../corpus');

/** One answer of the corpus to options that were all read out, and what may come of it. */
export interface Line {
  readonly title: string;
  readonly offered: Offered;
  readonly said: string;
  readonly outcomes: readonly string[];
}

/** The files of answers in a language, by topic. */
export function answerFiles(
  language: string,
  corpus = FOLDER,
): readonly { readonly topic: string; readonly lines: readonly Line[] }[] {
  const folder = join(corpus, 'answers', language);
  return readdirSync(folder)
    .sort()
    .map((name) => ({ topic: name.replace('.txt', ''), lines: linesOf(readFileSync(join(folder, name), 'utf8')) }));
}

function linesOf(text: string): Line[] {
  let title = '';
  let question: string | undefined;
  let offered: Offered = { labels: [], from: 0, to: 0 };
  return text.split('\n').flatMap((row) => {
    if (row.startsWith('# ')) {
      title = row.slice(2);
      question = undefined;
    } else if (row.startsWith('bot: ')) question = row.slice(5);
    else if (row.startsWith('offer: ')) {
      const labels = row.slice(7).split(' | ');
      offered = { labels, from: 0, to: labels.length, ...(question && { question }) };
    }
    const [said, outcome] = row.split(' -> ');
    return said && outcome ? [{ title, offered, said, outcomes: [outcome, ...outcome.split(' or ')] }] : [];
  });
}

/** A decision as the corpus writes it: "Suite + with a view", "which Blue | Light blue". */
export function written(decision: Decision, { labels }: Offered): string {
  switch (decision.kind) {
    case 'choose':
      return `${labels[decision.index]}${decision.rest === undefined ? '' : ` + ${decision.rest}`}`;
    case 'which':
      return `which ${decision.indexes.map((index) => labels[index]).join(' | ')}`;
    case 'confirm':
      return `confirm ${labels[decision.index]}`;
    case 'list':
    case 'more':
    case 'none':
    case 'all':
    case 'words':
      return decision.kind;
  }
}

/** The rules of decisions that are none of those which operators count. */
export function unknownRules(decisions: readonly Decision[]): readonly string[] {
  return decisions.flatMap((one) => ('rule' in one && !RULES.includes(one.rule) ? [one.rule] : []));
}

/** The rows of a table of the corpus, without its head. */
export function table(path: string): string[][] {
  const rows = readFileSync(join(FOLDER, path), 'utf8').trimEnd().split('\n').slice(1);
  return rows.map((row) => row.split('\t'));
}
