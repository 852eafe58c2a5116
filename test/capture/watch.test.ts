import { forReader, leafPaths, watch, watching, withoutPlaces } from '../../lambda/capture/watch';

function reads(value: unknown, read: (value: never) => unknown): string[] {
  const seen = new Set<string>();
  read(watch(value, seen) as never);
  return withoutPlaces(seen);
}

const BODY = { a: { list: [{ text: 'x', more: 1 }, { text: 'y' }], empty: [] }, b: 2 };

test('what is looked at is noted leaf by leaf', () => {
  const read = reads(BODY, ({ a }: typeof BODY) => a.list.map(({ text }) => text));
  expect(read).toEqual(['a.list[].text']);
  expect(withoutPlaces(leafPaths(BODY))).toEqual(['a.list[].text', 'a.list[].more', 'a.empty', 'b']);
});

test('to write something out is not to look at it, and nothing else is changed', () => {
  expect(reads(BODY, (body) => JSON.stringify(body))).toEqual([]);
  const watched = watch(BODY, new Set()) as typeof BODY;
  expect(JSON.stringify(watched)).toBe(JSON.stringify(BODY));
  expect(watched.a).toBe(watched.a);
  expect(Array.isArray(watched.a.list)).toBe(true);
  expect([watched.a.list, 1].flat()).toHaveLength(3);
  expect(Object.hasOwn(watched, 'toString')).toBe(false);
});

test('a value without members is a leaf', () => {
  expect(reads('text', () => {})).toEqual(['']);
  expect(leafPaths(7)).toEqual(['']);
});

test('bodies are watched only while somebody does so, also after a fault', () => {
  expect(() =>
    watching(
      () => 'watched',
      () => {
        expect(forReader('body')).toBe('watched');
        throw new Error('fault');
      },
    ),
  ).toThrow('fault');
  expect(forReader('body')).toBe('body');
});
