import { markFor } from './elements';
import { BLOCKS, CELLS, LINES, STRIKES } from './html-elements';
import { marked } from './marks';
import { CODE, STRUCK, UNSTRUCK } from './signals';

/** Something a text links to. `words`: what the text calls it, possibly nothing. */
export interface Link {
  readonly url: string;
  readonly words: string;
}

/** What a text holds: paragraphs of lines, still in the author's characters, what it links to, and its blocks of code. */
export interface ParsedText {
  readonly paragraphs: readonly (readonly string[])[];
  readonly links: readonly Link[];
  readonly code: readonly string[];
}

/** Attributes of an element, by lower-case name. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Collects words into lines and lines into paragraphs, in the vocabulary of HTML. */
export interface TextBuilder {
  text(words: string): void;
  /** A line break of the source, which may only wrap a long line. */
  softBreak(): void;
  /** Code that is not spoken. */
  code(content: string): void;
  /** A URL that is not spoken. */
  link(url: string, words: string): void;
  open(tag: string, attributes?: Attributes): void;
  close(tag: string): void;
  /** Within struck text, which is not said. */
  readonly isStruck: boolean;
  finish(): ParsedText;
}

const STRUCK_STYLE = /line-through/i;

/** A line longer than this, without an end, was wrapped by its author's editor if it goes on in lower case. */
const LEAST_WRAPPED = 60;

export function createTextBuilder(): TextBuilder {
  const paragraphs: string[][] = [];
  const links: Link[] = [];
  const lists: { next?: number }[] = [];
  let lines: string[] = [];
  let line = createLine();
  let marker = '';
  let atSoftBreak = false;
  let atCell = false;
  const struck: string[] = [];
  const marks: { readonly tag: string; readonly name: string }[] = [];
  const code: string[] = [];
  let anchor: { url: string; words: string } | undefined;

  function endLine(): void {
    const text = line.text();
    if (text !== '') lines.push(text);
    line = createLine();
    atSoftBreak = false;
    atCell = false;
  }

  function endParagraph(): void {
    endLine();
    if (lines.length > 0) paragraphs.push(lines);
    lines = [];
  }

  function text(words: string): void {
    if (words.trim() === '') {
      line.add(words);
      return;
    }
    if (atSoftBreak && line.isWrapped && /^\s*\p{Ll}/u.test(words)) line.add(' ');
    else if (atSoftBreak) endLine();
    atSoftBreak = false;
    if (line.isBlank) line = createLine(marker);
    else if (atCell) line.separate();
    marker = '';
    atCell = false;
    line.add(inMarks(words));
    if (anchor) anchor.words += words;
  }

  /** Words as they are to be said: struck out, or as the innermost element says. */
  function inMarks(words: string): string {
    const mark = marks.at(-1);
    const shown = mark ? marked(mark.name, words) : words;
    return struck.length > 0 ? STRUCK + shown + UNSTRUCK : shown;
  }

  function openMark(tag: string, attributes: Attributes): void {
    if (STRIKES.has(tag) || STRUCK_STYLE.test(attributes.style ?? '')) struck.push(tag);
    const name = markFor(tag, attributes);
    if (name === undefined) return;
    if (tag === 'break') line.add(` ${marked(name, '')} `);
    else marks.push({ tag, name });
  }

  function closeMark(tag: string): void {
    if (struck.at(-1) === tag) struck.pop();
    const at = marks.findLastIndex((mark) => mark.tag === tag);
    if (at >= 0) marks.splice(at, 1);
  }

  function openItem(value: string | undefined): void {
    // The number of an item whose first word is in an item of its own.
    closeItem();
    const list = lists.at(-1);
    const number = value && /^\d{1,9}$/.test(value) ? value : list?.next;
    marker = number === undefined ? '' : `${number}. `;
    if (list?.next !== undefined) list.next += 1;
  }

  /** A number without anything behind it ("2026." on a line of its own) is all there is to say. */
  function closeItem(): void {
    if (marker !== '') lines.push(marker.trim());
    marker = '';
  }

  function edge(tag: string): void {
    const nestedList = lists.length > 0 && /^[ou]l$/.test(tag);
    if (BLOCKS.has(tag) && !nestedList) endParagraph();
    else if (LINES.has(tag) || nestedList) endLine();
  }

  return {
    text,
    softBreak() {
      atSoftBreak = true;
    },
    link(url, words) {
      links.push({ url, words });
    },
    code(content) {
      code.push(content);
      text(CODE);
    },
    open(tag, attributes = {}) {
      edge(tag);
      openMark(tag, attributes);
      if (tag === 'ol') lists.push({ next: Number.parseInt(attributes.start ?? '', 10) || 1 });
      else if (tag === 'ul') lists.push({});
      else if (tag === 'li') openItem(attributes.value);
      else if (tag === 'a' && attributes.href) anchor = { url: attributes.href, words: '' };
      else if (CELLS.has(tag)) atCell = true;
    },
    close(tag) {
      if (tag === 'li') closeItem();
      if (tag === 'ol' || tag === 'ul') lists.pop();
      closeMark(tag);
      edge(tag);
      if (tag === 'a' && anchor) {
        links.push(anchor);
        // A URL must not swallow the word that follows.
        if (anchor.words.includes('://')) line.add(' ');
        anchor = undefined;
      }
    },
    get isStruck() {
      return struck.length > 0;
    },
    finish() {
      endParagraph();
      return { paragraphs, links, code };
    },
  };
}

/** A line while words are added to it: each addition costs what it adds, however long the line is. */
function createLine(start = '') {
  const pieces: string[] = [];
  let length = 0;
  /** The last character that is no white space, and how many characters there are up to it. */
  let last = '';
  let filled = 0;

  function add(words: string): void {
    const end = words.trimEnd();
    if (end !== '') {
      last = end.at(-1) ?? '';
      filled = length + end.length;
    }
    length += words.length;
    pieces.push(words);
  }

  add(start);
  return {
    add,
    text: () => pieces.join('').trim(),
    get isBlank() {
      return last === '';
    },
    get isWrapped() {
      return filled > LEAST_WRAPPED && !/[.!?:;…]/.test(last);
    },
    /** Puts behind the words what stands between two cells. */
    separate(): void {
      while ((pieces.at(-1) ?? last).trim() === '') pieces.pop();
      pieces.push((pieces.pop() ?? '').trimEnd());
      length = filled;
      add(/[.,!?:;]/.test(last) ? ' ' : ', ');
    },
  };
}
