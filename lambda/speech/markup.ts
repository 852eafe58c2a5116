import type { MarkdownIt, Token } from 'markdown-it';
import { isCode, isCodeSpan } from './code';
import { createTagReader, isFileName, type TagReader } from './html';
import { BRACKETED, isMarkup } from './html-elements';
import { memoize } from './memoize';
import { piecesOf } from './pieces';
import { shownText } from './source';
import { atOnce, type Steps } from './steps';
import { createTextBuilder, type ParsedText, type TextBuilder } from './text-builder';

/** Any of these may be markdown or HTML; without them a text is only lines. */
const MARKUP = /[<>&*_`[\]\\|~]|^[ \t]*(?:[-+=#]|\d+\))/m;
/** markdown-it gives up on what is nested deeper, and drops it. */
const MAX_NESTING = 100;
/** No address is that long, and looking for those in it takes a time that grows with its square. */
const ENDLESS = /[!-~]{3000}/;
/** What a code fence may say of its content; anything else behind it are words. */
const LANGUAGE = /^\s*[\w+#.-]*\s*$/;

/** Reads a text as a vendor wrote it: plain, markdown, HTML or a mixture of them. */
export function readText(source: string): ParsedText {
  return atOnce(reading(source));
}

/** The same, a piece in each step. */
export function* reading(source: string): Steps<ParsedText> {
  const text = shownText(source).replace(EFFECT, '<$1amazon-effect');
  if (PICTURE.test(text)) return onePicture(text.trim());
  const pieces = piecesOf(text);
  if (!MARKUP.test(text)) return text.includes('\n') ? yield* readingLines(pieces) : readLine(text.trim());
  const md = markdown(!ENDLESS.test(text));
  const tokens: (readonly Token[])[] = [];
  for (const piece of pieces) {
    yield;
    tokens.push(md.parse(piece, {}));
  }
  const tooDeep = tokens.some((some) => some.some(({ level }) => level >= MAX_NESTING - 1));
  if (tooDeep) return yield* readingLines(piecesOf(text.replace(/^[\s>*+-]+/gm, '')));
  return (yield* readingTokens(tokens, true)) ?? (yield* readingTokens(tokens, false)) ?? (yield* readingLines(pieces));
}

/** For Markdown no element has a colon in its name. */
const EFFECT = /<(\/?)amazon:effect(?=[\s>])/gi;

/** An address that is all of a text, and of a picture by its ending. */
const PICTURE = /^\s*https?:\/\/\S{3,2000}\.(?:jpe?g|png|gif|webp)(?:\?\S{0,1000})?\s*$/i;

const NO_ENTRIES: ReadonlySet<string> = new Set();

function onePicture(url: string): ParsedText {
  const link = { url, words: '' };
  return { paragraphs: [], entries: NO_ENTRIES, links: [link], images: [link], code: [] };
}

function readLine(line: string): ParsedText {
  return { paragraphs: line === '' ? [] : [[line]], entries: NO_ENTRIES, links: [], images: [], code: [] };
}

function* readingLines(pieces: readonly string[]): Steps<ParsedText> {
  const builder = createTextBuilder();
  for (const piece of pieces) {
    yield;
    for (const paragraph of piece.split(/\n\s*\n/)) {
      for (const line of paragraph.split('\n')) {
        builder.text(line);
        builder.softBreak();
      }
      builder.close('p');
    }
  }
  return builder.finish();
}

/** `undefined` when an element that hides its content was never closed, so that words were lost. */
function* readingTokens(pieces: readonly (readonly Token[])[], hiding: boolean): Steps<ParsedText | undefined> {
  const builder = createTextBuilder();
  const tags = createTagReader(builder, hiding);
  for (const tokens of pieces) {
    yield;
    for (const token of tokens) readToken(token, builder, tags);
  }
  return tags.isOpen() ? undefined : builder.finish();
}

function readToken(token: Token, builder: TextBuilder, tags: TagReader): void {
  const { type, content } = token;
  if (type === 'inline') {
    for (const child of token.children ?? []) readToken(child, builder, tags);
  } else if (type === 'html_inline' && isMarkup(content)) {
    tags.read(content);
  } else if (!tags.isHidden() && !token.hidden) {
    readContent(token, builder, tags);
  }
}

function readContent(token: Token, builder: TextBuilder, tags: TagReader): void {
  switch (token.type) {
    case 'softbreak':
      if (tags.inBlock()) builder.text(' ');
      else builder.softBreak();
      break;
    case 'code_inline':
      if (isCodeSpan(token.content)) builder.code(token.content);
      else builder.text(` ${codeWords(token.content)} `);
      break;
    case 'fence':
      readFence(token, builder);
      break;
    case 'image': {
      const words = (token.children ?? []).map((child) => child.content).join('');
      const url = attribute(token, 'src') ?? '';
      const isNamed = !isFileName(words);
      builder.link(url, words);
      builder.image(url, isNamed ? words : '');
      if (isNamed) builder.picture(words);
      break;
    }
    default:
      if (token.tag === '') builder.text(token.content);
      else if (token.nesting < 0) builder.close(token.tag);
      else builder.open(token.tag, { href: attribute(token, 'href'), value: token.info });
  }
}

function readFence({ info, content }: Token, builder: TextBuilder): void {
  builder.open('pre');
  if (isCode(content, info)) {
    builder.code(content.trim());
    builder.close('pre');
    return;
  }
  if (!LANGUAGE.test(info)) builder.text(info);
  for (const line of content.split('\n')) {
    builder.open('br');
    builder.text(codeWords(line));
  }
  builder.close('pre');
}

/** In code, what stands in angle brackets is there to be read. */
function codeWords(code: string): string {
  return code.replace(BRACKETED, ' $1 ');
}

function attribute(token: Token, name: string): string | undefined {
  return token.attrGet(name)?.toString();
}

/**
 * The markdown of chat. Off are the rules that lose words: reference definitions, tables (their rows are heard as
 * lines), HTML blocks (tags are read one by one); and code by indentation, which is never meant.
 * Made when the first text needs it: loading takes milliseconds.
 */
const markdown = memoize<boolean, MarkdownIt>((linkify) => {
  const Markdown = require('markdown-it') as typeof import('markdown-it');
  const md = new Markdown({ html: true, linkify, maxNesting: MAX_NESTING });
  md.disable(['code', 'reference', 'html_block', 'table']);
  // Only addresses with a scheme: they are kept whole although they may hold `_` and `*`.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  md.normalizeLinkText = (url) => url;
  // A link that no card may show still gives its words.
  md.validateLink = () => true;
  md.inline.ruler.before('emphasis', 'multiplication', (state, silent) => {
    if (!/^\d\*[\d(]/.test(state.src.slice(Math.max(0, state.pos - 1), state.pos + 2))) return false;
    if (!silent) state.pending += '*';
    state.pos += 1;
    return true;
  });
  return md;
});
