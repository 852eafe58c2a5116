import { endAfter, nextPlace } from '../../lambda/store/line';

const REQUEST = { line: 'klaunch', everyMs: 1000, latest: 50_000 };

test('who comes to a line waits for its end, and else for nobody', () => {
  expect(nextPlace(undefined, REQUEST, 7000.5)).toBe(7000);
  expect(nextPlace(9000, REQUEST, 7000)).toBe(9000);
  expect([7000, 6000].map((end) => nextPlace(end, REQUEST, 7000))).toEqual([7000, 7000]);
});

test('a line that ends later than anybody waits was made by a clock that was ahead', () => {
  expect([18_000, 18_001].map((end) => nextPlace(end, REQUEST, 7000))).toEqual([18_000, 7000]);
});

test('nobody gets a place that is too late for them', () => {
  const at = (latest: number) => nextPlace(9000, { ...REQUEST, latest }, 7000);
  expect([at(9000), at(8999)]).toEqual([9000, undefined]);
});

test('the next place is a whole millisecond behind', () => {
  expect(endAfter(9000, { ...REQUEST, everyMs: 0.5 })).toBe(9001);
});
