import { dirname, join } from 'node:path';
import type { Change } from './packages';

interface Source {
  readonly name: string;
  readonly content: string;
}

/** What stands at the outermost level of a source, from one line to another, which counts from 0 and is not part of it. */
interface Declaration {
  readonly source: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isFunction: boolean;
  readonly isExported: boolean;
}

const BEGINNING = /^(export )?(?:default )?(?:async )?(const|function|class|interface|type|import|let) ?\*? ?(\w*)/;
const ARROW = /^[^=]*=\s*(?:async\s*)?(?:<[^>]*>\s*)?(?:\([^)]*\)[^=]*|\w+\s*)=>/;
const IMPORT = /^import (?:type )?\{([^}]*)\} from '(\.[^']*)'/s;

/** Changes beside each other, and those that a test passes which uses what they are in. */
export interface Uses {
  readonly changes: readonly number[];
  readonly passed: readonly number[];
}

/**
 * Of what is made as a source is loaded: the functions that use it by its name, also by way of others that are made so. Of a
 * function itself all of its changes, as it may make and keep another one. A test that passes none of these hardly notices a
 * change there, unless it reads what was made itself.
 */
export function usesOf(sources: readonly Source[], changes: readonly Change[]): readonly Uses[] {
  const all = new Map(sources.map((source) => [source.name, declarationsIn(source)]));
  const users = usersOf(all);
  const idsIn = ({ source, from, to }: Declaration) =>
    changes
      .filter(({ fileName, location: { start } }) => fileName === source && start.line >= from && start.line < to)
      .map(({ id }) => Number(id));
  const passedBy = (declaration: Declaration, seen: Set<Declaration>): readonly number[] =>
    (users.get(declaration) ?? []).flatMap((user) => {
      if (seen.has(user)) return [];
      seen.add(user);
      const ids = user.isFunction ? idsIn(user) : [];
      return ids.length > 0 ? ids : passedBy(user, seen);
    });
  return [...all.values()].flat().flatMap((declaration) => {
    const ids = idsIn(declaration);
    if (ids.length === 0) return [];
    const passed = declaration.isFunction ? ids : passedBy(declaration, new Set([declaration]));
    return [{ changes: ids, passed: [...new Set(passed)] }];
  });
}

/** As the formatter writes it: what stands at the outermost level begins where a line does. */
function declarationsIn({ name: source, content }: Source): readonly Declaration[] {
  const lines = content.split('\n');
  const begins = lines.flatMap((line, at) => {
    const [, exported, kind = '', name = ''] = BEGINNING.exec(line) ?? [];
    return kind === '' ? [] : [{ from: at, kind, name, isExported: exported !== undefined }];
  });
  return begins.map(({ from, kind, name, isExported }, at) => {
    const to = begins[at + 1]?.from ?? lines.length;
    const text = lines.slice(from, to).join('\n');
    const isFunction = kind === 'function' || kind === 'class' || (kind === 'const' && ARROW.test(text));
    return { source, name: kind === 'import' ? '' : name, from, to, text, isFunction, isExported };
  });
}

/** Who uses what by its name, in its own source and in those that import it. */
function usersOf(all: ReadonlyMap<string, readonly Declaration[]>): ReadonlyMap<Declaration, readonly Declaration[]> {
  const users = new Map<Declaration, Declaration[]>();
  for (const [source, declarations] of all) {
    const known = new Map(declarations.filter(({ name }) => name !== '').map((one) => [one.name, one]));
    for (const { text } of declarations) {
      const [, names = '', path = ''] = IMPORT.exec(text) ?? [];
      const exported = all.get(`${join(dirname(source), path)}.ts`) ?? all.get(join(dirname(source), path, 'index.ts'));
      for (const each of path === '' ? [] : names.split(',')) {
        const [theirs = '', ours = theirs] = each
          .trim()
          .replace(/^type /, '')
          .split(' as ');
        const found = exported?.find((one) => one.isExported && one.name === theirs);
        if (found !== undefined) known.set(ours, found);
      }
    }
    for (const user of declarations.filter(({ name }) => name !== ''))
      for (const word of new Set(user.text.match(/\w+/g))) {
        const used = known.get(word);
        if (used !== undefined && used !== user) users.set(used, [...(users.get(used) ?? []), user]);
      }
  }
  return users;
}
