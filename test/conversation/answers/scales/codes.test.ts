import { english } from '../english';

type Row = readonly [said: string, code: string | undefined, question?: string];

/** What each is, in the form of the rows. */
function found(rows: readonly Row[]): readonly Row[] {
  return rows.map(([said, , question]) => {
    const code = english.code(said, question);
    return question === undefined ? [said, code] : [said, code, question];
  });
}

const PIN = 'What is your PIN?';

test('three digits and more that are said one by one are a code', () => {
  const rows: readonly Row[] = [
    ['four seven one', '471'],
    ['oh four seven one', '0471'],
    ['four seven one eleven', '47111'],
    ['double oh seven', '007'],
    ['four seven', undefined],
    ['eleven twelve', undefined],
    ['four hundred and seventy one', undefined],
    ['minus one two two', undefined],
    ['two two minus one', undefined],
    ['four seven one point five', undefined],
    ['one two third', undefined],
    ['four seven one first', undefined],
    ['four seven one and eleven', undefined],
    ['four seven one um eleven', undefined],
    ['four seven one eleven and twelve', undefined],
    ['', undefined],
  ];
  expect(found(rows)).toEqual(rows);
});

test('little may stand before a code, and nothing but courtesies behind it', () => {
  const rows: readonly Row[] = [
    ["um it's four seven one", '471'],
    ['the number is four seven one please', '471'],
    ['i think four seven one thanks', '471'],
    ['no four seven one', '471'],
    ['four seven one um thanks', '471'],
    ['my pin is four seven one', '471', PIN],
    ['pin four seven one thanks', '471', PIN],
    ['my pin is four seven one', undefined, 'What is your name?'],
    ['my pin is four seven one', undefined],
    ['tomorrow four seven one', undefined],
    ['four seven one tomorrow', undefined],
    ["four seven one it's", undefined],
    ['four seven one is my pin', undefined, PIN],
    ['four seven one two people', undefined],
  ];
  expect(found(rows)).toEqual(rows);
});

test('to a question for a code, its digits may be said in pairs', () => {
  const rows: readonly Row[] = [
    ['eighteen sixty two', '1862', PIN],
    ['ten ten', '1010', PIN],
    ['ninety nine ninety nine', '9999', PIN],
    ['my pin is eighteen sixty two please', '1862', PIN],
    ['forty one oh six', '4106', PIN],
    ['forty one oh oh six', '41006', PIN],
    ['thirty thirty zero six sixty', '30300660', PIN],
    ['eighteen sixty two', undefined, 'What is your order number?'],
    ['sixty two', undefined, PIN],
    ['forty one six', undefined, PIN],
    ['five sixty two', undefined, PIN],
    ['ten hundred', undefined, PIN],
    ['a hundred and ten', undefined, PIN],
    ['a hundred twelve thirteen', undefined, PIN],
    ['forty one oh twelve', undefined, PIN],
    ['forty one zero ten', undefined, PIN],
    ['forty one ohm six', undefined, PIN],
    ['forty one oh and six', undefined, PIN],
    ['eighteen and sixty two', undefined, PIN],
    ['eighteen um sixty two', undefined, PIN],
    ['eighteenth sixty two', undefined, PIN],
    ['eighteen sixty second', undefined, PIN],
    ['forty one oh sixth', undefined, PIN],
    ['twelve thirteen and a half', undefined, PIN],
    ['minus twelve thirteen', undefined, PIN],
    ['eighteen sixty two tomorrow', undefined, PIN],
    ['hello', undefined, PIN],
  ];
  expect(found(rows)).toEqual(rows);
});
