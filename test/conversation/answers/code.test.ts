import { english } from './english';

test.each<[said: string, code: string | undefined, question?: string]>([
  ['four seven one one', '4711'],
  ['zero zero eight five', '0085'],
  ['four seven one eleven', '47111'],
  ['four seven one and eleven', undefined],
  ["um it's oh double seven three nine please", '07739'],
  ['8 1 1 3 0 5', '811305'],
  ['my pin is two two oh nine', '2209', 'What is your PIN?'],
  ['the number is six five one', '651'],
  ['eighteen sixty two', '1862', 'Please say your four digit access code.'],
  ["it's forty one oh six", '4106', 'What is your passcode?'],
  ['ninety nine twelve thirty', '991230', 'Please tell me your PIN.'],
  ['eighteen sixty two', undefined, 'When was the house built?'],
  ['sixty two', undefined, 'What is your PIN?'],
  // Counts, times and years, and what says more than a code.
  ['four', undefined],
  ['two thirty', undefined],
  ['two hundred and fifty', undefined],
  ['nineteen eighty four', undefined],
  ['my order four seven one one is late', undefined],
  ['one two or three', undefined],
  ['hello', undefined],
  ['', undefined],
])('%j is the code %j', (...[said, code, question]) => {
  expect(english.code(said, question)).toBe(code);
});
