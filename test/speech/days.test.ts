import fc from 'fast-check';
import { heardOf } from './corpus/heard';

const days = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 13, max: 28 }),
  year: fc.integer({ min: 1950, max: 2049 }),
});

test('a day that can be only one is said the same in either order', () => {
  fc.assert(
    fc.property(days, ({ month, day, year }) => {
      const name = new Date(2026, month - 1, 1).toLocaleString('en', { month: 'long' });
      const said = [`Seen on ${name} ${day}, ${year}.`];
      expect(heardOf(`Seen on ${month}/${day}/${year}.`)).toEqual(said);
      expect(heardOf(`Seen on ${day}/${month}/${year}.`)).toEqual(said);
      // Day and night, and no day of July.
      const always = day === 24 && month === 7;
      expect(heardOf(`Seen on ${day}/${month}.`)).toEqual([always ? 'Seen on 24/7.' : `Seen on ${name} ${day}.`]);
    }),
    { examples: [[{ month: 7, day: 24, year: 2026 }]] },
  );
});

test('one that may be two is left as it is', () => {
  const either = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(either, ([one, other]) => {
      fc.pre(one !== other);
      expect(heardOf(`Seen on ${one}/${other}/2026.`)).toEqual([`Seen on ${one}/${other}/2026.`]);
    }),
  );
});
