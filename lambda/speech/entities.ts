import type { MarkdownIt } from 'markdown-it';
import { memoize } from './memoize';

/**
 * A text with its entities as the characters they stand for: `&amp;` is `&`. By the parser of markdown, which has the names of
 * all of them; the one of HTML would bring its own, forty kilobytes.
 */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  const [inline] = reader(undefined).parseInline(text, {});
  return (inline?.children ?? []).map(({ content }) => content).join('');
}

const reader = memoize((): MarkdownIt => {
  const Markdown = require('markdown-it') as typeof import('markdown-it');
  return new Markdown('zero').enable('entity');
});
