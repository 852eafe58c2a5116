import { keptAlike } from '../../../lambda/conversation/answers/kept';

test('what is made of large inputs is not kept as often as what is made of small ones', () => {
  const made: string[] = [];
  const make = (input: string) => {
    made.push(input);
    return input;
  };
  const known = keptAlike(
    make,
    10,
    ([first = '']) => first,
    Object.is,
    ({ length }) => length,
    (text) => text,
  );
  const timesOf = (inputs: readonly string[]) => {
    made.length = 0;
    for (const input of [...inputs, ...inputs]) expect(known(input)).toBe(input);
    return made.length;
  };
  expect(timesOf(['a', 'b', 'ac', 'ad', 'ef'])).toBe(5);
  expect(timesOf(['12345678', 'abcdefg'])).toBe(4);
  expect(timesOf(['longer than all'])).toBe(1);
});
