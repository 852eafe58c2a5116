import { button, element } from './dom.js';

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Text with the matches of a pattern wrapped in coloured spans. */
function coloured(text, pattern, kindOf) {
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [token] = match;
    pieces.push(text.slice(from, match.index), element('span', { class: kindOf(match) }, token));
    from = match.index + token.length;
  }
  pieces.push(text.slice(from));
  return element('pre', { class: 'code' }, ...pieces);
}

function copyButton(text) {
  const copy = button('Copy', { class: 'copy' }, async () => {
    await navigator.clipboard.writeText(text).then(
      () => copy.replaceChildren('Copied'),
      () => copy.replaceChildren('Not allowed'),
    );
  });
  return copy;
}

/** A value as indented JSON. */
export function json(value) {
  const text = JSON.stringify(value, undefined, 2);
  const kind = ([, string, colon]) => (colon ? 'key' : string ? 'string' : 'literal');
  return [copyButton(text), coloured(text, TOKEN, kind)];
}

/** SSML, one paragraph a line. */
export function ssml(text) {
  const lines = text
    .replace(/<\/p>\s*(?=<p>)/g, '</p>\n')
    .replace(/^<speak>(?=<)|(?<=>)<\/speak>$/g, (tag) => (tag === '<speak>' ? '<speak>\n' : '\n</speak>'));
  return [copyButton(text), coloured(lines, /<[^>]*>/g, () => 'tag')];
}
