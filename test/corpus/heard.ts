import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision, Offered } from '../../lambda/conversation/answers/decision';

/** What may come of an answer: an option, words for the bot, several to choose from, or the options once more. */
export type Wanted =
  | { readonly choose: number }
  | { readonly text: true }
  | { readonly tie: readonly number[] }
  | { readonly again: true }
  | { readonly more: true };

type Polar = { readonly yes: true } | { readonly no: true };

/** An answer to options, as somebody wrote it who knew nothing of the code. */
export interface HeardAnswer {
  readonly kind: string;
  readonly offered: Offered;
  readonly said: string;
  readonly wanted: readonly Wanted[];
  /** The yes or no that it may be, where the question is one of these. */
  readonly polar: readonly ('yes' | 'no')[];
}

interface Row {
  readonly kind: string;
  readonly question?: string;
  readonly options: readonly string[];
  readonly said: string;
  readonly want: Wanted | Polar;
  readonly accept?: readonly (Wanted | Polar)[];
}

/** The sets of such answers in a language. */
export function heardAnswers(
  language: string,
  corpus = __dirname,
): readonly { readonly name: string; readonly answers: readonly HeardAnswer[] }[] {
  const folder = join(corpus, 'heard', language);
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: file.replace('.jsonl', ''),
      answers: readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').map(answerOf),
    }));
}

function answerOf(line: string): HeardAnswer {
  const { kind, question, options, said, want, accept = [] } = JSON.parse(line) as Row;
  const offered = { labels: options, from: 0, to: options.length, ...(question && { question }) };
  const all = [want, ...accept];
  return {
    kind,
    offered,
    said,
    wanted: all.flatMap((one) => ('yes' in one || 'no' in one ? [] : [one])),
    polar: all.flatMap((one) => ('yes' in one ? ['yes'] : 'no' in one ? ['no'] : [])),
  };
}

/** `missed`: asked, listed or passed on where an option was meant; `wrong`: an option that was not meant; `kept`: from the bot. */
export type Verdict = 'right' | 'missed' | 'wrong' | 'kept';

export function verdictOf(decision: Decision, { wanted, offered }: HeardAnswer): Verdict {
  if (wanted.some((want) => isMet(decision, want, offered.labels.length))) return 'right';
  if (decision.kind === 'choose') return 'wrong';
  return wanted.some((want) => 'text' in want) ? 'kept' : 'missed';
}

function isMet(decision: Decision, want: Wanted, count: number): boolean {
  if ('choose' in want) return decision.kind === 'choose' && decision.index === want.choose;
  // Who wants none of them tells the bot so, too.
  if ('text' in want) return decision.kind === 'words' || decision.kind === 'none';
  if ('tie' in want) return isTie(decision, want.tie, count);
  return decision.kind === 'list' || decision.kind === 'more';
}

function isTie(decision: Decision, tie: readonly number[], count: number): boolean {
  const asked = decision.kind === 'which' ? decision.indexes : [];
  return asked.length === tie.length && tie.length <= count && tie.every((index) => asked.includes(index));
}
