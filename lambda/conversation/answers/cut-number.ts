import type { Decision } from './decision';
import { findEvidence } from './evidence';
import { type Heard, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';

/**
 * Whether the number of an option was cut out of more: "six thirty" is a time and no six, and "four or five" leaves open
 * which. What follows would be passed on without it, and mean nothing.
 */
export function isCutNumber(heard: Heard, decision: Decision, prepared: Prepared, lexicon: Lexicon): boolean {
  if (decision.kind !== 'choose' || decision.rest === undefined || !heard.isNumber.includes(true)) return false;
  for (const { label, content } of findEvidence(heard, prepared, lexicon).values()) {
    if (label.index !== decision.index) continue;
    for (const token of content) {
      const next = is(heard, token + 1, CLASS.alternatives) ? token + 2 : token + 1;
      if (heard.isNumber[token] && isOther(heard, token, next) && !content.has(next)) return true;
    }
  }
  return false;
}

/** "four four of us" stammers. */
function isOther({ isNumber, texts }: Heard, token: number, next: number): boolean {
  return isNumber[next] === true && texts[next] !== texts[token];
}
