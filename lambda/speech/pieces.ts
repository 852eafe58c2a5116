import { CLAUSE_MARKS, EAST_ASIAN_ENDS, SENTENCE_ENDS, SPACED_ENDS } from './sentence-marks';

/** So many characters are read in one step. */
export const LONGEST_PIECE = 3000;

/** The marks around a block of code, each at the beginning of a line. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/gm;
/** Where a text may be cut with the least harm, best first: behind these, and before what comes next. */
const CUTS: readonly RegExp[] = [
  // A blank line, and a line behind it that begins something of its own.
  /\n[ \t]*\n(?=\S)/g,
  // The end of a line that ends a sentence, as it may be one that an editor has wrapped.
  new RegExp(String.raw`[${SENTENCE_ENDS}${CLAUSE_MARKS}]["'”’“»」』）)]?[ \t]*\n(?=\S)`, 'g'),
  /\n(?=\S)/g,
  /(?=<(?:p|div|h[1-6]|ul|ol|li|table|tr|br)[\s/>])/gi,
  new RegExp(String.raw`[${SPACED_ENDS}]["'”’“»)]?\s(?=\S)|[${EAST_ASIAN_ENDS}][」』）]?`, 'g'),
  /\s(?=\S)/g,
  /[、，]/g,
];

/** What stands in a tag behind its name: there is no place to cut it in it. */
const ATTRIBUTES = /(?<=<[a-z][a-z0-9]{0,20})\s[^<>]*(?=>)/gi;

/**
 * A long text in pieces that can be read one after the other: together they are the text. It is cut between paragraphs where it
 * can be, never within a block of code, and within a tag or a sentence only where there is no other place.
 */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > LONGEST_PIECE) {
    const end = endOfPiece(text, from);
    pieces.push(text.slice(from, end));
    from = end;
  }
  if (from < text.length || pieces.length === 0) pieces.push(text.slice(from));
  return pieces;
}

function endOfPiece(text: string, from: number): number {
  const { cuttable, open } = withoutFences(text.slice(from, from + LONGEST_PIECE));
  if (open === undefined) return from + cutIn(cuttable);
  return open.at > 0 ? from + open.at : endOfFence(text, from, open.mark);
}

interface Fences {
  /** The text with its blocks of code blotted out: there is no place to cut it in them. */
  readonly cuttable: string;
  /** Where the block of code begins in whose midst the text ends, and with what. */
  readonly open?: { readonly at: number; readonly mark: string };
}

function withoutFences(text: string): Fences {
  let cuttable = '';
  let open: Fences['open'];
  for (const { index, 0: line, 1: mark = '' } of text.matchAll(FENCE)) {
    if (!open) {
      cuttable += text.slice(cuttable.length, index);
      open = { at: index, mark };
    } else if (mark.startsWith(open.mark)) {
      cuttable += 'x'.repeat(index + line.length - cuttable.length);
      open = undefined;
    }
  }
  return { cuttable: cuttable + text.slice(cuttable.length), ...(open && { open }) };
}

function endOfFence(text: string, from: number, mark: string): number {
  const close = new RegExp(`\\n {0,3}${mark}[^\\n]*(?:\\n|$)`, 'g');
  close.lastIndex = from + mark.length;
  return close.exec(text) ? close.lastIndex : text.length;
}

/** Where a text that goes on behind its end is cut, in its second half. */
function cutIn(text: string): number {
  const tag = text.lastIndexOf('<');
  const isInTag = tag > text.length / 2 && tag > text.lastIndexOf('>');
  const whole = (isInTag ? text.slice(0, tag) : text).replace(ATTRIBUTES, (within) => '/'.repeat(within.length));
  for (const pattern of CUTS) {
    const ends = [...whole.matchAll(pattern)].map(({ index, 0: end }) => index + end.length);
    const last = ends.at(-1) ?? 0;
    if (last > text.length / 2) return last;
  }
  // Never between the halves of a character.
  return /[\uD800-\uDBFF]$/.test(whole) ? whole.length - 1 : whole.length;
}
