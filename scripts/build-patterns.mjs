import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '@swc/core';

/** What takes V8 long to read: classes of characters of Unicode, and what is put together. */
const IS_DEAR = /\\[pP]\{|new RegExp\(/;
/** What does not run as the module is loaded. */
const LATER = new Set([
  ...['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'],
  ...['ClassDeclaration', 'ClassExpression', 'MethodProperty', 'GetterProperty', 'SetterProperty'],
  ...['TsTypeAliasDeclaration', 'TsInterfaceDeclaration'],
]);

/** Makes the regular expressions of our own modules when they are first held against something, and not as the modules are loaded. */
export const laterPatterns = (root) => ({
  name: 'later-patterns',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]lambda[\\/].+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = IS_DEAR.test(text) ? await withLaterPatterns(text, root) : text;
      return { contents, loader: 'ts' };
    });
  },
});

async function withLaterPatterns(text, root) {
  // Of ASCII alone, so that bytes are characters; and with a first token of which it is known where it stands.
  const source = `;${text.replaceAll(/\P{ASCII}/gu, (sign) => 'x'.repeat(sign.length))}`;
  const module = await parse(source, { syntax: 'typescript', target: 'es2022' });
  const start = module.span.start + 1;
  const found = [];
  collect(module.body, found);
  const spans = found
    .map(({ span }) => ({ from: span.start - start, to: span.end - start }))
    .filter(({ from, to }) => IS_DEAR.test(text.slice(from, to)))
    .sort((one, other) => other.from - one.from);
  let result = text;
  for (const { from, to } of spans) {
    result = `${result.slice(0, from)}(new LaterPattern(() => ${result.slice(from, to)}) as unknown as RegExp)${result.slice(to)}`;
  }
  const helper = join(root, 'lambda/functions/later-pattern');
  return spans.length > 0 ? `import { LaterPattern } from ${JSON.stringify(helper)};\n${result}` : text;
}

/** The outermost that are made as the module is loaded. */
function collect(node, found) {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, found);
    return;
  }
  if (typeof node !== 'object' || node === null || LATER.has(node.type)) return;
  const isMade = node.type === 'NewExpression' && node.callee?.value === 'RegExp';
  if (isMade || node.type === 'RegExpLiteral') {
    found.push(node);
    return;
  }
  for (const part of Object.values(node)) collect(part, found);
}
