import { findEvidence, partsOfToday, tokensOfOption } from '../../../../lambda/conversation/answers/evidence';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { lexiconOf } from '../lexicon-of';
import { type Found, found, written } from './found';
import { preparedOf } from './table';

const lexicon = lexiconOf('en');

test('words of labels are found, whole and in part, run together or apart', () => {
  const table: Found = {
    'Where? Carport | Greenhouse | Veranda': [
      [
        'carport greenhouse and veranda',
        'Carport: carport = carport | Greenhouse: greenhouse = greenhouse | Veranda: veranda = veranda',
      ],
      ['my green house', 'Greenhouse: green house = greenhouse'],
      ['the car port and the veranda', 'Carport: car port = carport | Veranda: veranda = veranda'],
      ['green', ''],
      ['a green house and garden', 'Greenhouse: green house = greenhouse'],
    ],
    'Delivery or pickup? Delivery | Pickup': [
      ["i'll pick up at around seven", 'Pickup: up = pickup'],
      ['pick it up', ''],
      ['delivery', 'Delivery: delivery = delivery'],
      ['pick up the delivery', 'Pickup: up = pickup | Delivery: delivery = delivery'],
      ['pickups', 'Pickup: pickups = pickup'],
    ],
    "How to remind? Voice call | Letter | App message | Don't remind me": [
      ["don't send a letter", 'Letter: letter = letter'],
      ["don't call", 'Voice call: call = call'],
      ["don't remind me", "Don't remind me: do not remind me (do me) = do not remind me"],
      ['remind me', "Don't remind me: remind me (me) = remind me"],
      ["don't", "Don't remind me: do not (do) = do not"],
      ["call me don't write", 'Voice call: call = call'],
    ],
    'What to insure? Car – Single | Car – Multi | Van | Caravan': [
      ['my car needs insuring', 'Car – Single: car = car | Car – Multi: car = car'],
      ['caravan', 'Caravan: caravan = caravan'],
      ['the van', 'Van: van = van'],
      ['a single', 'Car – Single: single = single'],
    ],
    'What to do? Check-in | Checkout | Order breakfast': [
      ['i want to check out', 'Check-in: check = check | Checkout: check out = checkout'],
      ['check my order', 'Check-in: check = check | Order breakfast: order = order'],
      ['check', 'Check-in: check = check'],
      ['check in', 'Check-in: check in (in) = check in'],
      ['order out', 'Order breakfast: order = order'],
      ['let me check the breakfast', 'Check-in: check = check | Order breakfast: breakfast = breakfast'],
    ],
    'What to do? Checkout | Log In | Sign Up': [
      ['check out', 'Checkout: check out = checkout'],
      ['log me in', 'Log In: log (in) = log in'],
      ['check', ''],
      ['check the log', 'Log In: log = log'],
    ],
    'Which size? S | M | L | XL': [
      ["he's an m", 'M: m = m'],
      ["it's a small", 'S: small = small'],
      ['extra large', 'XL: extra large = extra large | L: large = large | XL: large = large'],
      ["that's l", 'L: l = l'],
      ["it's", ''],
    ],
    'With milk? With milk | Without milk': [
      ['milk', 'With milk: milk = milk | Without milk: milk = milk'],
      ['with', 'With milk: with = with'],
      ['without', 'Without milk: without = without'],
      ['milk and sugar', 'With milk: milk = milk | Without milk: milk = milk'],
      ['no milk', 'With milk: milk = milk | Without milk: milk = milk'],
    ],
    'A bag? Paper bag | Cotton bag | No bag': [
      ['no', 'No bag: no = no'],
      ['no bag', 'No bag: no bag = no bag | Paper bag: bag = bag | Cotton bag: bag = bag'],
      ['bag', 'Paper bag: bag = bag | Cotton bag: bag = bag | No bag: bag = bag'],
      ['no cotton', 'Cotton bag: cotton = cotton'],
      ['paper', 'Paper bag: paper = paper'],
    ],
    'What to do? Cancel order | Repeat order | Help | Stop': [
      ['repeat my last order', 'Repeat order: repeat order = repeat order | Cancel order: order = order'],
      ['can you repeat', 'Repeat order: repeat = repeat'],
      ['help me stop', 'Help: help = help | Stop: stop = stop'],
      ['say that again', ''],
      ['cancel the repeat', 'Cancel order: cancel = cancel | Repeat order: repeat = repeat'],
    ],
    'Which flight? 7:00 am | 7:00 pm': [
      ['am', '7:00 am: am = am'],
      ['seven', ''],
      ['seven pm', '7:00 pm: pm = pm'],
    ],
    'Need help? Track order | Talk to us | Morning | Change': [
      ['talk to you later', ''],
      ['talk to us', 'Talk to us: talk to us (to us) = talk to us'],
      ['good morning', ''],
      ['morning', 'Morning: morning = morning'],
      ['keep the change', ''],
      ['change', 'Change: change = change'],
      ['the change', 'Change: change = change'],
      ['have a good morning', ''],
    ],
    'Which office? St. Louis | N.Y.C. | L.A. | AT&T': [
      ['la', 'L.A.: la = l a'],
      ['a t and t', 'AT&T: a t and t (a t and) = at and t | L.A.:  (a) = a'],
      ['n y c', 'N.Y.C.: n y c = n y c'],
      ['louis', 'St. Louis: louis = louis'],
      ['at', 'AT&T:  (at) = at'],
      ['t and t', 'AT&T: t and t (and) = and t'],
      ['st louis', 'St. Louis: st louis = st louis'],
      ['at and t', 'AT&T: at and t (at and) = at and t'],
    ],
    'What to drink? Coffee | Tea | Orange juice': [
      ['orange', 'Orange juice: orange = orange'],
      ['orange juice', 'Orange juice: orange juice = orange juice'],
      ['juice tea', 'Orange juice: juice = juice | Tea: tea = tea'],
      ['orangejuice', 'Orange juice: orangejuice = orange juice'],
    ],
    'Which preference? Window | Aisle | No preference': [
      ['my preference would be a window', 'Window: window = window'],
      ['no preference', 'No preference: no preference (no) = no preference'],
      ['preference', 'No preference: preference = preference'],
      ['a window no preference', 'Window: window = window | No preference: no preference (no) = no preference'],
    ],
  };
  expect(found(table)).toEqual(table);
});

test('words of set phrases, of what excludes and of what only wraps an answer are told from those of labels', () => {
  const table: Found = {
    'Need help? Talk to you | The change | Good morning | Keep': [
      ['talk to you later', ''],
      ['keep the change', ''],
      ['good morning', 'Good morning: good morning = good morning'],
      ['the change', 'The change: the change (the) = the change'],
      ['keep', 'Keep: keep = keep'],
      ['talk to you', 'Talk to you: talk to you (to you) = talk to you'],
      ['have a good morning', 'Good morning: good morning = good morning'],
    ],
    'What now? Hold | Resume | Make it sweet': [['make it sweet', 'Make it sweet: make it sweet = make it sweet']],
    'Which airport? NYC SF | LA SF | NYC SFO': [
      ['n y c s f', 'NYC SF: n y c s f = nyc sf | NYC SFO: n y c = nyc | LA SF: s f = sf'],
      ['l a', 'LA SF: l a = la'],
      ['n y c s f o', 'NYC SF: n y c s f = nyc sf | NYC SFO: n y c s f o = nyc sfo | LA SF: s f = sf'],
      ['s f o', 'NYC SF: s f = sf | LA SF: s f = sf | NYC SFO: s f o = sfo'],
    ],
    "How to remind? Letter | Don't remind me again": [
      [
        "don't remind me by letter",
        "Don't remind me again: do not remind me (do me) = do not remind me | Letter: letter = letter",
      ],
      ["don't send letters", 'Letter: letters = letter'],
      ["don't remind me", "Don't remind me again: do not remind me (do me) = do not remind me"],
    ],
    'Who comes? Not me | My wife': [
      ['not me but my wife', 'Not me: not me (me) = not me | My wife: my wife (my) = my wife'],
      ['me', 'Not me:  (me) = me'],
      ['my wife', 'My wife: my wife (my) = my wife'],
    ],
    'Where to sit? Aisle | No window preference': [
      [
        'my preference is the aisle window',
        'No window preference: preference window = window preference | Aisle: aisle = aisle',
      ],
      ['my preference is the aisle', 'Aisle: aisle = aisle'],
      ['no preference aisle', 'No window preference: preference (no) = no preference | Aisle: aisle = aisle'],
      ['aisle without preference', 'Aisle: aisle = aisle'],
    ],
    'Which account? Checking | Savings | At home': [
      ['check my savings', 'Savings: savings = savings'],
      ['checking', 'Checking: checking = checking'],
      ['check the savings at noon', 'Savings: savings = savings | At home:  (at) = at'],
      ['savings and checking', 'Savings: savings = savings | Checking: checking = checking'],
      ['check', 'Checking: check = checking'],
    ],
    'What to do? Checking | Check-in | Savings': [
      ['i want to check in', 'Check-in: check in = check in'],
      ['check in my savings', 'Check-in: check in = check in | Savings: savings = savings'],
      ['i want checking', 'Checking: checking = checking | Check-in: checking = check'],
      ['let me check', 'Check-in: check = check'],
    ],
    "How to remind? Call | Text | Don't call | Nothing": [
      ["don't call", "Don't call: do not call (do) = do not call | Call: call = call"],
      ['call', "Call: call = call | Don't call: call = call"],
      ['text', 'Text: text = text'],
      ["don't text", 'Text: text = text'],
      ['no calls', "Call: calls = call | Don't call: calls = call"],
    ],
    'Where to sit? Aisle | No preference | Window': [
      ['aisle preference', 'Aisle: aisle = aisle'],
      ["i'd prefer the aisle", 'Aisle: aisle = aisle'],
      ['preference no aisle', 'No preference: preference (no) = no preference | Aisle: aisle = aisle'],
    ],
  };
  expect(found(table)).toEqual(table);
});

test('words that were run together with others, or begin a phrase, name what they are', () => {
  const table: Found = {
    'Which tea? Good morning tea | Coffee | Cancel | Hang on tight tour': [
      ['good morning', ''],
      ['good morning coffee', 'Coffee: coffee = coffee'],
      ['cancel that', 'Cancel: cancel = cancel'],
      ['hang on tight', 'Hang on tight tour: hang on tight = hang on tight'],
    ],
    'Which one? NYCSF | LAX': [
      ['n y c s f', 'NYCSF: n y c s f = nycsf'],
      ['l a x', 'LAX: l a x = lax'],
    ],
  };
  expect(found(table)).toEqual(table);
});

test('what only stands for an option is found in full, or not at all', () => {
  const labels = ['Checking', 'Savings'];
  const offered = { labels, synonyms: [['current account'], ['rainy day fund']], from: 0, to: 2 };
  const prepared = prepareOffer(offered, lexicon);
  const rows: [string, string][] = [
    ['my current account', 'Checking: current account = current account'],
    ['current', ''],
    ['for a rainy day', ''],
    ['rainy day fund', 'Savings: rainy day fund = rainy day fund'],
    ['savings', 'Savings: savings = savings'],
  ];
  const said = rows.map(([words]) => {
    const heard = hear(words, lexicon);
    return [words, written(heard, findEvidence(heard, prepared, lexicon), labels.join(' | '))];
  });
  expect(said).toEqual(rows);
});

test('words are looked for in a part of what was said, from one to another', () => {
  const offer = 'Red one | Blue two | Car port';
  const heard = hear('red blue car port two', lexicon);
  const rows: [number, number, string][] = [
    [0, 5, 'Blue two: blue two = blue two | Red one: red = red | Car port: car port = car port'],
    [1, 5, 'Blue two: blue two = blue two | Car port: car port = car port'],
    [2, 3, 'Car port: car = car'],
    [3, 5, 'Blue two: two = two | Car port: port = port'],
    [0, 4, 'Red one: red = red | Blue two: blue = blue | Car port: car port = car port'],
    [5, 5, ''],
  ];
  const parts = rows.map(([from, to]) => [
    from,
    to,
    written(heard, findEvidence(heard, preparedOf(offer), lexicon, from, to), offer),
  ]);
  expect(parts).toEqual(rows);
});

test('the tokens of an option, and those of a part of today', () => {
  const heard = hear('the red scarf and the blue scarf', lexicon);
  const evidence = findEvidence(heard, preparedOf('Red scarf | Blue scarf'), lexicon);
  expect(tokensOfOption(evidence, 1)).toEqual([2, 5, 6]);
  expect(tokensOfOption(evidence, 2)).toEqual([]);
  const parts = ['tonight or this morning', 'this other morning', 'the evening'];
  expect(parts.map((said) => partsOfToday(hear(said, lexicon), lexicon))).toEqual([[0, 2, 3], [], []]);
});

test('a part of a compound tells its label, but no other verb does', () => {
  const table: Found = {
    'Was? Haftpflichtversicherung | Hausratversicherung | Fensterreinigung': [
      ['die haftpflicht', 'Haftpflichtversicherung: haftpflicht = '],
      ['die versicherung', 'Haftpflichtversicherung: versicherung =  | Hausratversicherung: versicherung = '],
      ['fenster', 'Fensterreinigung: fenster = '],
      ['des fensters', 'Fensterreinigung: fensters = '],
      ['der rat', ''],
    ],
    'Wie? Kaufen | Mieten': [
      ['kaufen', 'Kaufen: kaufen = kaufen'],
      ['verkaufen', ''],
    ],
    'Welches? Zweibettzimmer | 2 Betten | Dreierzimmer': [
      ['zwei', '2 Betten: zwei = 2'],
      ['drei', 'Dreierzimmer: drei = '],
    ],
  };
  expect(found(table, 'de')).toEqual(table);
});

test('where the verb comes last, a particle behind an option is none of its words', () => {
  const table: Found = {
    'कौन सा कमरा? सिंगल कमरा | डबल कमरा | सुइट': [
      ['डबल कमरा चाहिए', 'डबल कमरा: डबल कमरा = डबल कमरा | सिंगल कमरा: कमरा = कमरा'],
      ['डबल को', 'डबल कमरा: डबल = डबल'],
    ],
    'कैसे? दूध के साथ | दूध के बिना': [
      ['दूध के साथ', 'दूध के साथ: दूध के साथ = दूध साथ | दूध के बिना: दूध = दूध'],
      ['साथ', 'दूध के साथ: साथ = साथ'],
      ['के', ''],
    ],
  };
  expect(found(table, 'hi')).toEqual(table);
});
