import { createUntold } from '../../lambda/store/dynamodb/untold';

test('who was told of nothing is known for the turn that opened them, through its saves and no further', () => {
  let now = 0;
  const untold = createUntold(() => now);
  untold.opened('anne', 5, false);
  untold.opened('ben', 5, true);
  expect([untold.has('anne', 5), untold.has('ben', 5), untold.has('carl', 5)]).toEqual([true, false, false]);
  untold.saved('anne', 5);
  untold.saved('anne', 4);
  expect([untold.has('anne', 5), untold.has('anne', 6)]).toEqual([false, true]);
  now = 10_000;
  expect(untold.has('anne', 6)).toBe(false);
  untold.opened('anne', 6, false);
  untold.opened('anne', 6, true);
  expect(untold.has('anne', 6)).toBe(false);
});
