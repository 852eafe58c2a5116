import { BLOCKS, CELLS, LINES } from './html-elements';
import { CODE, ENTRY } from './signals';
import { createTextLists } from './text-lists';
import { type Attributes, createTextMarks } from './text-marks';
import { createParagraphs } from './text-paragraphs';
import { createTextTables } from './text-tables';

/** Something a text links to. `words`: what the text calls it, possibly nothing. */
export interface Link {
  readonly url: string;
  readonly words: string;
}

/** What a text holds: paragraphs of lines, still in the author's characters, what it links to, its pictures, and its blocks of code. */
export interface ParsedText {
  readonly paragraphs: readonly (readonly string[])[];
  /** Those of the lines that are entries of a list without numbers. */
  readonly entries: ReadonlySet<string>;
  readonly links: readonly Link[];
  readonly images: readonly Link[];
  readonly code: readonly string[];
}

/** Collects words into lines and lines into paragraphs, in the vocabulary of HTML. */
export interface TextBuilder {
  text(words: string): void;
  /** A line break of the source, which may only wrap a long line. */
  softBreak(): void;
  /** Code that is not spoken. */
  code(content: string): void;
  /** What a picture shows, in words: said unless the text says so itself. */
  picture(words: string): void;
  /** The address of a picture, and the words for it, if any are to be said. */
  image(url: string, words: string): void;
  /** A URL that is not spoken. */
  link(url: string, words: string): void;
  open(tag: string, attributes?: Attributes): void;
  close(tag: string): void;
  /** Within struck text, which is not said. */
  isStruck(): boolean;
  finish(): ParsedText;
}

export function createTextBuilder(): TextBuilder {
  const written = createParagraphs();
  const lists = createTextLists();
  const marks = createTextMarks();
  const tables = createTextTables();
  const links = createLinks();
  const images: Link[] = [];
  const code: string[] = [];
  const pictures = new Set<string>();

  function text(words: string): void {
    if (words.trim() === '') {
      written.add(words);
      tables.space(words);
      return;
    }
    if (tables.isEmpty(words)) return;
    if (tables.reveals(words)) written.takeBack();
    written.addWords(words, tables.named(words, marks.around(words)), lists.takeMarker());
    links.name(words);
  }

  /** A number without anything behind it ("2026." on a line of its own) is all there is to say. */
  function closeItem(): void {
    const marker = lists.takeMarker();
    if (marker !== '' && marker !== ENTRY) written.addLine(marker.trim());
  }

  function edge(tag: string): void {
    const nestedList = lists.isNested() && /^[ou]l$/.test(tag);
    if (BLOCKS.has(tag) && !nestedList) written.endParagraph();
    else if (LINES.has(tag) || nestedList) written.endLine();
  }

  return {
    text,
    softBreak: written.softBreak,
    link: links.add,
    image(url, words) {
      images.push({ url, words: words.trim() });
    },
    picture(words) {
      if (/\S\s+\S/.test(words)) pictures.add(words.trim());
      // Apart from the words that a picture stands between.
      written.add(' ');
      text(words);
      written.add(' ');
    },
    code(content) {
      code.push(content);
      text(CODE);
    },
    open(tag, attributes = {}) {
      edge(tag);
      if (tables.isBehindNames(tag)) written.takeBack();
      tables.open(tag, Number.parseInt(attributes.colspan ?? '', 10));
      const said = marks.open(tag, attributes);
      if (said !== '') written.add(said);
      if (tag === 'ol') lists.open(/^\d{1,9}$/.test(attributes.start ?? '') ? Number(attributes.start) : 1);
      else if (tag === 'ul') lists.open();
      else if (tag === 'a' && attributes.href) links.open(attributes.href);
      else if (CELLS.has(tag)) written.cell();
      if (tag !== 'li') return;
      // The number of an item whose first word is in an item of its own.
      closeItem();
      lists.openItem(attributes.value);
    },
    close(tag) {
      if (tag === 'li') closeItem();
      if (tag === 'ol' || tag === 'ul') lists.close();
      marks.close(tag);
      tables.close(tag);
      edge(tag);
      // A URL must not swallow the word that follows.
      if (tag === 'a' && links.close()?.words.includes('://')) written.add(' ');
    },
    isStruck: () => marks.isStruck(),
    finish: () => ({
      paragraphs: withoutTwice(written.finish(), pictures),
      entries: written.entries,
      links: links.all,
      images,
      code,
    }),
  };
}

/** Without the words for a picture, in a line of their own, where another line holds them. A single word may be there by chance. */
function withoutTwice(paragraphs: ParsedText['paragraphs'], pictures: ReadonlySet<string>): ParsedText['paragraphs'] {
  if (pictures.size === 0) return paragraphs;
  const all = paragraphs.flat();
  const isSaid = (words: string) => {
    const sought = words.toLowerCase();
    return all.some((line) => line !== words && line.toLowerCase().includes(sought));
  };
  return paragraphs
    .map((lines) => lines.filter((line) => !pictures.has(line) || !isSaid(line)))
    .filter((lines) => lines.length > 0);
}

/** What a text links to, while it is read. */
function createLinks() {
  const all: Link[] = [];
  let anchor: { readonly url: string; words: string } | undefined;
  return {
    all,
    add(url: string, words: string): void {
      all.push({ url, words });
    },
    open(url: string): void {
      anchor = { url, words: '' };
    },
    /** Words within the link that is open. */
    name(words: string): void {
      if (anchor) anchor.words += words;
    },
    close(): Link | undefined {
      const closed = anchor;
      if (closed) all.push(closed);
      anchor = undefined;
      return closed;
    },
  };
}
