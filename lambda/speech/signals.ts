/**
 * Characters that stand within a text, while it is read, for what only its language has words for. They are noncharacters:
 * Unicode keeps them for use within a program, and those of the author's are taken away first.
 */

/** Where a template was not filled in. */
export const BLANK = '\ufdd0';
/** Code that is not read out. */
export const CODE = '\ufdd1';
/** Around text that its author struck out. */
export const STRUCK = '\ufdd2';
export const UNSTRUCK = '\ufdd3';

const SIGNALS = /[\ufdd0-\ufdef]/g;

/** A text without any, as its author's are none. */
export function withoutSignals(text: string): string {
  return text.replace(SIGNALS, '');
}
