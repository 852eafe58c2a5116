import { LaterPattern } from '../../lambda/functions/later-pattern';

const TEXT = 'Ünder 3 tables, 42 chairs';
const WAYS: readonly ((pattern: RegExp) => unknown)[] = [
  (pattern) => pattern.test(TEXT),
  (pattern) => [pattern.exec(TEXT)?.[0], pattern.lastIndex, pattern.exec(TEXT)?.[0]],
  (pattern) => TEXT.replace(pattern, '<$&>'),
  (pattern) => TEXT.replace(pattern, (found, ...more) => `${found.length} ${more.length}`),
  (pattern) => TEXT.match(pattern),
  (pattern) => TEXT.search(pattern),
  (pattern) => TEXT.split(pattern, 3),
  (pattern) => pattern.global && [[...TEXT.matchAll(pattern)], TEXT.replaceAll(pattern, '')],
  (pattern) => [new RegExp(pattern), new RegExp(pattern.source, `${pattern.flags}i`), String(pattern)],
];

test.each([/\p{N}+/u, /\p{L}(?<rest>\p{Ll}+)/gu, /, /y])('%s is as good when it is made later', (pattern) => {
  let made = 0;
  const later = new LaterPattern(() => {
    made++;
    return new RegExp(pattern);
  }) as unknown as RegExp;
  expect(made).toBe(0);
  for (const way of WAYS) {
    [pattern.lastIndex, later.lastIndex] = [0, 0];
    expect(way(later)).toEqual(way(pattern));
  }
  expect(made).toBe(1);
});
