import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const LAMBDA = join(__dirname, '../lambda');
const IMPORT = /(?:\bfrom\s*|\bimport\s*|\brequire\(\s*|\bimport\(\s*)'(\.[^']*)'/g;

const FILES = new Set(
  readdirSync(LAMBDA, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(LAMBDA, name)),
);

/** The files of ours that a file imports: types too, and what it loads late. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, path = '']) => {
    const base = join(dirname(file), path);
    return [`${base}.ts`, join(base, 'index.ts')].filter((candidate) => FILES.has(candidate)).slice(0, 1);
  });
}

/** A folder of `lambda/`; `app` for the files beside them, which are the entry points and what puts the rooms together. */
function roomOf(file: string): string {
  const [room = '', ...inside] = relative(LAMBDA, file).split(sep);
  return inside.length > 0 ? room : 'app';
}

/** The rooms that each room may import, as the architecture says. */
function readTable(): Map<string, Set<string>> {
  const page = readFileSync(join(__dirname, '../docs/architecture.md'), 'utf8');
  const rows = page.matchAll(/^\|[^|]*`lambda\/(\w+)\/` \|[^|]*\| ([^|]*) \|$/gm);
  // Behind a semicolon stands what the entry point beside the room may import.
  return new Map(
    [...rows].map(([, room = '', may = '']) => [
      room,
      new Set([...(may.split(';')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name)),
    ]),
  );
}

test('each room imports only what the architecture allows it', () => {
  const table = readTable();
  expect([...table.keys()].sort()).toEqual([...new Set([...FILES].map(roomOf))].sort());
  const forbidden = [...FILES].flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .filter((target) => room !== 'app' && roomOf(target) !== room && !table.get(room)?.has(roomOf(target)))
      .map((target) => `${relative(LAMBDA, file)} imports ${relative(LAMBDA, target)}`);
  });
  expect(forbidden).toEqual([]);
});

test('no files import each other in a circle', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].map((name) => relative(LAMBDA, name)).join(' > '));
    if (at >= 0 || done.has(file)) return;
    for (const target of importsOf(file)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  expect(circles).toEqual([]);
});
