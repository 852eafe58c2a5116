import { named, type Table } from './table';

test('options that are named one by one and nothing more are all of them, or words', () => {
  const table: Table = {
    'Where to put it? Carport | Greenhouse | Veranda': [
      ['carport greenhouse and veranda', 'all'],
      ['greenhouse veranda and my carport please', 'all'],
      ['carport greenhouse or veranda', 'Carport + greenhouse or veranda'],
      ['carport greenhouse and veranda doors', 'Carport + greenhouse and veranda doors'],
      ['carport no greenhouse and veranda', 'Greenhouse + veranda', 'correction'],
      ['carport carport and veranda', 'which Carport | Veranda together'],
      ['the greenhouse and the veranda', 'which Greenhouse | Veranda together'],
    ],
    'Which wines? Red wine | White wine | Rose wine': [
      ['red white and rose', 'all'],
      ['red wine white wine and rose wine', 'all'],
      ['red and white', 'which Red wine | White wine together'],
    ],
    'Which drinks? Tea | Green tea | Coffee': [
      ['green tea and coffee', 'which Green tea | Coffee together'],
      ['tea green tea and coffee', 'which Green tea | Coffee together'],
    ],
    'Which starter? Ham | Egg | Blue cheese | Soup': [
      ['ham egg and soup', 'words'],
      ['ham egg soup and blue cheese', 'all'],
      ['ham egg soup and cheese', 'Ham + egg soup and cheese'],
    ],
    'Which seats? Lower Bowl | Upper Bowl | Club Level': [['the lower bowl upper bowl club level', 'all']],
  };
  expect(named(table)).toEqual(table);
});

test('a word of several options asks which, unless more is told of it', () => {
  const table: Table = {
    'What to win? Red wine | Red bike': [
      ['red', 'which Red wine | Red bike', 'part'],
      ['red please', 'which Red wine | Red bike'],
      ["you're red", 'which Red wine | Red bike'],
      ['red paint', 'words'],
      ['the red is lovely', 'words'],
      ['somebody is red', 'words'],
      ['no red', 'words'],
      ['is red any good', 'words'],
    ],
    'Which seats? Lower Bowl | Upper Bowl | Club Level': [
      ['bowl', 'which Lower Bowl | Upper Bowl', 'part'],
      ['not the bowl', 'Club Level', 'negation'],
      ['i was in the bowl', 'words'],
      ['my bowl broke', 'words'],
    ],
    'When? Sat 8:00 | Sat 13:00 | Sun 8:00': [
      ["we're free saturday", 'which Sat 8:00 | Sat 13:00', 'part'],
      ["saturday's good", 'which Sat 8:00 | Sat 13:00', 'clause'],
    ],
    'Which cottage? Rose with garden | Ivy with garden | Fern without garden': [
      ['one with a garden', 'which Rose with garden | Ivy with garden', 'part'],
      ['a garden', 'which Rose with garden | Ivy with garden | Fern without garden', 'part'],
      ['without a garden', 'Fern without garden', 'part'],
      ['one with a garden and a pond', 'words'],
    ],
    'Which cottage? Rose without garden | Ivy without garden | Fern with garden': [
      ['one without a garden', 'which Rose without garden | Ivy without garden', 'part'],
    ],
  };
  expect(named(table)).toEqual(table);
});

test('two options that are named together are asked about, joined by "and" or not', () => {
  const table: Table = {
    'What would you like to know? Opening hours | Prices | Directions': [
      ['prices and directions', 'which Prices | Directions together', 'both'],
      ['prices or directions', 'which Prices | Directions', 'both'],
      ['prices hours', 'which Opening hours | Prices', 'both'],
      ['i want the price and the hours', 'Prices + the hours'],
    ],
    'Anything to drink? Tea | Coffee | Milk': [
      ['tea and coffee', 'which Tea | Coffee together', 'both'],
      ['and tea coffee', 'which Tea | Coffee', 'both'],
      ['tea coffee and thanks', 'which Tea | Coffee', 'both'],
      ['tea is it or coffee', 'which Tea | Coffee', 'both'],
      ['tea and coffee can i', 'words'],
      ['tea coffee could you please', 'words'],
    ],
    'Which account? Joint Savings | Personal Savings | Current': [
      ['the savings account', 'which Joint Savings | Personal Savings', 'part'],
      ['my savings and current', 'which Joint Savings | Current together', 'both'],
    ],
    'Which subscription? Basic | Plus | Pro': [
      ['basic plus', 'which Basic | Plus', 'both'],
      ['basic plus phone', 'Basic + plus phone'],
    ],
    'Which slot? Tuesday first | Wednesday second': [
      ['tuesday the second', 'which Tuesday first | Wednesday second', 'both'],
    ],
    'Which seats? Lower Bowl | Upper Bowl | Club Level': [
      ['lower bowl how much oh upper bowl then', 'Upper Bowl', 'clause'],
    ],
  };
  expect(named(table)).toEqual(table);
});

test('options that are each for somebody else are asked about', () => {
  const table: Table = {
    'Which eggs? Scrambled | Fried | Poached': [
      ['scrambled for me and poached for him', 'which Scrambled | Poached', 'both'],
      ['poached for me fried for him', 'which Fried | Poached', 'both'],
      ['scrambled for me no poached for him', 'Poached', 'correction'],
      ['scrambled for me poached for him fried for her', 'all'],
      ['scrambled for me and scrambled for him', 'Scrambled', 'label'],
      ['fried for me and toast for him', 'Fried + for me and toast for him'],
    ],
    'Which cup? Scrambled egg | Fried egg | Poached': [
      ['scrambled for me and fried for him', 'which Scrambled egg | Fried egg together', 'both'],
    ],
    'Which tea? Small tea | Tea | Milk': [['small tea for me', 'Small tea', 'label']],
    'Which seats? Lower Bowl | Upper Bowl | Club Level': [
      ['lower bowl for me and club level for him', 'which Lower Bowl | Club Level', 'both'],
    ],
  };
  expect(named(table)).toEqual(table);
});

test('alternatives that are left open are asked about, those that are asked for advice on are words', () => {
  const table: Table = {
    'Which dish? Lasagne | Risotto | Tagine | Paella': [
      ['either paella or risotto', 'which Risotto | Paella', 'both'],
      ['the tagine or the risotto', 'which Risotto | Tagine', 'both'],
      ['maybe a paella maybe a tagine', 'which Tagine | Paella', 'both'],
      ['paella or tagine for the kids tonight', 'which Tagine | Paella', 'both'],
      ["paella or risotto i can't say", 'which Risotto | Paella', 'both'],
      ['lasagne or paella who knows', 'which Lasagne | Paella', 'both'],
      ["lasagne or paella i'm not sure which", 'which Lasagne | Paella', 'both'],
      ['tagine or risotto which is hotter', 'words'],
      ["tagine or my wife's risotto", 'words'],
      ['maybe paella maybe risotto he eats both', 'words'],
      ['lasagne maybe risotto with chips and peas', 'Lasagne + risotto with chips and peas'],
      [
        'lasagne or maybe paella no the first i said was right',
        'Lasagne + or maybe paella no the first i said was right',
      ],
      ['risotto or paella but not tagine', 'Risotto + or paella but not tagine'],
    ],
    'What hurts? Cough | Fever | Rash': [
      ['maybe a cough maybe a fever cramps', 'which Cough | Fever', 'both'],
      ['maybe a cough maybe a fever cramps thank you', 'which Cough | Fever', 'both'],
      ['maybe a cough maybe a fever muscle cramps', 'Cough + a fever muscle cramps'],
      ['maybe a rash maybe a fever it burns', 'words'],
    ],
    'Which phone? Nova 5 | Pixel 6 | Aria': [
      ['nova five or pixel six who knows', 'which Nova 5 | Pixel 6', 'both'],
      ['nova five in black', 'Nova 5 + in black', 'number'],
      ['the nova phone five please', 'Nova 5', 'number'],
    ],
    'For how many? 2 | 4 | 6': [
      ['two or maybe four', 'which 2 | 4', 'both'],
      ['six or four i guess', 'which 4 | 6', 'both'],
    ],
    'What to drink? Coffee | Tea | Orange juice': [["i can't have coffee or tea just bring water", 'words']],
  };
  expect(named(table)).toEqual(table);
});
