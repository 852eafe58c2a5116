import { decided, named, type Table } from './table';

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

test('what a story comes to is picked, where nothing more is told of it', () => {
  const table: Table = {
    'When? Saturday | Sunday': [
      ['my wife works sunday so saturday i guess', 'Saturday', 'correction'],
      ['my boss loves saturday so sunday', 'Sunday', 'correction'],
      ['my boss is away so it is saturday please', 'Saturday', 'label'],
      ['my boss is away but saturday it is', 'Saturday', 'label'],
      ['my boss loves saturday so saturday', 'Saturday', 'label'],
      ['i love to sleep in so sunday with my wife', 'Sunday + with my wife', 'clause'],
      ['my wife works sunday so not saturday', 'words'],
      ['my wife works so not saturday', 'words'],
      ['my boss is away so saturday or sunday', 'words'],
    ],
    'Which day? Monday morning | Monday afternoon | Friday morning': [
      ["friday we're at the doctor in the morning so monday then in the morning", 'words'],
    ],
    'Which bread? Rye | Wholemeal | Focaccia': [["they won't touch rye so pop a wholemeal in", 'words']],
    'Which way? Ferry | Coach | Train': [["well i get seasick so um er the tr the train i'd say", 'words']],
    'Which honey? Clover | Manuka | Heather': [['my wife only eats the heather so that one please', 'words']],
    'What to book? Badminton | Squash | Table tennis': [["if there's space squash", 'Squash', 'label']],
    'Go on? Yes | No': [['yes', 'nothing']],
  };
  expect(named(table)).toEqual(table);
  const whole: Table = {
    'Which day? Monday morning | Monday afternoon | Friday morning': [
      ["friday we're at the doctor in the morning so monday then in the morning", 'Monday morning'],
    ],
  };
  expect(decided(whole)).toEqual(whole);
});

test('an option behind one with more told of it is asked about, or picked', () => {
  const table: Table = {
    'Which class? Spin | Boxing | Yoga flow': [
      ["spin although knowing my knee yoga's safer", 'which Spin | Yoga flow', 'both'],
    ],
    'Which membership? Off-peak | Peak | Student': [
      ["peak i think well no off peak because i'm retired now", "Off-peak + because i'm retired now", 'correction'],
    ],
    'Whose turn? Anna | Ben | Clara': [["anna oh silly me it's ben's turn today", 'which Anna | Ben', 'both']],
    'Whose turn? Anna | Mary Beth | Clara': [
      ["mary beth oh silly me it's anna's turn today", 'which Anna | Mary Beth', 'both'],
      ["mary beth oh silly me it's mary beth's turn today", 'Mary Beth'],
    ],
    'When? Saturday | Sunday': [
      ["so sunday we're at church", "Sunday + we're at church"],
      ["so sunday there's a saturday market", "Sunday + there's a saturday market"],
      ["sunday there's church so then in the morning", "Sunday + there's church so then in the morning"],
      [
        "sunday there's the saturday market so in the morning then",
        "Sunday + there's the saturday market so in the morning then",
      ],
    ],
    'What broke? Street lamp | Pothole': [['pothole oh silly me you fixed the lamp', 'Pothole + you fixed the lamp']],
    'How to reach you? Phone | Email | Post': [["email oh i'm hopeless with that just phone me", 'Phone']],
    'Which plan? Basic | Plus | Ultra': [
      ['ultra no plus no go back to ultra yeah ultra', 'Ultra + no plus no go back to ultra yeah ultra', 'negation'],
    ],
    'Which insurance? Home | Car | Caravan': [['the car the caravan the caravan', 'which Car | Caravan', 'both']],
  };
  expect(named(table)).toEqual(table);
});

test('an option is no answer where it is asked about, supposed, or only spoken of', () => {
  const table: Table = {
    'Which room? Garden suite | Sea suite | Double': [
      ['could i have the double', 'Double', 'label'],
      ['could you tell my wife the double', 'Double'],
      ['thanks what about the double', 'Double'],
      ['has to be the double', 'Double'],
      ['if possible the double', 'Double'],
      ['does the double have a balcony', 'words'],
      ['hello does the double have a balcony', 'words'],
      ['well is the double quiet', 'words'],
      ['can my wife see the double', 'words'],
      ['if i take the double can i come earlier', 'words'],
      ['oh if i take the double can i come earlier', 'words'],
      ['the double is a dump', 'words'],
      ['the double is too small', 'words'],
      ['my double broke', 'words'],
    ],
    'What next? What to do | Where to go': [['what to do', 'What to do', 'label']],
    'With what? No cheese | Ham': [
      ['no cheese', 'No cheese', 'label'],
      ['cheese please', 'words'],
    ],
    'Which class? Beginners | Advanced': [['my friend does the beginners one', 'words']],
    'Which car to insure? Car – Single | Car – Multi | Van': [
      ['my car needs insuring', 'which Car – Single | Car – Multi', 'part'],
    ],
  };
  expect(named(table)).toEqual(table);
});

test('words within a name do not part it, those that exclude others do not either', () => {
  const table: Table = {
    'What is wrong with it? No heat | Too much heat | Noise': [['no the heat is far too much', 'Too much heat']],
    'Which one? Night day frame | Loft frame': [
      ['night and day frame', 'Night day frame', 'label'],
      ['night big old day frame', 'Night day frame', 'label'],
      ['night big old wood day frame', 'Night day frame + big old wood day frame', 'label'],
      ['night die frame', 'words'],
    ],
    'Which colour? Black | White | Navy': [
      ['navy not black', 'Navy', 'negation'],
      ['no black no white navy', 'Navy', 'negation'],
      ['not black', 'which White | Navy', 'negation'],
    ],
    'Which delivery? 8am-12pm | 12pm-4pm | 4pm-8pm': [['between four and eight', '4pm-8pm']],
    'Which class? 1A | 1B | 2A | 2B': [['two b', '2B', 'number']],
    'Which bulb? A1 Bright | A2 Natural | A3 Warm': [['a one', 'A1 Bright', 'part']],
  };
  expect(named(table)).toEqual(table);
});
