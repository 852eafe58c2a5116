import { createRandom } from '../../chaos/random';
import { stretchText } from '../../fuzz/mutate';
import { makeTalk } from '../../fuzz/talks';

const talks = (seed: number) => Array.from({ length: 1000 }, (_, at) => makeTalk(createRandom(seed, 'talks', at)));
const all = talks(7);

test('a seed makes its talks again', () => {
  expect(talks(7)).toEqual(all);
  expect(talks(8)).not.toEqual(all);
});

test('most talks are short, and a small share is long', () => {
  const lengths = all.map((talk) => JSON.stringify(talk).length);
  expect(lengths.filter((length) => length < 1500).length).toBeGreaterThan(880);
  const long = lengths.filter((length) => length > 4000).length;
  expect(long).toBeGreaterThan(5);
  expect(long).toBeLessThan(40);
});

test('the user goes on for up to three turns, in any language', () => {
  expect(new Set(all.map(({ later }) => later.length))).toEqual(new Set([0, 1, 2, 3]));
  const languages = new Set(all.map(({ locale }) => new Intl.Locale(locale).language));
  expect([...languages].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ja', 'nl', 'pt']);
});

test('a text is stretched to a length, whatever it is', () => {
  for (const text of ['', 'a', 'Your order is on its way.']) {
    const stretched = Array.from({ length: 50 }, (_, seed) => stretchText(text, createRandom(seed, 'test'), 5000));
    expect(stretched.filter(({ length }) => length >= 5000).length).toBeGreaterThan(35);
  }
});
