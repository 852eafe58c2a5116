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
/** Before each of the answers that a text offers to pick from. */
export const CHOICE = '\ufdd4';
/** Before each entry of a list without numbers. */
export const ENTRY = '\ufdd5';

/** Signals, and the edges of marks. */
const OURS = /[\ufdd0-\ufdef\ufff9-\ufffb]/g;

/** A text without the characters that mean something only here: its author's are none of ours. */
export function withoutSignals(text: string): string {
  return text.replace(OURS, '');
}
