type Container = Readonly<Record<string, unknown>>;

/**
 * The same value, of which is noted what is looked at: the path of each leaf (`a.list[0].text`). What is only written out
 * again, as text, is not looked at.
 */
export function watch(value: unknown, read: Set<string>): unknown {
  // What is read twice has to be the same both times: it is compared by identity.
  const seen = new WeakMap<object, unknown>();

  function wrap(inner: unknown, path: string): unknown {
    if (!isContainer(inner)) return inner;
    const known = seen.get(inner);
    if (known) return known;
    const proxy = new Proxy(inner, {
      get(target, name, receiver) {
        if (name === 'toJSON') return () => target;
        if (typeof name === 'symbol' || !Object.hasOwn(target, name) || (Array.isArray(target) && name === 'length'))
          return Reflect.get(target, name, receiver);
        const place = pathTo(target, path, name);
        const found = target[name];
        if (isLeaf(found)) read.add(place);
        return wrap(found, place);
      },
    });
    seen.set(inner, proxy);
    return proxy;
  }

  if (isLeaf(value)) read.add('');
  return wrap(value, '');
}

/** The paths of all leaves. What is empty is one. */
export function leafPaths(value: unknown, path = ''): string[] {
  if (isLeaf(value)) return [path];
  const container = value as Container;
  return Object.keys(container).flatMap((name) => leafPaths(container[name], pathTo(container, path, name)));
}

/** Behind the name of each list stands one pair of brackets, whichever of its items it is. */
export function withoutPlaces(paths: Iterable<string>): string[] {
  return [...new Set([...paths].map((path) => path.replace(/\[\d+\]/g, '[]')))];
}

function pathTo(container: object, path: string, name: string): string {
  if (Array.isArray(container)) return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function isLeaf(value: unknown): boolean {
  return !isContainer(value) || Object.keys(value).length === 0;
}

let watcher: ((value: unknown) => unknown) | undefined;

/** What a body says, for who reads it: as it is, unless somebody watches the reading. */
export function forReader(value: unknown): unknown {
  return watcher ? watcher(value) : value;
}

/** Does something that reads one body, and has each value that is made of the body go through `through`. */
export function watching<T>(through: (value: unknown) => unknown, work: () => T): T {
  watcher = through;
  try {
    return work();
  } finally {
    watcher = undefined;
  }
}
