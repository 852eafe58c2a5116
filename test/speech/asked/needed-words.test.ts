import { neededWords } from '../../../lambda/speech/needed-words';

/** Patterns, and the parts of which a text that fits holds at least one; none where that cannot be told. */
const ROWS: readonly (readonly [pattern: string, ...needed: readonly string[]])[] = [
  // What stands for itself, and alternatives.
  ['order', 'order'],
  ['order|parcel', 'order', 'parcel'],
  ['order|'],
  ['|order'],
  ['order|parcel|'],
  [''],
  ['^yes$', 'yes'],
  ['yes.order', 'order'],
  ['orders.yes', 'orders'],
  ['pay .', 'pay '],
  ['.'],
  // So often, or not at all.
  ['orders?', 'order'],
  ['orders*', 'order'],
  ['orders+', 'orders'],
  ['orders??', 'order'],
  ['orders+?', 'orders'],
  ['or?der', 'der'],
  ['or*der', 'der'],
  ['orders?s', 'order'],
  ['parcel{0,2}', 'parce'],
  ['parcel{0}', 'parce'],
  ['parcel{1,2}', 'parcel'],
  ['parcel{2}', 'parcel'],
  ['parcel{2,}', 'parcel'],
  ['pa{12,13}rcel', 'rcel'],
  ['parcel{10}s', 'parcel'],
  ['parcel{2}?s', 'parcel'],
  // A bracket that is none.
  ['pa{rcel', 'rcel'],
  ['par{cel', 'par'],
  ['{parcel', 'parcel'],
  // Groups.
  ['(?:your|the) (?:e-?mail|names?)', 'mail', 'name'],
  ['(parcel)order', 'parcel'],
  ['(?:parcel)order', 'parcel'],
  ['(?<name>parcel)order', 'parcel'],
  ['(?<name_2>[ab]|parcel)order', 'order'],
  ['(?:parcel)?order', 'order'],
  ['(?:parcel)??order', 'order'],
  ['(?:parcel)*order', 'order'],
  ['(?:parcel){0,5}order', 'order'],
  ['(?:parcel)+order', 'parcel'],
  ['(?:parcel){1,5}order', 'parcel'],
  ['order(?:parcel)?s', 'order'],
  ['(?:red|blue)? (?:wine|beer)', 'wine', 'beer'],
  ['(?:abc|de)(?:fgh|jkl)', 'fgh', 'jkl'],
  ['(?:fgh|jkl)(?:abc|de)', 'fgh', 'jkl'],
  ['(?:abc|def)(?:fgh|jkl)', 'abc', 'def'],
  ['(?:a|b|)'],
  ['()'],
  ['(?:(?:red|blue) wine|beer)', ' wine', 'beer'],
  ['tea or|coffee and (?:milk|cream)', 'tea or', 'coffee and '],
  ['book (?:a|the)? table', ' table'],
  // What stands around a text is no part of it.
  ['(?=parcel)order', 'order'],
  ['(?!parcel)order', 'order'],
  ['(?<=parcel)order', 'order'],
  ['(?<!parcel)order', 'order'],
  // Escapes.
  [String.raw`\border\b`, 'order'],
  [String.raw`what\?`, 'what'],
  [String.raw`\$50`, '$50'],
  [String.raw`a\.parcel`, '.parcel'],
  [String.raw`a\-b\.parcel`, '.parcel'],
  [String.raw`\?+order`, '?order'],
  [String.raw`\?{1,2}order`, '?order'],
  [String.raw`\?*order`, 'order'],
  [String.raw`\?{0,2}order`, 'order'],
  [String.raw`\(y`, '(y'],
  [String.raw`\p{L}order`, 'order'],
  [String.raw`\P{Letter}order`, 'order'],
  [String.raw`\p{Extended_Pictographic}order`, 'order'],
  [String.raw`\u{1F600}order`, 'order'],
  [String.raw`\u00e9order`, 'order'],
  [String.raw`\dorder`, 'order'],
  [String.raw`\1order`, 'order'],
  [String.raw`order\s+number`, 'number'],
  // Any of a class.
  ['[abcdef]de', 'de'],
  ['[abcdef]+de', 'de'],
  ['[abcdef]?de', 'de'],
  [String.raw`[\]abcdef]de`, 'de'],
  [String.raw`[^\\]de`, 'de'],
  ['[?*+]de', 'de'],
  ['[ab]'],
];

test('a text that fits a pattern holds what the pattern needs', () => {
  const found = ROWS.map(([pattern]) => [pattern, ...(neededWords(pattern) ?? [])]);
  expect(found).toEqual(ROWS);
});

test('no more than eighty parts are looked for', () => {
  const drinks = (count: number) => Array.from({ length: count }, (_, at) => `drink ${at}`);
  expect(neededWords(drinks(80).join('|'))).toEqual(drinks(80));
  expect(neededWords(drinks(81).join('|'))).toBeUndefined();
  expect(neededWords(`(?:${drinks(81).join('|')}) to go`)).toEqual([' to go']);
});
