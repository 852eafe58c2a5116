/**
 * Marks within a speakable text: how a part of it is to be said. They are characters that no author's text holds here and
 * that are neither seen nor heard (Unicode's annotations), so that a text with marks is cut, joined and kept like any other;
 * `ssml.ts` makes elements of them.
 */

const BEGIN = '\ufff9';
const END = '\ufffb';
/** From an ASCII character to the tag character that stands for it. */
const HIDDEN = 0xe0000;

/** Finds the beginning of a mark, with its hidden name as the group, and the end of one. */
export const MARK = /\ufff9([\u{e0020}-\u{e007e}]{1,120})|\ufffb/gu;

/** Marks at the end of a text. */
export const ENDING_MARKS = /\ufffb+$/u;

/** A text under a mark. @param name of an element of `elements.ts`, in ASCII */
export function marked(name: string, text: string): string {
  const hidden = [...name].map((character) => String.fromCodePoint(HIDDEN + character.charCodeAt(0))).join('');
  return BEGIN + hidden + text + END;
}

/** The name in a mark as `MARK` finds it. */
export function markName(hidden: string): string {
  return [...hidden].map((character) => String.fromCharCode((character.codePointAt(0) ?? 0) - HIDDEN)).join('');
}

export function isMarked(text: string): boolean {
  return text.includes(BEGIN);
}

/** A text without marks: what is heard of it. */
export function withoutMarks(text: string): string {
  return isMarked(text) || text.includes(END) ? text.replace(MARK, '').replace(/[\ufff9\ufffb]/g, '') : text;
}

/** A part of a text: what stands under no mark, or all that stands under one. */
export interface MarkedPart {
  readonly name?: string;
  readonly text: string;
}

const PART = /\ufff9([\u{e0020}-\u{e007e}]{1,120})([^\ufff9\ufffb]*)\ufffb/gu;

/** The parts of a text in which no mark stands within another. */
export function markedParts(text: string): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let from = 0;
  for (const { 0: whole, 1: hidden = '', 2: inner = '', index } of text.matchAll(PART)) {
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ name: markName(hidden), text: inner });
    from = index + whole.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
