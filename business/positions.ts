import { type Document, isCollection, isMap, isScalar, type LineCounter, type Node, type Pair } from 'yaml';
import type { Path } from './problem';

/** Tells in which line something of a YAML document stands, or, where it is missing, what it is missing from. */
export function createPositions(document: Document, lines: LineCounter): (path: Path) => number | undefined {
  const lineOf = (node: unknown) => {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? undefined : lines.linePos(start).line;
  };
  return (path) => {
    let node: unknown = document.contents;
    let line = lineOf(node);
    for (const key of path) {
      const pair = isMap(node) ? pairOf(node.items, key) : undefined;
      const next = pair ? pair.value : isCollection(node) ? node.get(key, true) : undefined;
      if (!pair && next === undefined) break;
      line = lineOf(pair?.key) ?? lineOf(next) ?? line;
      node = next;
    }
    return line;
  };
}

function pairOf(items: readonly Pair[], key: PropertyKey): Pair | undefined {
  return items.find(({ key: known }) => (isScalar(known) ? String(known.value) : String(known)) === String(key));
}
