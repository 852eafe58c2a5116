import { named, type Table } from './table';

test('an option and more of what was said before it, behind it or of another is picked', () => {
  const table: Table = {
    'How to pay? Card | Cash | Voucher': [
      ['cash', 'Cash', 'label'],
      ["my phone's dead so cash it is", 'Cash', 'label'],
      ["card it's for my mum", "Card + it's for my mum"],
      ["it's for my mum card please", 'Card'],
      ['fifteen', 'nothing'],
      ['i have no idea', 'nothing'],
    ],
    'Anything to drink? Tea | Coffee | No thanks': [
      ['tea two sugars', 'Tea + two sugars', 'label'],
      ['coffee and one for my wife', 'Coffee + one for my wife', 'label'],
    ],
    'Which room? Standard Twin | King Suite | Ocean View Double': [
      ["oh it's our anniversary so let's do the king suite", 'King Suite', 'clause'],
      ['our kids are coming so the twin', 'Standard Twin', 'part'],
      ['my knees are bad so could i be in the twin', 'Standard Twin', 'part'],
    ],
    'Which wine? House Red | House White | Merlot': [['house wine', 'which House Red | House White', 'clause']],
  };
  expect(named(table)).toEqual(table);
});

test('of two options that are named, the one that the utterance comes to is picked', () => {
  const table: Table = {
    'Which plan? Bronze | Silver | Gold': [
      ['my sister has silver so silver please', 'Silver', 'label'],
      ['sorry i said bronze i wanted gold', 'Gold', 'clause'],
      ['bronze or no my wife likes gold go with that', 'Gold', 'clause'],
      ['bronze is lovely but we never sit there the gold is plenty', 'Gold', 'clause'],
    ],
    'Right? Yes, book it | No, start over': [['yes book it oh hang on no start over', 'No, start over', 'clause']],
    'Red or white? Red wine | White wine': [
      ['not white red', 'Red wine', 'correction'],
      ['not red white', 'White wine', 'correction'],
    ],
    'When may we call? 4 PM | 6 PM | 8 PM': [['six is too early eight', '8 PM', 'correction']],
    'For how many? 2 | 4 | 6': [['two no four', '4', 'correction']],
  };
  expect(named(table)).toEqual(table);
});

test('two options of which nothing tells the one are asked about, in the order of the offer', () => {
  const table: Table = {
    'Tip? 15 | 20 | 25': [
      ['fifteen she was lovely give her twenty', 'which 15 | 20', 'both'],
      ['twenty five oh he was lovely give him fifteen', 'which 15 | 25', 'both'],
    ],
    'Which plan? Bronze | Silver | Gold': [
      ["silver oh silly me it's the gold one's turn", 'which Silver | Gold', 'both'],
      ["gold oh it's full silver", 'which Silver | Gold', 'both'],
    ],
    'How shall we reach you? Phone | Email | Post': [
      ['by phone please although hmm better use post', 'which Phone | Post', 'both'],
    ],
  };
  expect(named(table)).toEqual(table);
});

test('an option that is left out, conceded or only a part does not come into question', () => {
  const table: Table = {
    'Which blanket? Fleece | Linen | Down': [
      ['fleece but no linen', 'Fleece + but no linen', 'negation'],
      ['linen then no fleece', 'Linen + then no fleece', 'negation'],
      ['fleece though my gran prefers linen', 'Fleece + though my gran prefers linen'],
    ],
    'What broke? Street lamp | Pothole | Litter bin': [
      ['pothole again you only fixed the lamp', 'Pothole + you only fixed the lamp'],
    ],
    'Whose lunch is it? Anna | Ben | Clara': [["clara um she's ben's sister", "Clara + she's ben's sister"]],
  };
  expect(named(table)).toEqual(table);
});
