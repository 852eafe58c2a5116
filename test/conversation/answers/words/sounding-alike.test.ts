import { written } from '../corpus';
import { english } from '../english';

/** Options, what is heard, and what comes of it: behind a wave it only sounds so, and how sure it is. */
type Rows = readonly (readonly [labels: string, said: string, decision: string])[];

function heard(rows: Rows): Rows {
  return rows.map(([offer, said]) => {
    const labels = offer.split('|');
    const offered = { labels, from: 0, to: labels.length };
    const decision = english.decide(offered, said);
    const isSound = 'rule' in decision && decision.rule === 'sound';
    const how = isSound ? ` ~${decision.kind === 'choose' ? decision.confidence.toFixed(2) : ''}` : '';
    return [offer, said, `${written(decision, offered)}${how}`];
  });
}

test('a word that sounds like an option is taken for it', () => {
  const rows: Rows = [
    ['Mail|Phone', 'male', 'Mail ~0.70'],
    ['Mail|Phone', 'a male', 'Mail ~0.70'],
    ['Mail|Phone', 'male please', 'Mail ~0.70'],
    ['Mail|Phone', 'by male', 'Mail ~0.70'],
    ['Thyme|Basil|Mint', 'time', 'Thyme ~0.70'],
    ['Thyme|Basil|Mint', 'time please', 'Thyme ~0.70'],
    ['Thyme|Basil|Mint', "it's time", 'Thyme ~0.70'],
    ['Thyme|Basil|Mint', 'the time', 'Thyme ~0.70'],
    ['Thyme|Basil|Mint', 'thyme for lunch', 'Thyme + for lunch'],
    ['Sweet|Savoury', 'suite please', 'Sweet ~0.70'],
    ['Wi-Fi|Phone|TV', 'why fi', 'Wi-Fi ~0.75'],
    ['Row C|Row D|Row E', 'see', 'Row C ~0.75'],
    ['Row C|Row D|Row E', 'dee', 'Row D ~0.70'],
    ['Row C|Row D|Row E', 'row see', 'Row C ~0.70'],
    ['Row C|Row D|Row E', 'row see please', 'Row C ~0.70'],
    ['Row C|Row D|Row E', 'see row', 'Row C ~0.70'],
    ['Row C|Row D|Row E', 'i see row', 'Row C ~0.70'],
    ['Row C|Row D|Row E', 'i see', 'words'],
    ['Sea view|Garden view|No view', 'see view', 'Sea view ~0.70'],
    ['Sea view|Garden view|No view', 'c view', 'Sea view ~0.70'],
    ['Sea view|Garden view|No view', 'a see view', 'Sea view ~0.70'],
    ['Sea view|Garden view|No view', 'the see view with a balcony', 'Sea view + with a balcony ~0.70'],
    ['Sea view|Garden view|No view', 'see', 'Sea view ~0.75'],
    ['Sea view|Garden view|No view', 'i see the view', 'which Sea view | Garden view'],
    ['Plaice|Cod|Haddock', 'place', 'Plaice ~0.75'],
    ['Plaice|Cod|Haddock', 'place too', 'confirm Plaice ~'],
    ['Plaice|Cod|Haddock', 'place is fine', 'words'],
    ['Plaice|Cod|Haddock', 'place and chips', 'words'],
    ['Brake pads|Oil change', 'break pads', 'Brake pads ~0.70'],
    ['Brake pads|Oil change', 'break pads on the front', 'Brake pads + on the front ~0.70'],
    ['Brake pads|Oil change', 'break the pads', 'words'],
    ['TV|Radio', 'a tea v', 'TV ~0.75'],
    ['VIP|Standard', 'v eye pea', 'VIP ~0.70'],
    ['Yes|No|Not sure', 'know', 'No ~0.75'],
    ['Meet the team|Book a table', 'the meat', 'Meet the team ~0.75'],
    ['Route 1|Route 2', 'the root two', 'Route 2 ~0.70'],
    ['Route 1|Route 2', 'root won', 'words'],
    ['Two for one|Three for two', 'two four one', 'Two for one ~0.65'],
    ['Two for one|Three for two', 'three four two', 'Three for two ~0.67'],
    ['Whole milk|Skimmed milk', 'the hole milk', 'Whole milk ~0.70'],
    ['Mail|Phone', 'fair enough male', 'Mail ~0.70'],
  ];
  expect(heard(rows)).toEqual(rows);
});

test('but what it stands in may show that it is not', () => {
  const rows: Rows = [
    ['Wi-Fi|Phone|TV', 'why fi please', 'words'],
    ['Wi-Fi|Phone|TV', 'what is phoney', 'words'],
    ['Wi-Fi|Phone|TV', 'is phony', 'confirm Phone ~'],
    ['Thyme|Basil|Mint', 'what is the time', 'words'],
    ['Thyme|Basil|Mint', 'take your time', 'words'],
    ['Thyme|Basil|Mint', 'time for lunch', 'words'],
    ['Thyme|Basil|Mint', 'time please for the window', 'Thyme + for the window ~0.70'],
    ['Thyme|Basil|Mint', 'i have time', 'words'],
    ['Thyme|Basil|Mint', 'i need time', 'words'],
    ['Thyme|Basil|Mint', 'some time', 'words'],
    ['Thyme|Basil|Mint', 'kilos of time', 'words'],
    ['Thyme|Basil|Mint', 'three of time', 'words'],
    ['Thyme|Basil|Mint', 'a bit of time', 'Thyme ~0.70'],
    ['Thyme|Basil|Mint', 'two kilos of time', 'Thyme + two kilos ~0.70'],
    ['Thyme|Basil|Mint', 'a kilo of time', 'Thyme + a kilo ~0.70'],
    ['Thyme|Basil|Mint', "i'll have my time", 'words'],
    ['Thyme|Basil|Mint', "i'll have the time", 'Thyme ~0.70'],
    ['Thyme|Basil|Mint', 'there is the time', 'Thyme ~0.70'],
    ['Thyme|Basil|Mint', 'there is time', 'Thyme ~0.70'],
    ['Beech|Oak|Pine', 'beach for the floor', 'Beech + for the floor ~0.70'],
    ['Beech|Oak|Pine', 'the beach for the floor', 'Beech + for the floor ~0.70'],
    ['Beech|Oak|Pine', 'we go to the beach on sundays', 'words'],
    ['Beech|Oak|Pine', 'we live near a beach on the coast', 'words'],
    ['Yew|Ash|Elm', 'you', 'Yew ~0.75'],
    ['Yew|Ash|Elm', 'a you', 'Yew ~0.70'],
    ['Yew|Ash|Elm', 'an you please', 'Yew ~0.70'],
    ['Yew|Ash|Elm', 'you please', 'confirm Yew ~'],
    ['Yew|Ash|Elm', 'the you', 'confirm Yew ~'],
    ['Yew|Ash|Elm', 'i like you', 'words'],
    ['Yew|Ash|Elm', 'you and me', 'words'],
    ['Yew|Ash|Elm', 'thank you', 'words'],
    ['Yew|Ash|Elm', 'can you', 'words'],
    ['Plaice|Cod|Haddock', 'a piece of place', 'words'],
    ['Plaice|Cod|Haddock', 'two pieces of place', 'Plaice + two pieces ~0.70'],
    ['Plaice|Cod|Haddock', 'two pounds of place', 'Plaice + two pounds ~0.70'],
    ['Plaice|Cod|Haddock', "i'll have the place", 'Plaice ~0.70'],
    ['Plaice|Cod|Haddock', "i'll have my place", 'words'],
    ['Plaice|Cod|Haddock', 'we have a place', 'confirm Plaice ~'],
    ['Plaice|Cod|Haddock', 'a place with peas', 'words'],
    ['Plaice|Cod|Haddock', 'my place', 'words'],
    ['Plaice|Cod|Haddock', 'place please and chips', 'Plaice + chips ~0.70'],
    ['Sea view|Garden view|No view', 'i see', 'confirm Sea view ~'],
    ['Sea view|Garden view|No view', 'see you', 'confirm Sea view ~'],
    ['Sea view|Garden view|No view', 'let me see', 'words'],
    ['Sea view|Garden view|No view', 'i can see', 'words'],
    ['Sea view|Garden view|No view', 'the see', 'confirm Sea view ~'],
    ['Mail|Phone', 'male at home', 'words'],
    ['Mail|Phone', 'male to my house', 'words'],
    ['Sea view|Garden view|No view', 'we see please', 'confirm Sea view ~'],
    ['Plaice|Cod|Haddock', "i'd like the place with peas", 'Plaice + with peas ~0.70'],
    ['Plaice|Cod|Haddock', 'a plate of place', 'Plaice ~0.70'],
    ['Plaice|Cod|Haddock', 'of place', 'confirm Plaice ~'],
    ['Thyme|Basil|Mint', 'not mint time', 'words'],
    ['Flour|Sugar|Eggs', 'two bags of flower', 'Flour + two bags ~0.70'],
    ['TV|Radio', 'tee vee for the kids', 'words'],
    ['Sea view|Garden view', 'see it', 'words'],
    ['Sea view|Garden view', 'see with a balcony', 'words'],
  ];
  expect(heard(rows)).toEqual(rows);
});

test('longer answers are not guessed at', () => {
  const rows: Rows = [
    [
      'Thyme|Basil|Mint',
      'time please for the big old roast chicken that i cook',
      'Thyme + for the big old roast chicken that i cook ~0.70',
    ],
    [
      'Thyme|Basil|Mint',
      'time please for the big old roast chicken that i cook tonight',
      'Thyme + for the big old roast chicken that i cook tonight ~0.70',
    ],
    ['Thyme|Basil|Mint', 'time please for the big old roast chicken that i cook on sundays', 'words'],
    ['Comedy|Drama|Horror', 'i would like to watch the commedy one', 'Comedy ~0.75'],
    ['Comedy|Drama|Horror', 'i would like to watch the commedy one please', 'words'],
    ['Comedy|Drama|Horror', 'i would like to watch the big commedy please', 'words'],
  ];
  expect(heard(rows)).toEqual(rows);
});

test('a word for a number is one where it may count', () => {
  const rows: Rows = [
    ['Two|Four|Six', 'to', 'confirm Two ~'],
    ['Two|Four|Six', 'for', 'Four ~0.75'],
    ['Two|Four|Six', 'too', 'confirm Two ~'],
    ['Two|Four|Six', 'number to', 'Two ~0.70'],
    ['Two|Four|Six', 'number for', 'Four ~0.70'],
    ['Two|Four|Six', 'for of us', 'Four ~0.70'],
    ['Two|Four|Six', 'to please', 'Two ~0.70'],
    ['Two|Four|Six', 'to people', 'Two ~0.70'],
    ['Two|Four|Six', 'for people', 'Four ~0.70'],
    ['Two|Four|Six', 'to one', 'Two ~0.70'],
    ['Two|Four|Six', 'want to order', 'words'],
    ['Two|Four|Six', 'for tickets', 'words'],
    ['Two|Four|Six', 'for me', 'words'],
    ['Two|Four|Six', 'say hello to them', 'words'],
    ['Two|Four|Six', 'i want to', 'Two ~0.70'],
    ['2 seats|4 seats|6 seats', 'for seats', '4 seats ~0.70'],
    ['2 seats|4 seats|6 seats', 'to seats', '2 seats ~0.70'],
    ['2 seats|4 seats|6 seats', 'for', 'confirm 4 seats ~'],
    ['2 seats|4 seats|6 seats', 'the for', '4 seats ~0.70'],
    ['2 seats|4 seats|6 seats', 'to', 'confirm 2 seats ~'],
    ['Eight people|Four people', 'for to', 'Four people ~0.70'],
    ['Eight people|Four people', 'for adults', 'words'],
    ['One|Last one|First one', 'the last won', 'words'],
    ['2|4|6', 'for thirty', 'words'],
    ['Four cheese|Two cheese', 'for cheese to go', 'Four cheese ~0.70'],
  ];
  expect(heard(rows)).toEqual(rows);
});

test('where two sound so it is asked which', () => {
  const rows: Rows = [
    ['Dr. Reid|Dr. Reed|Dr. Moss', 'read', 'which Dr. Reid | Dr. Reed ~'],
    ['Dr. Reid|Dr. Reed|Dr. Moss', 'read please', 'which Dr. Reid | Dr. Reed ~'],
    ['Dr. Reid|Dr. Reed|Dr. Moss', 'doctor read', 'which Dr. Reid | Dr. Reed ~'],
    ['Dr. Reid|Dr. Reed|Dr. Moss', 'read a book', 'words'],
    ['Dr. Reid|Dr. Reed|Dr. Moss', 'reed', 'Dr. Reed'],
    ['Mark|Marc|Mike', 'marck', 'which Mark | Marc ~'],
    ['Mark|Marc|Mike', 'mick', 'Mike ~0.75'],
    ['Anna|Hannah|Joanna', 'hanna', 'which Anna | Hannah ~'],
    ['Jean|Jane|Joan', 'june', 'which Jean | Jane | Joan ~'],
    ['Larry|Harry|Barry', 'carry', 'which Larry | Harry | Barry ~'],
    ['Larry|Harry|Barry|Garry', 'i want parry', 'words'],
    ['Turn on|Turn in', 'turn an', 'which Turn on | Turn in'],
  ];
  expect(heard(rows)).toEqual(rows);
});

test('what is misheard is taken for what it is near', () => {
  const rows: Rows = [
    ['Comedy|Drama|Horror', 'commedy', 'Comedy ~0.75'],
    ['Comedy|Drama|Horror', 'comidy', 'Comedy ~0.58'],
    ['Comedy|Drama|Horror', 'the commedy one please', 'Comedy ~0.75'],
    ['Comedy|Drama|Horror', 'horra', 'Horror ~0.75'],
    ['Comedy|Drama|Horror', 'harror', 'Horror ~0.58'],
    ['Comedy|Drama|Horror', 'dramma', 'Drama ~0.75'],
    ['Comedy|Drama|Horror', 'drummer', 'confirm Drama ~'],
    ['Comedy|Drama|Horror', 'a drummer', 'confirm Drama ~'],
    ['Comedy|Drama|Horror', 'trauma', 'confirm Drama ~'],
    ['Comedy|Drama|Horror', 'drum', 'words'],
    ['Comedy|Drama|Horror', 'dramatic', 'words'],
    ['Comedy|Drama|Horror', 'comet', 'confirm Comedy ~'],
    ['Comedy|Drama|Horror', 'remedy', 'words'],
    ['Psychologist|Psychiatrist', 'psycologist', 'Psychologist ~0.67'],
    ['Psychologist|Psychiatrist', 'psychiatris', 'Psychiatrist ~0.67'],
    ['Psychologist|Psychiatrist', 'sikologist', 'Psychologist ~0.65'],
    ['Goat milk|Oat milk|Soy milk', 'coat milk', 'which Goat milk | Oat milk ~'],
    ['Goat milk|Oat milk|Soy milk', 'got milk', 'confirm Goat milk ~'],
    ['Goat milk|Oat milk|Soy milk', 'soya milk', 'confirm Soy milk ~'],
    ['Goat milk|Oat milk|Soy milk', 'sow milk', 'confirm Soy milk ~'],
    ['Manicure|Pedicure|Massage', 'man a cure', 'Manicure ~0.65'],
    ['Manicure|Pedicure|Massage', 'petty cure', 'Pedicure ~0.65'],
    ['Manicure|Pedicure|Massage', 'message', 'Massage ~0.61'],
    ['Manicure|Pedicure|Massage', 'leave a message', 'words'],
    ['Check in|Check out|Checking account', 'checking', 'confirm Check in ~'],
    ['Check in|Check out|Checking account', 'chekin', 'Check in ~0.75'],
    ['Night|Day', 'nite', 'Night ~0.75'],
    ['Night|Day', "i'm not sure", 'words'],
    ['Night|Day', 'not', 'words'],
    ['Night|Day', 'nice', 'words'],
    ['Nice|Paris|Lyon', 'at nine', 'words'],
    ['Nice|Paris|Lyon', 'nine', 'words'],
    ['Nice|Paris|Lyon', 'niece', 'Nice ~0.70'],
    ['Nice|Paris|Lyon', 'lion', 'Lyon ~0.70'],
    ['Nice|Paris|Lyon', 'line', 'confirm Lyon ~'],
    ['Nice|Paris|Lyon', 'pairs', 'confirm Paris ~'],
    ['Nice|Paris|Lyon', 'parish', 'Paris ~0.58'],
    ['Larry|Harry|Barry', 'lary', 'Larry ~0.75'],
    ['Larry|Harry|Barry', 'hairy', 'confirm Harry ~'],
    ['Larry|Harry|Barry', 'merry', 'words'],
    ['Larry|Harry|Barry', 'hary barry', 'confirm Barry ~'],
    ['Sandwich|Salad|Soup', 'sandwish', 'Sandwich ~0.63'],
    ['Sandwich|Salad|Soup', 'sand witch', 'Sandwich ~0.65'],
    ['Sandwich|Salad|Soup', 'ballad', 'confirm Salad ~'],
    ['Sandwich|Salad|Soup', 'soap', 'confirm Soup ~'],
    ['Sandwich|Salad|Soup', 'slad', 'confirm Salad ~'],
    ['Espresso|Latte|Cappuccino', 'lattay', 'confirm Latte ~'],
    ['Espresso|Latte|Cappuccino', 'ladder', 'Latte ~0.70'],
    ['Espresso|Latte|Cappuccino', 'cap of chino', 'Cappuccino ~0.65'],
    ['Espresso|Latte|Cappuccino', 'capuchino', 'confirm Cappuccino ~'],
    ['The Park|Castle Inn|Harbour Inn', 'the bark inn', 'words'],
    ['Toronto|Ottawa|Montreal', 'otto a', 'Ottawa ~0.75'],
    ['Check in|Check out|Checking account', 'check on', 'confirm Check in ~'],
    ['Sun|Moon|Star', 'moo', 'confirm Moon ~'],
    ['Physio|Dentist|Optician', 'i need the fizio', 'Physio ~0.70'],
    ['Jean|Jane|Joan', 'jone', 'Joan ~0.75'],
    ['White wine|Red wine|Rose wine', 'wide wine', 'White wine ~0.42'],
    ['White wine|Red wine|Rose wine', 'why twine', 'White wine ~0.75'],
    ['White wine|Red wine|Rose wine', 'rosy wine', 'Rose wine ~0.50'],
    ['White wine|Red wine|Rose wine', 're wine', 'words'],
    ['Chicken|Turkey|Duck', 'the uck', 'words'],
    ['Oslo|Bergen|Tromso', 'to oso it', 'confirm Oslo ~'],
    ['Turn on|Turn off', 'turn or', 'confirm Turn on ~'],
    ['Go in|Go out|Go home', 'go it', 'which Go in | Go out | Go home'],
  ];
  expect(heard(rows)).toEqual(rows);
});

test('what sounds like an option behind a word that excludes is not taken', () => {
  const rows: Rows = [
    ['Steak|Salad', 'no stake', 'words'],
    ['Steak|Salad', 'no stake please', 'words'],
    ['Steak|Salad', 'not stake', 'words'],
    ['Steak|Salad', 'no the stake', 'Steak ~0.70'],
    ['Comedy|Drama|Horror', 'no commedy', 'words'],
    ['Comedy|Drama|Horror', 'not commedy', 'words'],
    ['Comedy|Drama|Horror', 'commedy no harror', 'words'],
    ['Comedy|Drama|Horror', 'never harror', 'words'],
    ['Comedy|Drama|Horror', 'nope harror', 'Horror ~0.58'],
    ['Comedy|Drama|Horror', 'sorry harror', 'Horror ~0.58'],
    ['Mail|Phone', 'no male', 'words'],
    ['Mail|Phone', 'sorry male', 'Mail ~0.70'],
  ];
  expect(heard(rows)).toEqual(rows);
});
