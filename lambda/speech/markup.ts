import type { MarkdownIt, Token } from 'markdown-it';
import { isMarkup } from './elements';
import { createTagReader, type TagReader } from './html';
import { createPage, type Page, type Reading } from './page';

/** Any of these may be markdown or HTML; without them a text is only lines. */
const MARKUP = /[<>&*_`[\]\\|~#]|^[ \t]*[-+=]/m;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** markdown-it gives up on what is nested deeper, and drops it. */
const MAX_NESTING = 100;
/** In code, what stands in angle brackets is there to be read. */
const BRACKETS = /<([^\s<>][^<>]*)>/g;

/** Longer than an hour's speech. What a text holds beyond is not read. */
export const LONGEST_TEXT = 50_000;

/** Reads a text as a vendor wrote it: plain, markdown, HTML or a mixture of them. */
export function readText(source: string): Reading {
  const text = source.slice(0, LONGEST_TEXT).replace(LINE_BREAK, '\n');
  if (!MARKUP.test(text)) return readLines(text);
  const tokens = markdown().parse(text, {});
  const tooDeep = tokens.some(({ level }) => level >= MAX_NESTING - 1);
  if (tooDeep) return readLines(text.replace(/^[\s>*+-]+/gm, ''));
  return readTokens(tokens, true) ?? readTokens(tokens, false) ?? readLines(text);
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
  const { type, tag, content } = token;
  if (type === 'html_inline') {
    if (isMarkup(content)) tags.read(content);
    else if (!tags.hidden) page.text(content);
  } else if (type === 'inline') {
    for (const child of token.children ?? []) readToken(child, page, tags);
  } else if (tags.hidden || token.hidden) {
    return;
  } else if (type === 'image') {
    const words = (token.children ?? []).map((child) => child.content).join('');
    page.link(attribute(token, 'src') ?? '', words);
    page.text(words);
  } else if (type === 'softbreak') {
    if (tags.inBlock) page.text(' ');
    else page.softBreak();
  } else if (type === 'fence') {
    page.open('pre');
    for (const line of content.split('\n')) {
      page.text(line.replace(BRACKETS, ' $1 '));
      page.open('br');
    }
    page.close('pre');
  } else if (token.nesting < 0) {
    page.close(tag);
  } else if (type === 'code_inline') {
    page.text(content.replace(BRACKETS, ' $1 '));
  } else if (tag !== '') {
    page.open(tag, { href: attribute(token, 'href'), value: token.info });
  } else {
    page.text(content);
  }
}

function attribute(token: Token, name: string): string | undefined {
  return token.attrGet(name)?.toString();
}

let parser: MarkdownIt | undefined;

/**
 * The markdown of chat: indentation is no code, `[name]: word` no reference definition, and HTML is read tag by tag, as
 * a block rule would hand on what no browser shows. Made when the first text needs it: loading takes milliseconds.
 */
function markdown(): MarkdownIt {
  parser ??= createMarkdown();
  return parser;
}

function createMarkdown(): MarkdownIt {
  const Markdown = require('markdown-it') as typeof import('markdown-it');
  const md = new Markdown({ html: true, linkify: true, maxNesting: MAX_NESTING });
  md.disable(['code', 'reference', 'html_block']);
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
}
