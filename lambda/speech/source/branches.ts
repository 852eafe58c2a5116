import { BLANK } from '../signals';

/** Begins, parts and ends what a template says under a condition: `{{#if vip}}`, `{% else %}`, `{{/if}}`. */
const TAG =
  /\{\{\s*(?<handlebars>#(?:if|unless|ifEquals)\b|else\b|\/(?:if|unless|ifEquals)\b)[^{}]{0,300}\}\}|\{%-?\s*(?<liquid>(?:if|unless|elif|elsif|else|endif|endunless)\b)[^{}]{0,300}%\}/g;

/** Of a sentence, within what is left out. */
const ENDED = /[.!?](?:\s|\{)/;

interface Open {
  readonly from: number;
  /** Where it begins in what is said. */
  readonly at: number;
  hasOther: boolean;
  /** Of one that stood in it. */
  hasSentence: boolean;
}

/**
 * A text without what a template says in one of two cases, where it was not told which: of "We are open" and "We are closed"
 * one is false.
 */
export function withoutBranches(text: string): string {
  const open: Open[] = [];
  let said = '';
  let from = 0;
  for (const tag of text.matchAll(TAG)) {
    const name = tag.groups?.handlebars ?? tag.groups?.liquid ?? '';
    const end = tag.index + tag[0].length;
    if (/^el/.test(name)) {
      const branch = open.at(-1);
      if (branch) branch.hasOther = true;
    } else if (/^(?:\/|end)/.test(name)) {
      const branch = open.pop();
      if (!branch?.hasOther) continue;
      const before = (said + text.slice(from, branch.from)).slice(0, branch.at);
      const hasSentence = branch.hasSentence || ENDED.test(text.slice(Math.max(from, branch.from), end));
      const outer = open.at(-1);
      if (outer) outer.hasSentence ||= hasSentence;
      said = before + (hasSentence && !before.trimEnd().endsWith(':') ? ' ' : BLANK);
      from = end;
    } else open.push({ from: tag.index, at: said.length + tag.index - from, hasOther: false, hasSentence: false });
  }
  return said + text.slice(from);
}
