import fc from 'fast-check';
import { appended, holds, parted } from '../../lambda/conversation/joined';

const word = fc.stringMatching(/^[a-c]{1,4}$/);

test('texts that are joined are the newest that there is room for, and no others', () => {
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 4, max: 20 }), (words, most) => {
      const joined = words.reduce((all, one) => appended(all, one, most), '');
      const own = parted(joined);
      expect(own).toEqual(own.length > 0 ? words.slice(-own.length) : []);
      expect(joined.length).toBeLessThanOrEqual(most);
      const next = words.at(-own.length - 1);
      if (next !== undefined && own.length < words.length)
        expect(joined.length + 1 + next.length).toBeGreaterThan(most);
    }),
  );
});

test('a text is one of them as a whole', () => {
  fc.assert(
    fc.property(fc.array(word), word, (words, asked) =>
      expect(holds(words.join(' '), asked)).toBe(words.includes(asked)),
    ),
  );
});
