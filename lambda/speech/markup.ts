import type { MarkdownIt, Token } from 'markdown-it';
import { createTagReader, type TagReader } from './html';
import { BRACKETED, isMarkup } from './html-elements';
import { memoize } from './memoize';
import { createPage, type Page, type Reading } from './text-builder';

/** Any of these may be markdown or HTML; without them a text is only lines. */
const MARKUP = /[<>&*_`[\]\\|~#]|^[ \t]*(?:[-+=]|\d+\))/m;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** markdown-it gives up on what is nested deeper, and drops it. */
const MAX_NESTING = 100;
/** What a code fence may say of its content; anything else behind it are words. */
const LANGUAGE = /^\s*[\w+#.-]*\s*$/;

/** Longer than an hour's speech. What a text holds beyond is not read. */
export const LONGEST_TEXT = 50_000;

/** Reads a text as a vendor wrote it: plain, markdown, HTML or a mixture of them. */
export function readText(source: string): Reading {
  const text = source.slice(0, LONGEST_TEXT).replace(LINE_BREAK, '\n');
  if (!MARKUP.test(text)) return text.includes('\n') ? readLines(text) : readLine(text.trim());
  const tokens = markdown().parse(text, {});
  const tooDeep = tokens.some(({ level }) => level >= MAX_NESTING - 1);
  if (tooDeep) return readLines(text.replace(/^[\s>*+-]+/gm, ''));
  return readTokens(tokens, true) ?? readTokens(tokens, false) ?? readLines(text);
}

function readLine(line: string): Reading {
  return { paragraphs: line === '' ? [] : [[line]], links: [] };
}

function readLines(text: string): Reading {
  const page = createPage();
  for (const paragraph of text.split(/\n\s*\n/)) {
    for (const line of paragraph.split('\n')) {
      page.text(line);
      page.softBreak();
    }
    page.close('p');
  }
  return page.finish();
}

/** `undefined` when an element that hides its content was never closed, so that words were lost. */
function readTokens(tokens: readonly Token[], hiding: boolean): Reading | undefined {
  const page = createPage();
  const tags = createTagReader(page, hiding);
  for (const token of tokens) readToken(token, page, tags);
  return tags.hidden ? undefined : page.finish();
}

function readToken(token: Token, page: Page, tags: TagReader): void {
  const { type, content } = token;
  if (type === 'inline') {
    for (const child of token.children ?? []) readToken(child, page, tags);
  } else if (type === 'html_inline' && isMarkup(content)) {
    tags.read(content);
  } else if (!tags.hidden && !token.hidden) {
    readContent(token, page, tags);
  }
}

function readContent(token: Token, page: Page, tags: TagReader): void {
  switch (token.type) {
    case 'softbreak':
      if (tags.inBlock) page.text(' ');
      else page.softBreak();
      break;
    case 'code_inline':
      page.text(` ${codeWords(token.content)} `);
      break;
    case 'fence':
      readFence(token, page);
      break;
    case 'image': {
      const words = (token.children ?? []).map((child) => child.content).join('');
      page.link(attribute(token, 'src') ?? '', words);
      page.text(words);
      break;
    }
    default:
      if (token.tag === '') page.text(token.content);
      else if (token.nesting < 0) page.close(token.tag);
      else page.open(token.tag, { href: attribute(token, 'href'), value: token.info });
  }
}

function readFence({ info, content }: Token, page: Page): void {
  page.open('pre');
  if (!LANGUAGE.test(info)) page.text(info);
  for (const line of content.split('\n')) {
    page.open('br');
    page.text(codeWords(line));
  }
  page.close('pre');
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
 * lines), HTML blocks (tags are read one by one); and code by indentation, which nobody means.
 * Made when the first text needs it: loading takes milliseconds.
 */
const markdown = memoize<void, MarkdownIt>(() => {
  const Markdown = require('markdown-it') as typeof import('markdown-it');
  const md = new Markdown({ html: true, linkify: true, maxNesting: MAX_NESTING });
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
