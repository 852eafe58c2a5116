import { hear } from '../../../../lambda/conversation/answers/heard';
import { plain } from '../../../../lambda/conversation/answers/named';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { bySplit, isMeant } from '../../../../lambda/conversation/answers/split';
import { lexiconOf } from '../lexicon-of';
import { type Table, withDecisions } from './table';

const lexicon = lexiconOf('en');

const heardAs = (table: Table) =>
  withDecisions(table, (offered, said) => {
    const prepared = prepareOffer(offered, lexicon);
    return bySplit(hear(said, lexicon), prepared, lexicon, (heard) => plain(heard, prepared, lexicon));
  });

test('a name that was heard as several words is picked, or asked about where it is short', () => {
  const table: Table = {
    'Which wine? Merlot | Malbec | Rioja': [
      ['mail back', 'confirm Malbec'],
      ['more low', 'confirm Merlot'],
      ['a mail back please', 'confirm Malbec'],
      ["it's mail back", 'confirm Malbec'],
      ['mail back i think', 'confirm Malbec'],
    ],
    'Which fabric? Cashmere | Suede | Denim | Linen': [
      ['cash me here', 'Cashmere'],
      ['cash me here please', 'Cashmere'],
      ['den him', 'Denim'],
      ['the cash me here one', 'Cashmere'],
      ["i'd like cash me here in blue", 'Cashmere + in blue'],
    ],
    'Which class? Pilates | Kickboxing | Zumba | Ballet': [
      ['pill arties', 'Pilates'],
      ['pie lot ease', 'Pilates'],
      ['kick box in', 'Kickboxing'],
      ['zoom bar', 'confirm Zumba'],
      ['the pie lot ease class', 'Pilates'],
    ],
    'How can we help? Meter reading | Payment plan | Moving out': [
      ['meet a reading', 'Meter reading'],
      ['pay mint plan', 'Payment plan'],
      ['meet her reading please', 'Meter reading'],
    ],
    'Which box? Kaju Katli | Soan Papdi | Mysore Pak': [
      ['my sore pack', 'Mysore Pak'],
      ['my sore pack half kilo', 'Mysore Pak + half kilo'],
      ['cash you cattle ye', 'Kaju Katli'],
      ['so on pap de', 'Soan Papdi'],
    ],
    'What home? Bungalow | Terrace | Apartment | Farmhouse': [
      ["terry's", 'confirm Terrace'],
      ['a bungle oh', 'Bungalow'],
      ['bungle low', 'Bungalow'],
      ['a part meant', 'Apartment'],
      ['far mouse', 'Farmhouse'],
      ['bun gal oh', 'Bungalow'],
    ],
    'Which shade? Burgundy | Mustard | Charcoal | Ivory': [
      ['burger and dee', 'Burgundy'],
      ['char coal', 'Charcoal'],
      ['muss turd', 'Mustard'],
      ['burger and die', 'Burgundy'],
    ],
    'When? Morning | Afternoon | Evening': [
      ['more ning', 'Morning'],
      ['eve ning', 'Evening'],
      ['after noon', 'Afternoon'],
    ],
    'Who? Physio | Dentist | Optician': [
      ['fizzy oh please', 'Physio'],
      ['fizzy oh', 'Physio'],
      ['dent ist', 'Dentist'],
      ['op tish on', 'Optician'],
    ],
    'Which clinic? Cardiology | Dermatology | Podiatry | Radiology': [
      ['derm a tall a gee', 'Dermatology'],
      ['card he all a gee', 'Cardiology'],
      ['derma tollo gee', 'Dermatology'],
      ['radio logy', 'Radiology'],
      ['pod eye a tree', 'Podiatry'],
      ['pod i a tree', 'Podiatry'],
      ['derm a tall a gee please mate', 'Dermatology'],
    ],
    'Which town? Dubbo | Mudgee | Parkes': [
      ["i'm in dub oh", 'Dubbo'],
      ['dub oh', 'Dubbo'],
      ['mud gee', 'Mudgee'],
      ['my dub oh', 'Dubbo'],
    ],
    'Which cereal? Porridge | Muesli | Granola | Bran flakes': [
      ['pour itch', 'Porridge'],
      ['gran ola', 'Granola'],
      ['muse lee', 'Muesli'],
      ['gran oh la', 'Granola'],
      ['my gran oh la', 'Granola'],
      ['grand nola', 'Granola'],
    ],
    'Which top? Cardigan | Jumper | Fleece': [
      ['card again', 'Cardigan'],
      ['a card again please', 'Cardigan'],
      ['card he can', 'confirm Cardigan'],
    ],
    'Which fish? Haddock | Cod | Plaice': [
      ['our dog', 'Haddock'],
      ['had dock', 'confirm Haddock'],
      ['hat dock', 'Haddock'],
      ['had oak', 'confirm Haddock'],
      ['a had dock please', 'confirm Haddock'],
    ],
    'Which tea? Chamomile | Darjeeling | Oolong': [
      ['dar jee ling', 'Darjeeling'],
      ['dar healing', 'Darjeeling'],
      ['ooh long', 'Oolong'],
    ],
    'Which pasta? Fettuccine | Linguine | Rigatoni': [['rig a tony', 'Rigatoni']],
    'Which island? Lanzarote | Fuerteventura | Tenerife': [
      ['lance a rotty', 'Lanzarote'],
      ['fort a ventura', 'Fuerteventura'],
      ['ten a reef', 'Tenerife'],
      ['lands a roaty', 'Lanzarote'],
      ['tenner reef', 'Tenerife'],
      ['ten a reef in may', 'Tenerife'],
      ['ten reef', 'Tenerife'],
    ],
  };
  expect(heardAs(table)).toEqual(table);
});

test('words that name another option are none of a name', () => {
  const table: Table = {
    'Which top? Card | Cardigan | Jumper': [
      ['card again', 'nothing'],
      ['car dig an', 'Cardigan', 'sound'],
    ],
    'Which top? Gin | Cardigan | Jumper': [
      ['card a gin', 'nothing'],
      ['card again', 'Cardigan', 'sound'],
    ],
    'Which car? Holden | Ford | Mazda': [
      ['hold on', 'nothing'],
      ['mass da', 'Mazda'],
    ],
    'Who? Marianne | Mary Anne | Joan': [['marry an', 'nothing']],
    'Which town? Marlow | Harlow | Barlow': [
      ['mar low', 'Marlow'],
      ['ma low', 'confirm Marlow', 'sound'],
      ['car low', 'nothing'],
    ],
    'Which clinic? Cardiology | Radiology | Audiology': [
      ['raddy all a gee', 'Radiology'],
      ['order all a gee', 'nothing'],
    ],
    'Which fabric? Cashmere | Suede | Linen': [
      ['not cash me here the linen', 'nothing'],
      ['cash me here not linen', 'Cashmere'],
    ],
  };
  expect(heardAs(table)).toEqual(table);
});

test('a short name is none, and neither is a word with its article where more is said', () => {
  const table: Table = {
    'Which one? Ruby | Miso | Leek | Audio | Kayak': [
      ['rue bee', 'nothing'],
      ['me so', 'nothing'],
      ['or dee oh', 'nothing'],
      ['kay yak', 'nothing'],
    ],
    'Which fish? Haddock | Cod | Plaice': [
      ['our dog', 'Haddock'],
      ['our dog please', 'nothing'],
      ["i'd like our dog", 'nothing'],
    ],
  };
  expect(heardAs(table)).toEqual(table);
});

test('a time behind "after" is meant as it is said, "after" alone is not', () => {
  const after = hear('well after nine', lexicon);
  const spans: [number, number, boolean][] = [
    [1, 3, true],
    [1, 2, false],
    [0, 2, false],
  ];
  expect(spans.map(([from, to]) => [from, to, isMeant(after, from, to, lexicon)])).toEqual(spans);
});

test('words that mean something, say more, or sound too little like a name are none', () => {
  const table: Table = {
    'Which wine? Merlot | Malbec | Rioja': [
      ['real ha', 'nothing'],
      ['the mail back for my wife', 'nothing'],
      ['mail back is good', 'nothing'],
    ],
    'Which fabric? Cashmere | Suede | Denim | Linen': [
      ['sway day', 'nothing'],
      ['not cash me here', 'nothing'],
      ['lin in unlined', 'nothing'],
    ],
    'Which class? Pilates | Kickboxing | Zumba | Ballet': [
      ['pie lot ease on monday', 'nothing'],
      ['is it pie lot ease', 'nothing'],
      ['pie lot ease is full', 'nothing'],
    ],
    'How can we help? Meter reading | Payment plan | Moving out': [['meat are reading', 'nothing']],
    'Which box? Kaju Katli | Soan Papdi | Mysore Pak': [['sore pack', 'nothing']],
    'What home? Bungalow | Terrace | Apartment | Farmhouse': [['a part', 'nothing']],
    'Which shade? Burgundy | Mustard | Charcoal | Ivory': [
      ['a burger and a drink', 'nothing'],
      ['burger and', 'nothing'],
      ["i've ree", 'nothing'],
      ["i've retired", 'nothing'],
    ],
    'When? Morning | Afternoon | Evening': [
      ['after nine', 'nothing'],
      ['after dinner', 'nothing'],
      ['after none', 'nothing'],
    ],
    'Who? Physio | Dentist | Optician': [
      ['our dog', 'nothing'],
      ['the dent', 'nothing'],
    ],
    'Which cereal? Porridge | Muesli | Granola | Bran flakes': [['my gran is here too', 'nothing']],
    'Which top? Cardigan | Jumper | Fleece': [
      ['card is gone', 'nothing'],
      ['my card is gone', 'nothing'],
    ],
    'What to rent? Bike | Kayak | Canoe': [
      ['can oh', 'nothing'],
      ['can you', 'nothing'],
      ['can ooh', 'nothing'],
      ['i can ooh', 'nothing'],
    ],
    'Which fish? Haddock | Cod | Plaice': [['my dock had oak', 'nothing']],
    'Which tea? Chamomile | Darjeeling | Oolong': [
      ['come a mile', 'nothing'],
      ['come a mile for me', 'nothing'],
      ["i'd come a mile", 'nothing'],
    ],
    'Which pasta? Fettuccine | Linguine | Rigatoni': [
      ['fed a cheney', 'nothing'],
      ['link wheeny', 'nothing'],
      ['fed a cheney or linguine', 'nothing'],
      ['fed a cheney rig a tony', 'nothing'],
      ['fetter cheney and two forks', 'nothing'],
    ],
    'Which island? Lanzarote | Fuerteventura | Tenerife': [['ten of these', 'nothing']],
  };
  expect(heardAs(table)).toEqual(table);
});
