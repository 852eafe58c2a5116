import type { PlatformName } from '../../lambda/platforms';
import type { LoggedRequest } from '../../simulator/platforms/vendor-server';
import type { Happened } from './hold';
import { isHeard, isPartHeard, type Wordings } from './pattern';
import type { Step } from './schema';

/** Something that did not come as a step has it. */
export interface Difference {
  /** The field of the step. */
  readonly what: string;
  readonly expected: string;
  readonly happened: string;
}

/**
 * Compares what came of a step with what the step has come.
 *
 * @throws OperatorProblem for a phrase that there is not: `{no-such-phrase}`
 */
export function differences(step: Step, happened: Happened, wordings: Wordings, platform?: PlatformName): Difference[] {
  const { heard, progress, reprompt, sent, card, called } = happened;
  const found: Difference[] = [];
  const differ = (what: string, expected: unknown, came: unknown) =>
    void found.push({ what, expected: shown(expected), happened: shown(came) });
  const all = (what: 'hear' | 'progress' | 'reprompt', came: string | undefined) => {
    for (const text of step[what] ?? []) if (!isHeard(text, came ?? '', wordings)) differ(what, text, came);
  };
  if (happened.impossible) differ('step', 'done', happened.impossible);
  if (happened.refused) differ('answer', 'one that Alexa takes', happened.refused);
  all('hear', heard);
  all('progress', progress.join(' '));
  all('reprompt', reprompt);
  for (const text of step['not-hear'] ?? []) {
    if (isPartHeard(text, heard ?? '', wordings)) differ('not-hear', `not: ${text}`, heard);
  }
  if (step.sent && sent && !isSame(step.sent, sent)) differ('sent', step.sent, sent);
  const call = platform && step.called?.[platform];
  if (call && !isCalled(call, called))
    differ('called', call, called && { call: called.operation, body: bodyOf(called) });
  const asked = step['asked-back'];
  if (asked !== undefined && asked !== happened.askedBack) differ('asked-back', asked, happened.askedBack);
  if (step.card === false && card !== undefined) differ('card', 'none', card);
  for (const text of step.card || []) if (!isPartHeard(text, card ?? '', wordings)) differ('card', text, card);
  if (isOverWrongly(step, happened)) differ('ends', step.ends ?? false, happened.isOver);
  if (step.within !== undefined && (happened.ms ?? 0) > step.within) {
    differ('within', `${step.within} ms`, `${Math.round(happened.ms ?? 0)} ms`);
  }
  if (step.answered !== undefined && step.answered !== happened.answered) {
    differ('answered', step.answered, happened.answered);
  }
  return found;
}

/** A session that ends where something is to be heard has to say so. */
function isOverWrongly(step: Step, { isOver }: Happened): boolean {
  return step.ends === undefined ? isOver && step.hear !== undefined : step.ends !== isOver;
}

/** What reaches the bot is compared as it is heard: `…` is any words. */
function isSame(expected: readonly string[], came: readonly string[]): boolean {
  const wordings = () => [];
  return expected.length === came.length && expected.every((text, at) => isHeard(text, came[at] ?? '', wordings));
}

function isCalled({ call, body }: { readonly call: string; readonly body: object }, made?: LoggedRequest): boolean {
  return made?.operation === call && holds(bodyOf(made), body);
}

function bodyOf({ body }: LoggedRequest): unknown {
  try {
    return JSON.parse(body || '{}');
  } catch {
    return body;
  }
}

/** Whether a value has all that a part of it has. */
function holds(value: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null || typeof value !== 'object' || value === null) return value === part;
  return Object.entries(part).every(([name, member]) =>
    holds((value as Readonly<Record<string, unknown>>)[name], member),
  );
}

function shown(value: unknown): string {
  if (value === undefined) return '(nothing)';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? '(nothing)' : value.join(' | ');
  return JSON.stringify(value);
}
