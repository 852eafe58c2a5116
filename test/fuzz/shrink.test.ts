import { createRandom } from '../../chaos/random';
import { garbage, mutateJson, mutateText } from '../../fuzz/mutate';
import { shrink } from '../../fuzz/shrink';

const BODY = JSON.stringify({
  request: { type: 'Launch', list: [1, 2, { deep: 'a bad word in a text' }] },
  other: 'x',
});

test('what a seed changes, it changes again', () => {
  for (const change of [mutateText, mutateJson, garbage]) {
    const of = (seed: number) => change(BODY, createRandom(seed, 'test'));
    expect([1, 2, 3].map(of)).toEqual([1, 2, 3].map(of));
    expect(of(1)).not.toBe(of(2));
  }
});

test('most of what is changed in JSON is still JSON, and other than it was', () => {
  const all = Array.from({ length: 200 }, (_, seed) => mutateJson(BODY, createRandom(seed, 'test')));
  for (const text of all) expect(() => JSON.parse(text)).not.toThrow();
  expect(all.filter((text) => text !== BODY).length).toBeGreaterThan(190);
});

test('what fails is made as small as it fails', async () => {
  expect(await shrink(BODY, async (text) => text.includes('bad'))).toBe('{"request":{"list":[{"deep":"bad"}]}}');
  expect(await shrink('what is bad here', async (text) => text.includes('bad'))).toBe('bad');
  const nested = JSON.stringify({ body: JSON.stringify({ a: 1, b: 'bad' }), c: 1 });
  expect(await shrink(nested, async (text) => text.includes('bad'))).toBe('{"body":"{\\"b\\":\\"bad\\"}"}');
});
