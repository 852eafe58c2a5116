import { withRuledTables } from '../../../lambda/speech/source/spaced-tables';

describe('a table that is set with spaces', () => {
  test.each([
    [
      'Our hours:\nDay  Opens  Closes\nMonday  9  5\nFriday  10  6\nThanks!',
      'Our hours:\n| Day | Opens | Closes |\n|---|---|---|\n| Monday | 9 | 5 |\n| Friday | 10 | 6 |\nThanks!',
    ],
    // Behind tabs, at the beginning of the text.
    [
      'Dish\tSize\tPrice\nSoup\tS\t$4\nSoup\tL\t$6',
      '| Dish | Size | Price |\n|---|---|---|\n| Soup | S | $4 |\n| Soup | L | $6 |',
    ],
    [
      'Dish\t\tSize\tPrice\nSoup\t\tS\t$4\nSoup\tL\t$6',
      '| Dish | Size | Price |\n|---|---|---|\n| Soup | S | $4 |\n| Soup | L | $6 |',
    ],
    // Four columns, indented, the last row cut off by a line of fewer cells.
    [
      '  Tag   Von   Bis   Raum  \n  Mo   9   12   A  \n  Di   13   17   B  \nMehr   bald\n\nDanke',
      '| Tag | Von | Bis | Raum |\n|---|---|---|---|\n| Mo | 9 | 12 | A |\n| Di | 13 | 17 | B |\nMehr   bald\n\nDanke',
    ],
    // Two of them, and names that end in a dot.
    [
      'Nr.  Art.  Menge\n1  A  2\n2  B  3\n\nPlan  Seats  Rate\nBasic  5  10\nPro  10  20',
      '| Nr. | Art. | Menge |\n|---|---|---|\n| 1 | A | 2 |\n| 2 | B | 3 |\n\n| Plan | Seats | Rate |\n|---|---|---|\n| Basic | 5 | 10 |\n| Pro | 10 | 20 |',
    ],
    // A name of twenty letters is one.
    [
      'Estimated departures  To  Gate\nNoon  Rome  4\nNight  Bern  6',
      '| Estimated departures | To | Gate |\n|---|---|---|\n| Noon | Rome | 4 |\n| Night | Bern | 6 |',
    ],
    [
      'Ételek  Méret  Ár\nLeves  S  900\nLeves  L  1200',
      '| Ételek | Méret | Ár |\n|---|---|---|\n| Leves | S | 900 |\n| Leves | L | 1200 |',
    ],
  ])('is one of markdown: %j', (text, ruled) => {
    expect(withRuledTables(text)).toBe(ruled);
  });

  test.each([
    // Two columns, one row, no column of figures.
    ['Day  Opens\nMonday  9\nFriday  10'],
    ['Day  Opens  Closes\nMonday  9  5'],
    ['Day  Opens  Closes\nMonday  nine  five\nFriday  10  six'],
    ['We  are  open\nyou  may  come\nwe  are  glad'],
    // No line of names: a figure, a sentence, a sign, a long one.
    ['Day  2025  Closes\nMonday  9  5\nFriday  10  6'],
    ['Day 1  Opens  Closes\nMonday  9  5\nFriday  10  6'],
    ['Is it?  Opens  Closes\nMonday  9  5\nFriday  10  6'],
    ['Go! Now  Opens  Closes\nMonday  9  5\nFriday  10  6'],
    ['A. b  Opens  Closes\nMonday  9  5\nFriday  10  6'],
    ['- Day  Opens  Closes\nMonday  9  5\nFriday  10  6'],
    ['Estimated departures.  To  Gate\nNoon  Rome  4\nNight  Bern  6'],
    // Rows of more cells, or of fewer, and one of markdown already.
    ['Day  Opens  Closes\nMonday  9  5  today\nFriday  10  6'],
    ['Day  Opens  Closes\nMonday  9\nFriday  10  6'],
    ['Day  Opens  Closes\nMonday  9  5\n\nFriday  10  6'],
    ['| Day  Opens  Closes |\n| Monday  9  5 |\n| Friday  10  6 |'],
    ['Day  Opens  Closes\nMonday  9  5 | 6\nFriday  10  6'],
    ['We open at nine.\n\nAnything else?'],
    ['We open at nine.  \n  Anything else?'],
  ])('is told from words that are set wide: %j', (text) => {
    expect(withRuledTables(text)).toBe(text);
  });

  test.each([
    ['Soup          4.50\nBread (2)     1', 'Soup, 4.50\nBread (2), 1'],
    ['Soup   $4.50', 'Soup, $4.50'],
    ['Soup   €4', 'Soup, €4'],
    ['Soup   £4', 'Soup, £4'],
    ['Tee   ₹ 1,25,000 \nKaffee   ₹90\t', 'Tee, ₹ 1,25,000 \nKaffee, ₹90\t'],
    ['Coupon   -5.00\nGutschein   −5,00\nRabatt   –$5', 'Coupon, -5.00\nGutschein, −5,00\nRabatt, –$5'],
    [
      '"Soup"     4\n“Bread”     2\nFee 5%     1\nMr.     3\nRoom 12     120',
      '"Soup", 4\n“Bread”, 2\nFee 5%, 1\nMr., 3\nRoom 12, 120',
    ],
    ['Sum     12.345.678,90', 'Sum, 12.345.678,90'],
    ['XABC     4', 'XABC, 4'],
  ])('a price stands behind a comma: %j', (text, said) => {
    expect(withRuledTables(text)).toBe(said);
  });

  test.each([
    // The room is no more than that of a sentence, or something stands between that is no price.
    ['Soup  4.50'],
    ['Total:     12.00'],
    ['USD     12.00\nPay EUR     4'],
    ['Soup   4.50 each'],
    ['Soup   4.50 a\nBread   two'],
    ['Call   5551234567'],
    ['Soup -   4.50'],
    ['Soup   +4'],
    ['Soup   4.5678'],
    ['Soup   $$4'],
    ['Soup   4..5'],
  ])('nothing else does: %j', (text) => {
    expect(withRuledTables(text)).toBe(text);
  });
});
