/** A test of a file, as Jest would find it there. */
export interface FoundTest {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...args: unknown[]) => unknown;
type Table = readonly unknown[];

interface Defining {
  (name: string, body: Body): void;
  each(table: Table): (name: string, body: Body) => void;
}

/** What test files call to say what their tests are. Hooks are none of it: a test that needs one is not judged by this. */
export interface Globals {
  readonly test: Defining;
  readonly it: Defining;
  readonly describe: Defining;
}

/** Gathers the tests of one file while it is loaded. */
export function createSuite(): { readonly globals: Globals; take(): readonly FoundTest[] } {
  let found: FoundTest[] = [];
  let groups: readonly string[] = [];
  const test = defining((name, body) => found.push({ name: [...groups, name].join(' > '), run: body }));
  const describe = defining((name, body) => {
    const before = groups;
    groups = [...groups, name];
    body();
    groups = before;
  });
  return {
    globals: { test, it: test, describe },
    take() {
      const tests = found;
      found = [];
      return tests;
    },
  };
}

function defining(define: (name: string, body: () => unknown) => unknown): Defining {
  const one = (name: string, body: Body) => void define(name, () => body());
  return Object.assign(one, {
    each: (table: Table) => (name: string, body: Body) => {
      for (const [index, row] of table.entries()) {
        define(`${name} ${index}`, () => body(...(Array.isArray(row) ? row : [row])));
      }
    },
  });
}
